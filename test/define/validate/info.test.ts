import { describe } from "vitest";
import { accepted, checkRecorded } from "./recorded.ts";

describe("define/validate addresses of any device", () => {
  checkRecorded([
    [
      "q35",
      "<interface type='user'><address type='unassigned'/></interface>",
      "unsupported configuration: address of type 'unassigned' is supported only for hostdevs",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='pci'><source><address bus='3'/></source><address type='unassigned'/></hostdev>",
      accepted,
    ],
    [
      "q35",
      "<interface type='hostdev'><source><address type='pci' bus='3'/></source><address type='unassigned'/></interface>",
      "unsupported configuration: address of type 'unassigned' is supported only for hostdevs",
    ],
    [
      "q35",
      "<rng model='virtio'><backend model='random'>/dev/random</backend><address type='ccw'/></rng>",
      "unsupported configuration: CCW addresses are not supported by machine type 'pc-q35-10.0'",
    ],
    [
      "s390",
      "<rng model='virtio'><backend model='random'>/dev/random</backend><address type='ccw'/></rng>",
      accepted,
    ],
    [
      "pc",
      "<rng model='virtio'><backend model='random'>/dev/random</backend><address type='spapr-vio' reg='0x100000000'/></rng>",
      "unsupported configuration: spapr-vio reg='0x100000000' exceeds maximum possible value (0xffffffff)",
    ],
    [
      "pc",
      "<rng model='virtio'><backend model='random'>/dev/random</backend><address type='spapr-vio' reg='0xffffffff'/></rng>",
      accepted,
    ],
    [
      "q35",
      "<interface type='user'><address type='pci'><zpci uid='0x1'/></address></interface>",
      "unsupported configuration: This QEMU binary doesn't support zPCI",
    ],
    [
      "s390",
      "<interface type='user'><address type='pci' slot='1'><zpci uid='0x0000'/></address></interface>",
      "XML error: Invalid PCI address uid='0x0000', must be > 0x0000 and <= 0xffff",
    ],
    [
      "s390",
      "<interface type='user'><address type='pci' slot='1'><zpci uid='0x10000'/></address></interface>",
      "XML error: Invalid PCI address uid='0x10000', must be > 0x0000 and <= 0xffff",
    ],
    [
      "s390",
      "<interface type='user'><address type='pci' slot='1'><zpci uid='0xffff' fid='0x0'/></address></interface>",
      accepted,
    ],
    [
      "q35",
      "<interface type='user'><address type='usb'/><acpi index='5'/></interface>",
      "unsupported configuration: ACPI index is only supported for PCI devices",
    ],
    ["q35", "<interface type='user'><acpi index='5'/></interface>", accepted],
    [
      "q35",
      "<interface type='user'><address type='isa'/><rom bar='on'/></interface>",
      "unsupported configuration: ROM tuning is only supported for PCI devices",
    ],
    [
      "q35",
      "<hostdev mode='subsystem' type='pci'><source><address bus='3'/></source><rom bar='off'/><address type='unassigned'/></hostdev>",
      accepted,
    ],
  ]);
});
