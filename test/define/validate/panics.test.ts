import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate panic devices", () => {
  checkRecorded([
    ["pc", "<panic model='isa'/><panic/>", "XML error: Multiple panic devices with model 'isa'"],
    ["pc", "<panic model='isa'/><panic model='hyperv'/>", accepted],
    [
      "pc",
      "<panic model='isa'><address type='pci'/></panic>",
      "unsupported configuration: panic is supported only with ISA address type",
    ],
    ["pc", "<panic><address type='isa' iobase='0x505'/></panic>", accepted],
    [
      "pc",
      "<panic model='hyperv'><address type='isa'/></panic>",
      "unsupported configuration: setting the panic device address is not supported for model 'hyperv'",
    ],
    [
      "virt",
      "<panic model='hyperv'/>",
      "unsupported configuration: only i686 and x86_64 guests support panic device of model 'hyperv'",
    ],
    [
      "pc",
      "<panic model='s390'/>",
      "unsupported configuration: only S390 guests support panic device of model 's390'",
    ],
    [
      "pc",
      "<panic model='pseries'/>",
      "unsupported configuration: only pSeries guests support panic device of model 'pseries'",
    ],
    [
      "pseries",
      "<panic><address type='isa'/></panic>",
      "unsupported configuration: setting the panic device address is not supported for model 'pseries'",
    ],
    [
      "s390",
      "<panic><address type='ccw'/></panic>",
      "unsupported configuration: setting the panic device address is not supported for model 's390'",
    ],
    [
      "virt",
      "<panic model='pvpanic'><address type='virtio-mmio'/></panic>",
      "unsupported configuration: pvpanic is supported only with PCI address type",
    ],
    ["virt", "<panic/>", accepted],
    [
      "riscv",
      "<panic/>",
      "unsupported configuration: no panic model provided, and no default for the architecture and machine type",
    ],
    [
      "s390",
      "<panic model='pvpanic'/>",
      "unsupported configuration: the QEMU binary does not support the PCI pvpanic device",
    ],
    [
      "virt",
      "<panic model='isa'/>",
      "unsupported configuration: the QEMU binary does not support the ISA panic device",
    ],
  ]);
});
