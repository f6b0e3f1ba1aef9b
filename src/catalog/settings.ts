import type { Need } from "./neededCapabilities.ts";
import type { RefusalCode } from "./refusals.ts";

/** Something that may be written in a device's XML and that not every QEMU, or not every device, can do. */
export interface Setting extends Partial<Need> {
  /** The path from the device: a child element, an attribute, or one value of it. */
  readonly part: string;
  /** Words of which the device must carry one (its type, bus or model) for libvirt to look at the emulator. */
  readonly among?: readonly string[];
  /** What libvirt says to all other devices, where it says something. */
  readonly elsewhere?: RefusalCode;
}

const virtio = ["virtio", "virtio-transitional", "virtio-non-transitional"];
const virtioScsi = ["virtio-scsi", "virtio-transitional", "virtio-non-transitional"];
const hda = ["ich6", "ich9"];

/** Settings that libvirt 11.3 misses in some binaries or refuses on some devices, by kind (qemuValidateDomainDeviceDef). */
export const settings: Readonly<Record<string, readonly Setting[]>> = {
  controller: [
    { part: "driver@queues", among: virtioScsi, elsewhere: "scsi-driver-option" },
    { part: "driver@cmd_per_lun", among: virtioScsi, elsewhere: "scsi-driver-option" },
    { part: "driver@max_sectors", among: virtioScsi, elsewhere: "scsi-driver-option" },
    { part: "driver@ioeventfd", among: virtioScsi, elsewhere: "scsi-driver-option" },
    {
      part: "driver/iothreads",
      among: virtioScsi,
      capability: "VIRTIO_SCSI_IOTHREAD_MAPPING",
      code: "scsi-iothreads-unsupported",
    },
  ],
  crypto: [
    {
      part: "backend@model=lkcf",
      capability: "OBJECT_CRYPTO_LKCF",
      code: "crypto-backend-unsupported",
    },
  ],
  disk: [
    {
      part: "driver@queue_size",
      among: ["virtio"],
      elsewhere: "disk-queue-size-bus",
      capability: "VIRTIO_BLK_QUEUE_SIZE",
      code: "disk-queue-size-unsupported",
    },
    {
      part: "driver/iothreads",
      among: ["virtio"],
      elsewhere: "disk-iothread-bus",
      capability: "VIRTIO_BLK_IOTHREAD_MAPPING",
      code: "disk-iothreads-unsupported",
    },
    { part: "driver@iothread", among: ["virtio"], elsewhere: "disk-iothread-bus" },
    {
      part: "driver@discard_no_unref",
      capability: "QCOW2_DISCARD_NO_UNREF",
      code: "disk-discard-no-unref-unsupported",
    },
  ],
  hostdev: [
    { part: "driver@name=vfio", among: ["pci"], capability: "DEVICE_VFIO_PCI", code: "hostdev-vfio-missing" },
    {
      part: "source@guestReset",
      among: ["usb"],
      capability: "USB_HOST_GUESTS_RESETS_ALL",
      code: "hostdev-guest-reset-unsupported",
    },
  ],
  interface: [
    {
      part: "backend@type=passt",
      among: ["user"],
      capability: "NETDEV_STREAM",
      code: "interface-backend-unsupported",
    },
    {
      part: "driver@rss",
      among: virtio,
      capability: "VIRTIO_NET_RSS",
      code: "interface-rss-unsupported",
    },
    {
      part: "driver@rss_hash_report",
      among: virtio,
      capability: "VIRTIO_NET_RSS",
      code: "interface-rss-hash-unsupported",
    },
  ],
  iommu: [
    {
      part: "driver@dma_translation",
      among: ["intel"],
      capability: "INTEL_IOMMU_DMA_TRANSLATION",
      code: "iommu-dma-translation-unsupported",
    },
  ],
  memballoon: [
    {
      part: "@autodeflate",
      among: virtio,
      capability: "VIRTIO_BALLOON_AUTODEFLATE",
      code: "memballoon-deflate-unsupported",
    },
    {
      part: "@freePageReporting",
      among: virtio,
      capability: "VIRTIO_BALLOON_FREE_PAGE_REPORTING",
      code: "memballoon-reporting-unsupported",
    },
  ],
  memory: [
    {
      part: "target@dynamicMemslots=yes",
      among: ["virtio-mem"],
      capability: "DEVICE_VIRTIO_MEM_PCI_DYNAMIC_MEMSLOTS",
      code: "memory-memslots-unsupported",
    },
  ],
  sound: [
    { part: "codec@type=duplex", among: hda, capability: "HDA_DUPLEX", code: "sound-codec-unsupported" },
    { part: "codec@type=micro", among: hda, capability: "HDA_MICRO", code: "sound-codec-unsupported" },
    { part: "codec@type=output", among: hda, capability: "HDA_OUTPUT", code: "sound-codec-unsupported" },
  ],
};
