import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate disks", () => {
  checkRecorded([
    [
      "q35",
      "<disk type='file'><source file='/a'/><target bus='sata'/></disk>",
      "missing target information for device /a",
    ],
    [
      "q35",
      "<disk type='file' device='cdrom'><target bus='sata'/></disk>",
      "missing target information for device",
    ],
    [
      "q35",
      "<disk type='file'><target dev='vda' bus='virtio'/></disk>",
      "missing source information for device vda",
    ],
    ["q35", "<disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>", accepted],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='pci'/></disk>",
      "unsupported configuration: Invalid address type 'pci' for the disk 'sda' with the bus type 'sata'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='usb'/></disk>",
      "unsupported configuration: Invalid address type 'usb' for the disk 'sda' with the bus type 'sata'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='ccid'/></disk>",
      "unsupported configuration: Invalid address type 'ccid' for the disk 'sda' with the bus type 'sata'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='isa'/></disk>",
      "unsupported configuration: Invalid address type 'isa' for the disk 'sda' with the bus type 'sata'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='virtio-mmio'/></disk>",
      "unsupported configuration: Invalid address type 'virtio-mmio' for the disk 'sda' with the bus type 'sata'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='drive'/></disk>",
      accepted,
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='ccw'/></disk>",
      "unsupported configuration: Invalid address type 'ccw' for the disk 'sda' with the bus type 'sata'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><address type='unassigned'/></disk>",
      "unsupported configuration: address of type 'unassigned' is supported only for hostdevs",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/><address type='pci'/></disk>",
      "unsupported configuration: Invalid address type 'pci' for the disk 'hda' with the bus type 'ide'",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><address type='usb'/></disk>",
      "unsupported configuration: Invalid address type 'usb' for the disk 'sda' with the bus type 'scsi'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='usb'/><address type='pci'/></disk>",
      "internal error: unexpected address type for usb disk",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sd'/><address type='pci'/></disk>",
      accepted,
    ],
    [
      "q35",
      "<disk model='virtio' type='file'><source file='/a'/><target dev='sda' bus='sata'/></disk>",
      "unsupported configuration: disk model 'virtio' not supported for bus 'sata'",
    ],
    [
      "q35",
      "<disk model='virtio-transitional' type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk>",
      accepted,
    ],
    [
      "q35",
      "<disk type='file' device='floppy'><target dev='fda' bus='sata'/></disk>",
      "internal error: Invalid bus type 'sata' for floppy disk",
    ],
    [
      "q35",
      "<disk type='file' device='floppy'><target dev='sda' bus='fdc'/></disk>",
      "internal error: Invalid floppy device name: sda",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='fdc'/></disk>",
      "internal error: Invalid bus type 'fdc' for disk",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='xda' bus='sata'/><address type='drive'/></disk>",
      "internal error: Invalid harddisk device name: xda",
    ],
    [
      "q35",
      "<disk type='file' device='cdrom'><target dev='xda' bus='sata'/><address type='drive'/></disk>",
      "unsupported configuration: invalid disk target 'xda'",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda1' bus='sata'/></disk>",
      "unsupported configuration: invalid disk target 'sda1', partitions can't appear in disk targets",
    ],
    ["q35", "<disk type='file'><source file='/a'/><target dev='sda0' bus='sata'/></disk>", accepted],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='sda' bus='sata'/><readonly/></disk>",
      "unsupported configuration: readonly sata disks are not supported",
    ],
    [
      "pc",
      "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/><readonly/></disk>",
      "unsupported configuration: readonly ide disks are not supported",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/><readonly/></disk>",
      accepted,
    ],
    [
      "q35",
      "<disk type='file' device='cdrom'><target dev='vda' bus='virtio'/></disk>",
      "unsupported configuration: disk type of 'vda' does not support ejectable media",
    ],
    [
      "q35",
      "<disk type='file' device='cdrom'><target dev='sda' bus='usb'/></disk>",
      "unsupported configuration: 'usb' disk must not be empty",
    ],
    [
      "q35",
      "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/></disk>",
      "unsupported configuration: IDE controllers are unsupported for this QEMU binary or machine type",
    ],
  ]);
});
