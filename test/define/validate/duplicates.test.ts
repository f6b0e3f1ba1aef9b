import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate devices that clash", () => {
  checkRecorded([
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/></disk><disk type='file'><source file='/a'/><target dev='sda' bus='usb'/></disk>",
      "XML error: target 'sda' duplicated for disk sources '/a' and '/a'",
    ],
    [
      "q35",
      "<disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk><disk type='file'><source file='/a'/><target dev='sda' bus='sata'/></disk>",
      "XML error: target 'sda' duplicated for disk sources '<null>' and '/a'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/></disk><disk type='file'><source file='/a'/><target dev='sdb' bus='sata'/></disk>",
      accepted,
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='drive' unit='1'/></disk><disk type='file'><source file='/a'/><target dev='sdb' bus='sata'/></disk>",
      "unsupported configuration: Found duplicate drive address for disk with target name 'sda' controller='0' bus='0' target='0' unit='1'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sdb' bus='sata'/></disk><disk type='file'><source file='/a'/><target dev='sdc' bus='sata'/><address type='drive' unit='1'/></disk>",
      "unsupported configuration: Found duplicate drive address for disk with target name 'sdb' controller='0' bus='0' target='0' unit='1'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='drive' unit='1'/></disk><disk type='file'><source file='/a'/><target dev='sdb' bus='scsi'/><address type='drive' unit='1'/></disk>",
      accepted,
    ],
    [
      "pc",
      "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source><address type='drive' controller='1' target='0' unit='3'/></hostdev><hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='1'/></source><address type='drive' controller='1' unit='3'/></hostdev>",
      "unsupported configuration: SCSI host address controller='0' bus='1' target='0' unit='3' in use by another SCSI host device",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/></disk><hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source><address type='drive'/></hostdev>",
      "unsupported configuration: using disk target name 'sda' conflicts with SCSI host device address controller='0' bus='0' target='0' unit='0",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='sdb' bus='scsi'/><address type='drive'/></disk><hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source><address type='drive'/></hostdev>",
      "XML error: SCSI host address controller='0' bus='0' target='0' unit='0' in use by a SCSI disk",
    ],
    [
      "q35",
      "<interface type='user'><alias name='ua-x'/></interface><disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><alias name='ua-x'/></disk>",
      "unsupported configuration: non unique alias detected: ua-x",
    ],
    [
      "q35",
      "<interface type='user'><alias name='net0'/></interface><disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><alias name='net0'/></disk>",
      accepted,
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><alias name='ua-x'/></disk><serial type='pty'><alias name='ua-x'/></serial>",
      accepted,
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><boot order='1'/></disk><interface type='user'><boot order='1'/></interface>",
      "unsupported configuration: boot order '1' used for more than one device",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><boot order='1'/></disk><interface type='user'><boot order='2'/></interface>",
      accepted,
    ],
    [
      "q35",
      "<boot dev='hd'/> | <disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><boot order='1'/></disk>",
      "unsupported configuration: per-device boot elements cannot be used together with os/boot elements",
    ],
  ]);
});
