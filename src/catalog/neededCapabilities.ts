import type { Capability } from "./capabilities.ts";
import type { RefusalCode } from "./refusals.ts";

/** What a QEMU binary must offer for a device or a setting, and what libvirt says where it does not. */
export interface Need {
  readonly capability: Capability;
  readonly code: RefusalCode;
}

const rngFlavour: Need = { capability: "VIRTIO_PCI_TRANSITIONAL", code: "rng-model-unsupported" };
const vsock: Need = { capability: "DEVICE_VHOST_VSOCK", code: "vsock-unsupported" };
const smartcardHost: Need = { capability: "CCID_EMULATED", code: "smartcard-host-unsupported" };

/** Devices, by kind and the words that tell them apart (qemuValidateDomainDeviceDef, libvirt 11.3). */
export const neededByDevice: Readonly<Record<string, Need>> = {
  "audio dbus": { capability: "DISPLAY_DBUS", code: "audio-dbus-unsupported" },
  "crypto virtio": { capability: "DEVICE_VIRTIO_CRYPTO", code: "crypto-model-unsupported" },
  "disk lun scsi": { capability: "SCSI_BLOCK", code: "disk-lun-unsupported" },
  "disk usb": { capability: "DEVICE_USB_STORAGE", code: "disk-usb-unsupported" },
  "disk vhostuser": { capability: "DEVICE_VHOST_USER_BLK", code: "disk-type-unsupported" },
  "disk vhostvdpa": { capability: "DEVICE_VIRTIO_BLK_VHOST_VDPA", code: "disk-type-unsupported" },
  "filesystem mtp": { capability: "DEVICE_USB_MTP", code: "filesystem-mtp-unsupported" },
  "filesystem virtiofs": { capability: "DEVICE_VHOST_USER_FS", code: "virtiofs-unsupported" },
  "graphics dbus": { capability: "DISPLAY_DBUS", code: "graphics-unsupported" },
  "graphics egl-headless": { capability: "EGL_HEADLESS", code: "graphics-unsupported" },
  "graphics sdl": { capability: "SDL", code: "graphics-unsupported" },
  "graphics spice": { capability: "SPICE", code: "graphics-unsupported" },
  "graphics vnc": { capability: "VNC", code: "graphics-unsupported" },
  "hostdev scsi_host": { capability: "DEVICE_VHOST_SCSI", code: "hostdev-vhost-scsi-unsupported" },
  "hub usb": { capability: "USB_HUB", code: "hub-unsupported" },
  "input keyboard usb": { capability: "DEVICE_USB_KBD", code: "input-usb-keyboard-unsupported" },
  "input keyboard virtio": { capability: "VIRTIO_KEYBOARD", code: "input-virtio-unsupported" },
  "input mouse virtio": { capability: "VIRTIO_MOUSE", code: "input-virtio-unsupported" },
  "input passthrough virtio": { capability: "VIRTIO_INPUT_HOST", code: "input-virtio-unsupported" },
  "input tablet virtio": { capability: "VIRTIO_TABLET", code: "input-virtio-unsupported" },
  "interface vdpa": { capability: "NETDEV_VHOST_VDPA", code: "interface-vdpa-unsupported" },
  "memory dimm": { capability: "DEVICE_PC_DIMM", code: "memory-hotplug-unsupported" },
  "memory nvdimm": { capability: "DEVICE_NVDIMM", code: "memory-model-unsupported" },
  "memory virtio-mem": { capability: "DEVICE_VIRTIO_MEM_PCI", code: "memory-model-unsupported" },
  "memory virtio-pmem": { capability: "DEVICE_VIRTIO_PMEM_PCI", code: "memory-model-unsupported" },
  "pstore acpi-erst": { capability: "DEVICE_ACPI_ERST", code: "pstore-unsupported" },
  "redirdev usb": { capability: "USB_REDIR", code: "redirdev-unsupported" },
  "rng virtio": { capability: "VIRTIO_RNG", code: "rng-model-unsupported" },
  "rng virtio-non-transitional": rngFlavour,
  "rng virtio-transitional": rngFlavour,
  "shmem ivshmem-doorbell": { capability: "DEVICE_IVSHMEM_DOORBELL", code: "shmem-model-unsupported" },
  "shmem ivshmem-plain": { capability: "DEVICE_IVSHMEM_PLAIN", code: "shmem-model-unsupported" },
  "smartcard host": smartcardHost,
  "smartcard host-certificates": smartcardHost,
  "smartcard passthrough": { capability: "CCID_PASSTHRU", code: "smartcard-passthrough-unsupported" },
  "sound ich9": { capability: "DEVICE_ICH9_INTEL_HDA", code: "sound-ich9-unsupported" },
  "sound usb": { capability: "OBJECT_USB_AUDIO", code: "sound-usb-unsupported" },
  "sound virtio": { capability: "DEVICE_VIRTIO_SOUND", code: "sound-virtio-unsupported" },
  "vsock virtio": vsock,
  "vsock virtio-non-transitional": vsock,
  "vsock virtio-transitional": vsock,
};

/** Devices that libvirt knows and drives no QEMU with. */
export const foreignDevices: Readonly<Record<string, RefusalCode>> = {
  "graphics desktop": "graphics-unsupported",
  "shmem ivshmem": "shmem-ivshmem-gone",
};

/** What TPM models and backends need (virQEMUCapsFillDomainDeviceTPMCaps, libvirt 11.3). */
export const neededByTpm: Readonly<Record<string, Capability>> = {
  passthrough: "DEVICE_TPM_PASSTHROUGH",
  emulator: "DEVICE_TPM_EMULATOR",
  external: "DEVICE_TPM_EMULATOR",
  "tpm-tis": "DEVICE_TPM_TIS",
  "tpm-crb": "DEVICE_TPM_CRB",
  "tpm-spapr": "DEVICE_TPM_SPAPR",
  "spapr-tpm-proxy": "DEVICE_SPAPR_TPM_PROXY",
};

/** What IOMMU models need. */
export const neededByIommu: Readonly<Record<string, readonly Capability[]>> = {
  intel: ["DEVICE_INTEL_IOMMU"],
  smmuv3: ["MACHINE_VIRT_IOMMU"],
  virtio: ["DEVICE_VIRTIO_IOMMU_PCI", "VIRTIO_IOMMU_BOOT_BYPASS"],
};
