/**
 * What a QEMU binary offers, as far as addresses depend on it. Names are libvirt's (QEMU_CAPS_…, libvirt 11.3)
 * without their prefix, as `--without-qemu` takes them.
 */
export type Capability =
  | "PIIX3_USB_UHCI"
  | "PCI_OHCI"
  | "DEVICE_QEMU_XHCI"
  | "NEC_USB_XHCI"
  | "ICH9_USB_EHCI1"
  | "SCSI_LSI"
  | "VIRTIO_SCSI"
  | "SCSI_MPTSAS1068"
  | "SCSI_MEGASAS"
  | "SCSI_PVSCSI"
  | "SCSI_NCR53C90"
  | "SCSI_DC390"
  | "SCSI_AM53C974"
  | "RTL8139"
  | "E1000"
  | "VIRTIO_NET"
  | "CIRRUS_VGA"
  | "VGA"
  | "QXL"
  | "DEVICE_PCIE_ROOT_PORT"
  | "DEVICE_IOH3420"
  | "DEVICE_PCIE_PCI_BRIDGE"
  | "DEVICE_I8042"
  | "DEVICE_ZPCI"
  | "DEVICE_INTEL_IOMMU"
  | "DEVICE_VIRTIO_MMIO"
  | "DEVICE_VFIO_CCW"
  | "DEVICE_VFIO_AP"
  | "DEVICE_VFIO_PCI"
  | "ICH9_AHCI"
  | "DEVICE_PANIC"
  | "DEVICE_PANIC_PCI"
  | "DEVICE_NVRAM"
  | "PIIX_ACPI_ROOT_PCI_HOTPLUG"
  | "VIRTIO_TRANSITIONAL";

const usb: readonly Capability[] = [
  "PIIX3_USB_UHCI",
  "PCI_OHCI",
  "DEVICE_QEMU_XHCI",
  "NEC_USB_XHCI",
  "ICH9_USB_EHCI1",
];
const scsi: readonly Capability[] = [
  "SCSI_LSI",
  "VIRTIO_SCSI",
  "SCSI_MPTSAS1068",
  "SCSI_MEGASAS",
  "SCSI_PVSCSI",
  "SCSI_DC390",
  "SCSI_AM53C974",
];
const net: readonly Capability[] = ["RTL8139", "E1000", "VIRTIO_NET"];
const video: readonly Capability[] = ["CIRRUS_VGA", "VGA", "QXL"];
const pcie: readonly Capability[] = ["DEVICE_PCIE_ROOT_PORT", "DEVICE_IOH3420", "DEVICE_PCIE_PCI_BRIDGE"];
const everyPciBinary: readonly Capability[] = [
  ...usb,
  ...scsi,
  ...net,
  ...video,
  ...pcie,
  "ICH9_AHCI",
  "VIRTIO_TRANSITIONAL",
  "DEVICE_VFIO_PCI",
];

/** Devices in the stock binaries of QEMU 10.0 per architecture; the set is the same from 6.2 on. */
export const stockCapabilities: Readonly<Record<string, readonly Capability[]>> = {
  x86: [
    ...everyPciBinary,
    "DEVICE_I8042",
    "DEVICE_INTEL_IOMMU",
    "DEVICE_VIRTIO_MMIO",
    "DEVICE_PANIC",
    "DEVICE_PANIC_PCI",
    "PIIX_ACPI_ROOT_PCI_HOTPLUG",
  ],
  arm: [...everyPciBinary, "DEVICE_VIRTIO_MMIO", "DEVICE_PANIC_PCI"],
  riscv: [...everyPciBinary, "DEVICE_VIRTIO_MMIO", "DEVICE_PANIC_PCI"],
  loongarch: [...everyPciBinary],
  ppc: [...everyPciBinary, "DEVICE_NVRAM"],
  s390: [
    "DEVICE_QEMU_XHCI",
    "VIRTIO_SCSI",
    "VIRTIO_NET",
    "DEVICE_ZPCI",
    "DEVICE_VFIO_CCW",
    "DEVICE_VFIO_AP",
    "DEVICE_VFIO_PCI",
    "VIRTIO_TRANSITIONAL",
  ],
  alpha: [...usb, ...scsi, ...net, ...video, "ICH9_AHCI", "VIRTIO_TRANSITIONAL", "DEVICE_VFIO_PCI"],
  sh4: [...usb, ...scsi, ...net, ...video, "ICH9_AHCI", "VIRTIO_TRANSITIONAL", "DEVICE_VFIO_PCI"],
  mips: [...everyPciBinary],
  sparc64: [...everyPciBinary],
  sparc: ["SCSI_NCR53C90"],
  m68k: ["VIRTIO_NET", "VIRTIO_SCSI", "SCSI_LSI", "VIRTIO_TRANSITIONAL", "DEVICE_VIRTIO_MMIO"],
  none: [],
};

/** Which row of `stockCapabilities` an architecture's binary has. */
export const binaryOfArch: Readonly<Record<string, string>> = {
  i686: "x86",
  x86_64: "x86",
  armv6l: "arm",
  armv7l: "arm",
  armv7b: "arm",
  aarch64: "arm",
  riscv32: "riscv",
  riscv64: "riscv",
  loongarch64: "loongarch",
  ppc: "ppc",
  ppcemb: "ppc",
  ppcle: "ppc",
  ppc64: "ppc",
  ppc64le: "ppc",
  s390: "s390",
  s390x: "s390",
  alpha: "alpha",
  sh4: "sh4",
  sh4eb: "sh4",
  mips: "mips",
  mipsel: "mips",
  mips64: "mips",
  mips64el: "mips",
  sparc64: "sparc64",
  sparc: "sparc",
  m68k: "m68k",
};

/** Major and minor number. */
export type QemuVersion = readonly [major: number, minor: number];

/** The newest QEMU whose capabilities are recorded; machine aliases resolve to its versioned machines. */
export const latestQemu: QemuVersion = [10, 0];
