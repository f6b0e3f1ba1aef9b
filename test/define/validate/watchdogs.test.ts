import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate watchdogs", () => {
  checkRecorded([
    [
      "q35",
      "<watchdog model='i6300esb'><address type='usb'/></watchdog>",
      "unsupported configuration: i6300esb model of watchdog can go only on PCI bus",
    ],
    ["q35", "<watchdog model='i6300esb'/><watchdog model='i6300esb'/>", accepted],
    [
      "pc",
      "<watchdog model='ib700'><address type='isa'/></watchdog>",
      "unsupported configuration: ib700 model of watchdog does not support configuring the address",
    ],
    [
      "q35",
      "<watchdog model='ib700'><address type='isa'/></watchdog>",
      "unsupported configuration: ib700 model of watchdog cannot be used with this machine type",
    ],
    ["pc", "<watchdog model='ib700'/>", accepted],
    [
      "pc",
      "<watchdog model='ib700'/><watchdog model='ib700'/>",
      "unsupported configuration: domain can only have one watchdog with model 'ib700'",
    ],
    [
      "pc",
      "<watchdog model='diag288'><address type='isa'/></watchdog>",
      "unsupported configuration: diag288 model of watchdog is virtual and cannot go on any bus.",
    ],
    [
      "pc",
      "<watchdog model='diag288'/>",
      "unsupported configuration: diag288 model of watchdog is allowed for s390 and s390x only",
    ],
    ["s390", "<watchdog model='diag288'/>", accepted],
    [
      "pc",
      "<watchdog model='itco'><address type='isa'/></watchdog>",
      "unsupported configuration: itco model of watchdog is part of the machine and cannot have any address set.",
    ],
    [
      "pc",
      "<watchdog model='itco'/>",
      "unsupported configuration: itco model of watchdog is only part of q35 machine",
    ],
    ["q35", "<watchdog model='itco'/>", accepted],
    [
      "q35",
      "<watchdog model='itco'/><watchdog model='itco'/>",
      "unsupported configuration: domain can only have one watchdog with model 'itco'",
    ],
    [
      "pc",
      "<watchdog model='i6300esb' action='reset'/><watchdog model='i6300esb' action='poweroff'/>",
      "unsupported configuration: watchdogs with different actions are not supported with this QEMU binary",
    ],
  ]);
});
