/** What libvirt says about devices and settings that a QEMU binary does not have (qemu/qemu_validate.c, libvirt 11.3). */
export const binaryRefusals = {
  "acpi-index-unsupported": "unsupported configuration: ACPI index is not supported with this QEMU",
  "audio-dbus-unsupported": "unsupported configuration: D-Bus audio is not supported with this QEMU",
  "crypto-backend-unsupported": "unsupported configuration: crypto backend {value} is not supported",
  "crypto-model-unsupported": "unsupported configuration: crypto model {model} is not supported",
  "disk-discard-no-unref-unsupported":
    "unsupported configuration: 'discard_no_unref' is not supported by this QEMU binary",
  "disk-iothreads-unsupported":
    "unsupported configuration: IOThread mapping for disk '{target}' is not available with this QEMU binary",
  "disk-lun-unsupported":
    "unsupported configuration: This QEMU doesn't support scsi-block for lun passthrough",
  "disk-queue-size-unsupported":
    "unsupported configuration: queue-size property isn't supported by this QEMU binary",
  "disk-type-unsupported": "unsupported configuration: {type} disk is not supported with this QEMU binary",
  "disk-usb-unsupported": "unsupported configuration: This QEMU doesn't support '-device usb-storage'",
  "filesystem-mtp-unsupported": "unsupported configuration: mtp is not supported with this QEMU binary",
  "graphics-unsupported": "unsupported configuration: {type} graphics are not supported with this QEMU",
  "hostdev-guest-reset-unsupported":
    "unsupported configuration: guestReset is not supported with this version of QEMU",
  "hostdev-vfio-missing":
    "unsupported configuration: VFIO PCI device assignment is not supported by this version of qemu",
  "hostdev-vhost-scsi-unsupported": "unsupported configuration: This QEMU doesn't support vhost-scsi devices",
  "hub-unsupported": "unsupported configuration: usb-hub not supported by QEMU binary",
  "input-usb-keyboard-unsupported":
    "unsupported configuration: usb keyboard is not supported by this QEMU binary",
  "input-virtio-unsupported": "unsupported configuration: {driver} is not supported by this QEMU binary",
  "interface-backend-unsupported":
    "unsupported configuration: the '{value}' network backend is not supported with this QEMU binary",
  "interface-rss-hash-unsupported":
    "unsupported configuration: virtio rss hash report is not supported with this QEMU binary",
  "interface-rss-unsupported": "unsupported configuration: virtio rss is not supported with this QEMU binary",
  "interface-vdpa-unsupported":
    "unsupported configuration: vDPA devices are not supported with this QEMU binary",
  "iommu-dma-translation-unsupported":
    "unsupported configuration: iommu: updating dma translation is not supported with this QEMU binary",
  "iommu-unsupported":
    "unsupported configuration: IOMMU device: '{model}' is not supported with this QEMU binary",
  "memballoon-deflate-unsupported":
    "unsupported configuration: deflate-on-oom is not supported by this QEMU binary",
  "memballoon-reporting-unsupported":
    "unsupported configuration: freePageReporting is not supported by this QEMU binary",
  "memory-hotplug-unsupported":
    "unsupported configuration: memory hotplug isn't supported by this QEMU binary",
  "memory-memslots-unsupported": "unsupported configuration: virtio-mem does not support dynamicMemslots",
  "memory-model-unsupported": "unsupported configuration: {model} isn't supported by this QEMU binary",
  "pstore-unsupported": "unsupported configuration: {model} backend of pstore device is not supported",
  "redirdev-unsupported":
    "unsupported configuration: USB redirection is not supported by this version of QEMU",
  "rng-model-unsupported":
    "unsupported configuration: domain configuration does not support rng model '{model}'",
  "scsi-iothreads-unsupported":
    "unsupported configuration: IOThread mapping for virtio-scsi controllers is not available with this QEMU binary",
  "shmem-ivshmem-gone": "unsupported configuration: ivshmem device is no longer supported",
  "shmem-model-unsupported":
    "unsupported configuration: shmem model '{model}' is not supported by this QEMU binary",
  "smartcard-host-unsupported":
    "unsupported configuration: this QEMU binary lacks smartcard host mode support",
  "smartcard-passthrough-unsupported":
    "unsupported configuration: this QEMU binary lacks smartcard passthrough mode support",
  "sound-codec-unsupported": "unsupported configuration: hda-{value} not supported in this QEMU binary",
  "sound-ich9-unsupported":
    "unsupported configuration: The ich9-intel-hda audio controller is not supported in this QEMU binary",
  "sound-usb-unsupported":
    "unsupported configuration: usb-audio controller is not supported by this QEMU binary",
  "sound-virtio-unsupported":
    "unsupported configuration: virtio-sound controller is not supported in this QEMU binary",
  "tpm-backend-unsupported":
    "unsupported configuration: The QEMU executable {emulator} does not support TPM backend type {backend}",
  "tpm-model-unsupported":
    "unsupported configuration: The QEMU executable {emulator} does not support TPM model {model}",
  "virtiofs-unsupported": "unsupported configuration: virtiofs is not supported with this QEMU binary",
  "vsock-unsupported": "unsupported configuration: vsock device is not supported with this QEMU binary",
} as const satisfies Record<string, string>;
