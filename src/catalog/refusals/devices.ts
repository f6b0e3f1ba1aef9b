/**
 * What libvirt asks of every device, and of one kind of device, beyond its address type's own rules
 * (conf/domain_validate.c, conf/domain_postparse.c, qemu/qemu_validate.c, qemu/qemu_postparse.c, libvirt 11.3).
 */
export const deviceRefusals = {
  "machine-unsupported":
    "unsupported configuration: Emulator '{emulator}' does not support machine type '{machine}'",

  "address-unassigned-not-hostdev":
    "unsupported configuration: address of type 'unassigned' is supported only for hostdevs",
  "acpi-index-not-pci": "unsupported configuration: ACPI index is only supported for PCI devices",
  "rom-not-pci": "unsupported configuration: ROM tuning is only supported for PCI devices",
  "zpci-unsupported": "unsupported configuration: This QEMU binary doesn't support zPCI",
  "zpci-uid-range": "XML error: Invalid PCI address uid='0x{hex}', must be > 0x0000 and <= 0xffff",
  "alias-duplicate": "unsupported configuration: non unique alias detected: {alias}",

  "boot-order-duplicate": "unsupported configuration: boot order '{order}' used for more than one device",
  "boot-dev-and-order":
    "unsupported configuration: per-device boot elements cannot be used together with os/boot elements",

  "disk-iothread-bus": "unsupported configuration: IOThreads not available for bus {bus} target {target}",
  "disk-queue-size-bus":
    "unsupported configuration: queue_size attribute in disk driver is only supported for virtio bus",
  "scsi-driver-option": "unsupported configuration: '{option}' is only supported by virtio-scsi controller",
  "disk-source-missing": "missing source information for device {target}",
  "disk-not-ejectable": "unsupported configuration: disk type of '{target}' does not support ejectable media",
  "filesystem-target-missing": "missing target information for device {source}",
  "disk-tray": "unsupported configuration: tray is only valid for cdrom and floppy",
  "disk-removable-bus": "XML error: removable is only valid for usb or scsi disks",
  "disk-rotation-bus": "internal error: rotation rate is only valid for SCSI/IDE/SATA bus",
  "disk-rotation-device": "internal error: rotation rate is only valid for disk device",
  "disk-readonly": "unsupported configuration: readonly {bus} disks are not supported",

  "hostdev-pci-address-type": "internal error: PCI host devices must use 'pci' or 'unassigned' address type",
  "hostdev-scsi-address-type": "unsupported configuration: SCSI host device must use 'drive' address type",
  "hostdev-scsihost-address-type":
    "unsupported configuration: SCSI_host host device must use 'pci' or 'ccw' address type",
  "hostdev-usb-address-type": "unsupported configuration: USB host device must use 'usb' address type",
  "hostdev-mdev-address-type":
    "XML error: Unsupported address type '{type}' with mediated device model '{model}'",
  "hostdev-duplicate": "XML error: Hostdev already exists in the domain configuration",
  "hostdev-boot-vhost":
    "unsupported configuration: booting from assigned devices is not supported by vhost SCSI devices",
  "hostdev-boot-mdev":
    "unsupported configuration: booting from assigned devices is not supported by mediated devices of model {model}",
  "hostdev-vfio-unsupported":
    "unsupported configuration: VFIO {sort} device assignment is not supported by this version of QEMU",
  "hostdev-vfio-ap-single": "unsupported configuration: Only one hostdev of model vfio-ap is supported",

  "video-ramfb-address": "unsupported configuration: address not supported for video type ramfb",
  "video-none-not-alone":
    "unsupported configuration: a 'none' video type must be the only video device defined for the domain",
  "video-model-missing": "internal error: missing video model and cannot determine default",
  "video-primary-duplicate": "unsupported configuration: Only one primary video device is supported",
  "video-primary-only":
    "unsupported configuration: video type '{model}' is only valid as primary video device",
  "video-heads": "unsupported configuration: video type '{model}' doesn't support multiple 'heads'",
  "video-model-unsupported":
    "unsupported configuration: domain configuration does not support video model '{model}'",

  "watchdog-i6300esb-bus": "unsupported configuration: i6300esb model of watchdog can go only on PCI bus",
  "watchdog-ib700-address":
    "unsupported configuration: ib700 model of watchdog does not support configuring the address",
  "watchdog-ib700-machine":
    "unsupported configuration: ib700 model of watchdog cannot be used with this machine type",
  "watchdog-itco-address":
    "unsupported configuration: itco model of watchdog is part of the machine and cannot have any address set.",
  "watchdog-itco-machine": "unsupported configuration: itco model of watchdog is only part of q35 machine",
  "watchdog-diag288-address":
    "unsupported configuration: diag288 model of watchdog is virtual and cannot go on any bus.",
  "watchdog-diag288-machine":
    "unsupported configuration: diag288 model of watchdog is allowed for s390 and s390x only",
  "watchdog-actions-differ":
    "unsupported configuration: watchdogs with different actions are not supported with this QEMU binary",
  "watchdog-model-repeated":
    "unsupported configuration: domain can only have one watchdog with model '{model}'",

  "panic-duplicate": "XML error: Multiple panic devices with model '{model}'",
  "panic-model-missing":
    "unsupported configuration: no panic model provided, and no default for the architecture and machine type",
  "panic-model-guests":
    "unsupported configuration: only {guests} guests support panic device of model '{model}'",
  "panic-address-unsupported":
    "unsupported configuration: setting the panic device address is not supported for model '{model}'",
  "panic-isa-unsupported": "unsupported configuration: the QEMU binary does not support the ISA panic device",
  "panic-isa-address-type": "unsupported configuration: panic is supported only with ISA address type",
  "panic-pvpanic-unsupported":
    "unsupported configuration: the QEMU binary does not support the PCI pvpanic device",
  "panic-pvpanic-address-type": "unsupported configuration: pvpanic is supported only with PCI address type",

  "iommu-address": "XML error: iommu model '{model}' can't have address",
  "iommu-virtio-address-type": "unsupported configuration: IOMMU device: 'virtio' needs a PCI address",
  "iommu-machine":
    "unsupported configuration: IOMMU device: '{model}' is only supported with {machines} machines",
  "iommu-acpi": "unsupported configuration: IOMMU device: 'virtio' requires ACPI",
  "iommu-options": "XML error: iommu model '{model}' doesn't support additional attributes",

  "pstore-address-type": "unsupported configuration: ACPI ERST device must reside on a PCI bus",
  "nvram-machine": "unsupported configuration: nvram device is only supported for PPC64",

  "serial-address-type":
    "unsupported configuration: Target type '{targetType}' requires address type '{type}'",
  "serial-address-unsupported":
    "unsupported configuration: Target type '{targetType}' cannot have an associated address",
  "serial-model-target":
    "unsupported configuration: Target model '{model}' requires target type '{targetType}'",
  "serial-machine":
    "unsupported configuration: Serial device with target type '{targetType}' and target model '{model}' not compatible with guest architecture or machine type",
  "serial-isa-debug-arch": "unsupported configuration: isa-debug serial type only valid on x86 architecture",
  "character-without-spice":
    "unsupported configuration: chardev '{type}' not supported without spice graphics",
  "parallel-unsupported": "unsupported configuration: parallel ports are not supported",
  "console-target-unsupported": "unsupported configuration: unsupported console target type {targetType}",

  "console-sclp-unsupported":
    "unsupported configuration: {targetType}console is not supported in this QEMU binary",

  "memory-block-power": "block size must be a power of two",
  "memory-block-small": "block size too small, must be at least {least}KiB",
  "memory-ccw-node": "unsupported configuration: NUMA nodes are not supported for virtio-mem-ccw",
  "memory-requested-multiple": "requested size must be an integer multiple of block size",
  "memory-requested-size": "requested size must be smaller than or equal to @size ({size}KiB)",

  "tpm-duplicate": "unsupported configuration: only a single TPM {sort} device is supported",
  "virtiofs-boot-bus":
    "unsupported configuration: setting virtiofs boot order is supported only with PCI bus",
  "filesystem-boot": "unsupported configuration: boot order is only supported for virtiofs",
  "virtio-transitional-input":
    "unsupported configuration: virtio (non-)transitional models are not supported for input type={type}",
  "input-bus-xen": "internal error: unsupported input bus xen",
  "input-ps2-type": "internal error: ps2 bus does not support {type} input device",
  "input-ps2-disabled":
    "unsupported configuration: ps2 bus inputs require the ps2 feature not to be disabled",
  "input-ps2-unsupported": "unsupported configuration: ps2 is not supported by this QEMU binary",
  "ps2-feature-fixed":
    "unsupported configuration: ps2 feature state cannot be controlled with this QEMU binary",
  "ps2-feature-unsupported": "unsupported configuration: ps2 feature is not available with this QEMU binary",
} as const satisfies Record<string, string>;
