import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate drives", () => {
  checkRecorded([
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='drive' bus='1'/></disk>",
      "unsupported configuration: bus must be 0 for sata controller",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='drive' target='1'/></disk>",
      "unsupported configuration: target must be 0 for sata controller",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='drive' controller='2' unit='9'/></disk>",
      accepted,
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/><address type='drive' controller='1'/></disk>",
      "internal error: Only 1 IDE controller is supported",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/><address type='drive' target='1'/></disk>",
      "unsupported configuration: target must be 0 for ide controller",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/><address type='drive' bus='5' unit='9'/></disk>",
      accepted,
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='hde' bus='ide'/></disk>",
      "internal error: Only 1 IDE controller is supported",
    ],
    [
      "pc",
      "<disk type='file' device='floppy'><target dev='fda' bus='fdc'/><address type='drive' controller='1'/></disk>",
      "internal error: Only 1 fdc controller is supported",
    ],
    [
      "pc",
      "<disk type='file' device='floppy'><target dev='fda' bus='fdc'/><address type='drive' bus='1'/></disk>",
      "internal error: Only 1 fdc bus is supported",
    ],
    [
      "pc",
      "<disk type='file' device='floppy'><target dev='fda' bus='fdc'/><address type='drive' target='1'/></disk>",
      "unsupported configuration: target must be 0 for controller fdc",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' bus='1'/></disk>",
      "internal error: SCSI controller only supports 1 bus",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' target='1'/></disk>",
      "unsupported configuration: target must be 0 for controller model 'lsilogic'",
    ],
    [
      "pc",
      "<controller type='scsi' model='virtio-scsi'/><disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' target='300' unit='20000'/></disk>",
      accepted,
    ],
    [
      "pc",
      "<interface type='user'><address type='drive' bus='1'/></interface>",
      "internal error: SCSI controller only supports 1 bus",
    ],
  ]);
});
