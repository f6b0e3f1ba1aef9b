import type { Binary } from "./binaries.ts";

/** Major and minor number. */
export type QemuVersion = readonly [major: number, minor: number];

/** The newest QEMU whose capabilities are recorded; machine aliases resolve to its versioned machines. */
export const latestQemu: QemuVersion = [10, 0];

export interface CapabilityRow {
  /** The emulators of QEMU 10.0 that have it. */
  readonly binaries: readonly Binary[];
  /** The first QEMU that has it; absent where 6.2, the oldest that libvirt 11.3 drives, has it already. */
  readonly since?: QemuVersion;
  /** Emulators that got it later than the others. */
  readonly later?: { readonly [B in Binary]?: QemuVersion };
}

const express: readonly Binary[] = ["x86", "arm", "riscv", "loongarch", "ppc64", "ppc", "mips64el"];
/** Emulators with the usual PCI devices. */
const pci: readonly Binary[] = [...express, "mips", "alpha", "sh4", "xtensa", "sparc64"];
const pciAndS390: readonly Binary[] = [...pci, "s390"];
const virtio: readonly Binary[] = [...pciAndS390, "m68k"];
const withDisks: readonly Binary[] = [...virtio, "sparc"];
const all: readonly Binary[] = [...withDisks, "microblaze"];
const memory: readonly Binary[] = ["x86", "arm", "loongarch", "ppc64"];
const virtioMem: readonly Binary[] = ["x86", "arm", "s390"];

/**
 * What the emulators of QEMU offer, as far as libvirt 11.3 looks at it before it takes a domain. Names are libvirt's
 * (QEMU_CAPS_…) without their prefix, as `--without-qemu` takes them. Emulators: what libvirt 11.3 finds in stock
 * builds of QEMU 10.0, with SPICE. Versions: the capability sets that libvirt records for QEMU 6.2 to 10.0.
 */
export const capabilityRows = {
  PIIX3_USB_UHCI: { binaries: pci },
  PIIX4_USB_UHCI: { binaries: pci },
  USB_EHCI: { binaries: pci },
  VT82C686B_USB_UHCI: { binaries: ["ppc64", "ppc", "mips64el"] },
  PCI_OHCI: { binaries: pci },
  DEVICE_QEMU_XHCI: { binaries: pciAndS390 },
  NEC_USB_XHCI: { binaries: pci },
  ICH9_USB_EHCI1: { binaries: pci },
  USB_HUB: { binaries: pciAndS390 },
  USB_REDIR: { binaries: pciAndS390 },
  DEVICE_USB_STORAGE: { binaries: pciAndS390 },
  DEVICE_USB_KBD: { binaries: pciAndS390 },
  OBJECT_USB_AUDIO: { binaries: pciAndS390 },
  CCID_EMULATED: { binaries: pciAndS390 },
  CCID_PASSTHRU: { binaries: pciAndS390 },

  SCSI_LSI: { binaries: pci },
  VIRTIO_SCSI: { binaries: virtio },
  SCSI_MPTSAS1068: { binaries: pci },
  SCSI_MEGASAS: { binaries: pci },
  SCSI_PVSCSI: { binaries: pci },
  SCSI_NCR53C90: { binaries: ["m68k", "mips", "sparc"] },
  SCSI_DC390: { binaries: pci },
  SCSI_AM53C974: { binaries: pci },
  SCSI_BLOCK: { binaries: withDisks },
  ICH9_AHCI: { binaries: pci },
  VIRTIO_BLK_QUEUE_SIZE: { binaries: pciAndS390 },
  VIRTIO_BLK_IOTHREAD_MAPPING: { binaries: pciAndS390, since: [9, 0] },
  VIRTIO_SCSI_IOTHREAD_MAPPING: { binaries: pciAndS390, since: [10, 0] },
  DEVICE_VHOST_USER_BLK: { binaries: pciAndS390 },
  DEVICE_VIRTIO_BLK_VHOST_VDPA: { binaries: all, since: [8, 1] },
  QCOW2_DISCARD_NO_UNREF: { binaries: all, since: [8, 1] },
  DEVICE_VHOST_SCSI: { binaries: virtio },
  DEVICE_VHOST_USER_FS: { binaries: virtio },
  DEVICE_USB_MTP: { binaries: pciAndS390 },

  RTL8139: { binaries: pci },
  E1000: { binaries: pci },
  VIRTIO_NET: { binaries: virtio },
  VIRTIO_NET_RSS: { binaries: pciAndS390 },
  NETDEV_STREAM: { binaries: all, since: [7, 2] },
  NETDEV_VHOST_VDPA: { binaries: all },

  CIRRUS_VGA: { binaries: pci },
  VGA: { binaries: pci },
  QXL: { binaries: pci },
  VMWARE_SVGA: { binaries: ["x86", "mips", "mips64el"] },
  VIRTIO_GPU: { binaries: virtio },
  DEVICE_BOCHS_DISPLAY: { binaries: pci },
  DEVICE_RAMFB: { binaries: ["x86", "arm", "riscv", "loongarch"] },
  SPICE: { binaries: all },
  VNC: { binaries: all },
  SDL: { binaries: all },
  EGL_HEADLESS: { binaries: all },
  DISPLAY_DBUS: { binaries: all, since: [7, 0] },

  DEVICE_PCI_BRIDGE: { binaries: pciAndS390 },
  DEVICE_DMI_TO_PCI_BRIDGE: { binaries: [...express, "xtensa"] },
  DEVICE_PCIE_ROOT_PORT: { binaries: express },
  DEVICE_IOH3420: { binaries: express },
  DEVICE_X3130_UPSTREAM: { binaries: express },
  DEVICE_XIO3130_DOWNSTREAM: { binaries: express },
  DEVICE_PCIE_PCI_BRIDGE: { binaries: express },
  DEVICE_PXB: { binaries: ["x86", "arm"] },
  DEVICE_PXB_PCIE: { binaries: ["x86", "arm"] },
  DEVICE_SPAPR_PCI_HOST_BRIDGE: { binaries: ["ppc64"] },
  PCIE_ROOT_PORT_HOTPLUG: { binaries: express },
  PIIX4_ACPI_ROOT_PCI_HOTPLUG: { binaries: ["x86", "mips", "mips64el"] },
  ACPI_INDEX: { binaries: pciAndS390 },

  DEVICE_I8042: { binaries: ["x86", "ppc64", "ppc", "alpha", "mips", "mips64el", "sparc64"] },
  MACHINE_I8042_OPT: { binaries: ["x86"], since: [7, 0] },
  DEVICE_ZPCI: { binaries: ["s390"] },
  DEVICE_VIRTIO_MMIO: { binaries: ["x86", "arm", "riscv", "m68k"] },
  VIRTIO_PCI_TRANSITIONAL: { binaries: pciAndS390 },
  DEVICE_INTEL_IOMMU: { binaries: ["x86"] },
  INTEL_IOMMU_DMA_TRANSLATION: { binaries: ["x86"], since: [7, 1] },
  MACHINE_VIRT_IOMMU: { binaries: ["arm"] },
  DEVICE_VIRTIO_IOMMU_PCI: { binaries: pciAndS390 },
  VIRTIO_IOMMU_BOOT_BYPASS: { binaries: pciAndS390, since: [7, 0] },
  DEVICE_VFIO_PCI: { binaries: pciAndS390 },
  DEVICE_VFIO_CCW: { binaries: ["s390"] },
  DEVICE_VFIO_AP: { binaries: ["s390"] },
  USB_HOST_GUESTS_RESETS_ALL: { binaries: pciAndS390 },

  HDA_DUPLEX: { binaries: pci },
  HDA_MICRO: { binaries: pci },
  HDA_OUTPUT: { binaries: pci },
  DEVICE_ICH9_INTEL_HDA: { binaries: pci },
  DEVICE_VIRTIO_SOUND: { binaries: virtio, since: [8, 2] },

  DEVICE_PC_DIMM: { binaries: memory },
  DEVICE_NVDIMM: { binaries: memory },
  DEVICE_VIRTIO_PMEM_PCI: { binaries: ["x86"] },
  DEVICE_VIRTIO_MEM_PCI: { binaries: virtioMem, later: { s390: [10, 0] } },
  DEVICE_VIRTIO_MEM_PCI_DYNAMIC_MEMSLOTS: { binaries: virtioMem, since: [8, 2], later: { s390: [10, 0] } },
  DEVICE_IVSHMEM_PLAIN: { binaries: express },
  DEVICE_IVSHMEM_DOORBELL: { binaries: express },

  DEVICE_PANIC: { binaries: ["x86"] },
  DEVICE_PANIC_PCI: { binaries: pci },
  DEVICE_ACPI_ERST: { binaries: [...express, "mips"], since: [7, 0] },
  DEVICE_NVRAM: { binaries: ["ppc64"] },
  DEVICE_VHOST_VSOCK: { binaries: virtio },
  VIRTIO_RNG: { binaries: virtio },
  DEVICE_VIRTIO_CRYPTO: { binaries: virtio },
  OBJECT_CRYPTO_LKCF: { binaries: all, since: [8, 0] },
  VIRTIO_BALLOON_AUTODEFLATE: { binaries: virtio },
  VIRTIO_BALLOON_FREE_PAGE_REPORTING: { binaries: virtio },
  VIRTIO_KEYBOARD: { binaries: virtio },
  VIRTIO_MOUSE: { binaries: virtio },
  VIRTIO_TABLET: { binaries: virtio },
  VIRTIO_INPUT_HOST: { binaries: virtio },
  DEVICE_TPM_PASSTHROUGH: { binaries: ["x86", "arm", "riscv", "loongarch", "ppc64"] },
  DEVICE_TPM_EMULATOR: { binaries: ["x86", "arm", "riscv", "loongarch", "ppc64"] },
  DEVICE_TPM_TIS: { binaries: ["x86", "arm", "riscv", "loongarch"] },
  DEVICE_TPM_CRB: { binaries: ["x86"] },
  DEVICE_TPM_SPAPR: { binaries: ["ppc64"] },
  DEVICE_SPAPR_TPM_PROXY: { binaries: ["ppc64"] },
} as const satisfies Readonly<Record<string, CapabilityRow>>;

export type Capability = keyof typeof capabilityRows;
