/** Our words for devices and settings that a QEMU does not have. */
export const binaryWords = {
  "acpi-index-unsupported": "This QEMU knows no ACPI index; remove <acpi> from {subject}.",
  "audio-dbus-unsupported": "This QEMU has no D-Bus audio; choose another type for {subject}.",
  "crypto-backend-unsupported": "This QEMU has no crypto backend {value}; choose another.",
  "crypto-model-unsupported": "This QEMU has no crypto device of model {model}; remove it.",
  "disk-discard-no-unref-unsupported":
    "This QEMU does not know discard_no_unref; remove it from the <driver> of {subject}.",
  "disk-iothreads-unsupported":
    "This QEMU cannot share {subject} among I/O threads; remove <iothreads>, or name one iothread.",
  "disk-lun-unsupported": "This QEMU passes no SCSI commands through; choose device='disk' for {subject}.",
  "disk-queue-size-unsupported":
    "This QEMU cannot set a queue size; remove queue_size from the <driver> of {subject}.",
  "disk-type-unsupported": "This QEMU has no disks of type {type}; choose another type for {subject}.",
  "disk-usb-unsupported": "This QEMU has no USB disks; choose another bus for {subject}.",
  "filesystem-mtp-unsupported": "This QEMU has no MTP; choose another driver for {subject}.",
  "graphics-unsupported": "This QEMU has no {type} graphics; choose another type.",
  "hostdev-guest-reset-unsupported":
    "This QEMU does not know guestReset; remove it from the <source> of {subject}.",
  "hostdev-vfio-missing": "This QEMU has no VFIO and cannot pass PCI devices through; remove {subject}.",
  "hostdev-vhost-scsi-unsupported": "This QEMU has no vhost SCSI; remove {subject}.",
  "hub-unsupported": "This QEMU has no USB hub; remove {subject}.",
  "input-usb-keyboard-unsupported": "This QEMU has no USB keyboard; choose another bus for {subject}.",
  "input-virtio-unsupported": "This QEMU has no {driver}; choose another bus for {subject}.",
  "interface-backend-unsupported":
    "This QEMU has no network backend {value}; remove <backend> from {subject}.",
  "interface-rss-hash-unsupported":
    "This QEMU reports no RSS hashes; remove rss_hash_report from the <driver> of {subject}.",
  "interface-rss-unsupported": "This QEMU has no RSS; remove rss from the <driver> of {subject}.",
  "interface-vdpa-unsupported": "This QEMU has no vDPA; choose another type for {subject}.",
  "iommu-dma-translation-unsupported":
    "This QEMU cannot set DMA translation; remove dma_translation from the <driver> of the IOMMU.",
  "iommu-unsupported": "This QEMU has no IOMMU of model {model}; choose another.",
  "memballoon-deflate-unsupported": "This balloon cannot deflate by itself; remove autodeflate.",
  "memballoon-reporting-unsupported": "This balloon cannot report free pages; remove freePageReporting.",
  "memory-hotplug-unsupported": "This QEMU takes no memory devices; remove {subject}.",
  "memory-memslots-unsupported": "This QEMU has no dynamic memory slots; remove dynamicMemslots.",
  "memory-model-unsupported": "This QEMU has no memory device {model}; choose another model.",
  "pstore-unsupported": "This QEMU has no pstore with backend {model}; remove it.",
  "redirdev-unsupported": "This QEMU redirects no USB devices; remove {subject}.",
  "rng-model-unsupported": "This QEMU has no random number device of model {model}; choose another.",
  "scsi-iothreads-unsupported":
    "This QEMU cannot share {subject} among I/O threads; remove <iothreads>, or name one iothread.",
  "shmem-ivshmem-gone": "The model ivshmem is gone; use ivshmem-plain, or ivshmem-doorbell with a server.",
  "shmem-model-unsupported": "This QEMU has no shared memory of model {model}; choose another.",
  "smartcard-host-unsupported": "This QEMU has no smartcards of the host; choose mode='passthrough'.",
  "smartcard-passthrough-unsupported": "This QEMU passes no smartcards through; remove {subject}.",
  "sound-codec-unsupported": "This QEMU has no codec {value}; remove <codec> from {subject}.",
  "sound-ich9-unsupported": "This QEMU has no ich9 sound; choose another model for {subject}.",
  "sound-usb-unsupported": "This QEMU has no USB sound; choose another model for {subject}.",
  "sound-virtio-unsupported": "This QEMU has no virtio sound; choose another model for {subject}.",
  "tpm-backend-unsupported":
    "The emulator {emulator} has no TPM backend of type {backend}; choose another, or remove {subject}.",
  "tpm-model-unsupported": "The emulator {emulator} has no TPM of model {model}; choose another model.",
  "virtiofs-unsupported": "This QEMU has no virtiofs; choose another driver for {subject}.",
  "vsock-unsupported": "This QEMU has no vsock; remove {subject}.",
} as const;
