import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate character devices", () => {
  checkRecorded([
    [
      "pc",
      "<serial type='pty'><target type='isa-serial'></target><address type='usb'/></serial>",
      "unsupported configuration: Target type 'isa-serial' requires address type 'isa'",
    ],
    [
      "pc",
      "<serial type='pty'><target type='isa-serial'></target><address type='isa' iobase='0x3f8'/></serial>",
      accepted,
    ],
    [
      "pc",
      "<serial type='pty'><target type='isa-debug'></target><address type='pci'/></serial>",
      "unsupported configuration: Target type 'isa-debug' requires address type 'isa'",
    ],
    [
      "pc",
      "<serial type='pty'><target type='pci-serial'></target><address type='isa'/></serial>",
      "unsupported configuration: Target type 'pci-serial' requires address type 'pci'",
    ],
    ["pc", "<serial type='pty'><target type='usb-serial'></target><address type='usb'/></serial>", accepted],
    [
      "virt",
      "<serial type='pty'><target type='system-serial'></target><address type='pci'/></serial>",
      "unsupported configuration: Target type 'system-serial' cannot have an associated address",
    ],
    [
      "s390",
      "<serial type='pty'><target type='sclp-serial'></target><address type='ccw'/></serial>",
      "unsupported configuration: Target type 'sclp-serial' cannot have an associated address",
    ],
    [
      "pc",
      "<serial type='pty'><target type='isa-serial'><model name='pl011'/></target></serial>",
      "unsupported configuration: Target model 'pl011' requires target type 'system-serial'",
    ],
    [
      "pc",
      "<serial type='pty'><target><model name='pl011'/></target></serial>",
      "unsupported configuration: Target model 'pl011' requires target type 'system-serial'",
    ],
    [
      "pc",
      "<serial type='pty'><target type='isa-debug'><model name='isa-serial'/></target></serial>",
      "unsupported configuration: Target model 'isa-serial' requires target type 'isa-serial'",
    ],
    [
      "pc",
      "<serial type='pty'><target type='sclp-serial'></target></serial>",
      "unsupported configuration: Serial device with target type 'sclp-serial' and target model 'sclpconsole' not compatible with guest architecture or machine type",
    ],
    [
      "pc",
      "<serial type='pty'><target type='spapr-vio-serial'></target></serial>",
      "unsupported configuration: Serial device with target type 'spapr-vio-serial' and target model 'spapr-vty' not compatible with guest architecture or machine type",
    ],
    ["pc", "<serial type='pty'><target type='system-serial'></target></serial>", accepted],
    [
      "pc",
      "<serial type='pty'><target type='system-serial'><model name='16550a'/></target></serial>",
      "unsupported configuration: Serial device with target type 'system-serial' and target model '16550a' not compatible with guest architecture or machine type",
    ],
    [
      "virt",
      "<serial type='pty'><target type='system-serial'><model name='16550a'/></target></serial>",
      "unsupported configuration: Serial device with target type 'system-serial' and target model '16550a' not compatible with guest architecture or machine type",
    ],
    [
      "riscv",
      "<serial type='pty'><target type='system-serial'><model name='pl011'/></target></serial>",
      "unsupported configuration: Serial device with target type 'system-serial' and target model 'pl011' not compatible with guest architecture or machine type",
    ],
    ["virt", "<serial type='pty'><target type='system-serial'></target></serial>", accepted],
    ["pseries", "<serial type='pty'><target type='spapr-vio-serial'></target></serial>", accepted],
    [
      "s390",
      "<serial type='pty'><target type='sclp-serial'><model name='sclplmconsole'/></target></serial>",
      accepted,
    ],
    [
      "virt",
      "<serial type='pty'><target type='isa-debug'></target></serial>",
      "unsupported configuration: isa-debug serial type only valid on x86 architecture",
    ],
    ["pc", "<serial type='pty'><target type='isa-debug'></target></serial>", accepted],
    [
      "q35",
      "<channel type='spicevmc'><target type='virtio' name='x'/></channel>",
      "unsupported configuration: chardev 'spicevmc' not supported without spice graphics",
    ],
    [
      "q35",
      "<redirdev bus='usb' type='spicevmc'/>",
      "unsupported configuration: chardev 'spicevmc' not supported without spice graphics",
    ],
    [
      "q35",
      "<serial type='spiceport'><source channel='a'/></serial>",
      "unsupported configuration: chardev 'spiceport' not supported without spice graphics",
    ],
    [
      "q35",
      "<console type='spiceport'><source channel='a'/></console>",
      "unsupported configuration: chardev 'spiceport' not supported without spice graphics",
    ],
    ["pseries", "<parallel type='pty'/>", "unsupported configuration: parallel ports are not supported"],
    ["s390", "<parallel type='pty'/>", "unsupported configuration: parallel ports are not supported"],
    ["pc", "<parallel type='pty'/>", accepted],
    [
      "pc",
      "<console type='pty'><target type='xen'/></console>",
      "unsupported configuration: unsupported console target type xen",
    ],
    [
      "pc",
      "<console type='pty'><target type='sclp'/></console>",
      "unsupported configuration: sclpconsole is not supported in this QEMU binary",
    ],
    ["s390", "<console type='pty'><target type='sclp'/></console>", accepted],
    ["pc", "<console type='pty'><target type='virtio'/></console>", accepted],
    [
      "pc",
      "<smartcard mode='host'/><smartcard mode='host'/>",
      "unsupported configuration: this QEMU binary lacks multiple smartcard support",
    ],
    [
      "pc",
      "<smartcard mode='host'><address type='ccid' controller='0' slot='1'/></smartcard>",
      "unsupported configuration: this QEMU binary lacks multiple smartcard support",
    ],
    [
      "pc",
      "<smartcard mode='host'><address type='pci'/></smartcard>",
      "unsupported configuration: Controllers must use the 'ccid' address type",
    ],
    ["pc", "<smartcard mode='host'><address type='ccid' controller='0' slot='0'/></smartcard>", accepted],
  ]);
});
