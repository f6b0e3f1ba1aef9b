import type { Capability } from "./capabilities.ts";

/** What a QEMU binary must offer for a video model (virQEMUCapsFillDomainDeviceVideoCaps, libvirt 11.3). */
export const capabilityOfVideo: Readonly<Record<string, Capability>> = {
  vga: "VGA",
  cirrus: "CIRRUS_VGA",
  vmvga: "VMWARE_SVGA",
  qxl: "QXL",
  virtio: "VIRTIO_GPU",
  bochs: "DEVICE_BOCHS_DISPLAY",
  ramfb: "DEVICE_RAMFB",
};

/** Video models of other hypervisors, which no QEMU has. */
export const foreignVideoModels: ReadonlySet<string> = new Set(["xen", "vbox", "parallels", "gop"]);
