/** Our words for what libvirt refuses while it fills in defaults. */
export const defaultsWords = {
  "console-not-first":
    "Only the first console can stand for a serial port; move {subject} to the front, or give it another target type.",
} as const;

/** Our words for what libvirt asks of one kind of device. */
export const deviceWords = {
  "machine-unsupported": "QEMU has no machine {machine} for this architecture; choose one that it has.",
  "address-unassigned-not-hostdev":
    "Only host devices can be left unassigned; remove the address of {subject}, or give it a place.",
  "acpi-index-not-pci": "Only PCI devices have an ACPI index; remove <acpi> from {subject}.",
  "rom-not-pci": "Only PCI devices have a ROM; remove <rom> from {subject}.",
  "zpci-unsupported": "This machine has no zPCI; remove <zpci> from the address of {subject}.",
  "zpci-uid-range": "The zPCI uid 0x{hex} of {subject} is out of range; use 0x0001 to 0xffff, or remove it.",
  "alias-duplicate": "Two devices have the alias {alias}; change one of them.",
  "boot-order-duplicate": "Two devices have boot order {order}; change one of them.",
  "boot-dev-and-order":
    "Boot order stands both in <os> and at devices; keep either <os><boot> or <boot order>.",
  "disk-iothread-bus":
    "Only virtio disks have I/O threads; remove them from the <driver> of {subject}, or choose bus='virtio'.",
  "disk-queue-size-bus":
    "Only virtio disks have a queue size; remove queue_size from the <driver> of {subject}.",
  "scsi-driver-option":
    "Only virtio-scsi controllers know {option}; remove it from the <driver> of {subject}.",
  "disk-source-missing": "{subject} has nothing behind it; add a <source>.",
  "disk-not-ejectable":
    "{subject} cannot change its medium on this bus; make it a disk, or choose another bus.",
  "filesystem-target-missing":
    "{subject} has no <target dir='…'/>; add the name under which the guest mounts it.",
  "disk-tray": "Only CD-ROM and floppy drives have a tray; remove tray from {subject}.",
  "disk-removable-bus":
    "Only USB and SCSI disks can be removable; remove it from {subject}, or choose another bus.",
  "disk-rotation-bus":
    "Only SCSI, IDE and SATA disks tell how they spin; remove rotation_rate from {subject}.",
  "disk-rotation-device": "Only disks tell how they spin; remove rotation_rate from {subject}.",
  "disk-readonly": "A disk on the bus {bus} cannot be read-only; remove <readonly/>, or choose another bus.",
  "hostdev-pci-address-type":
    "{subject} needs an address of type pci or unassigned; correct it, or remove it.",
  "hostdev-scsi-address-type": "{subject} needs an address of type drive; correct it, or remove it.",
  "hostdev-scsihost-address-type": "{subject} needs an address of type pci or ccw; correct it, or remove it.",
  "hostdev-usb-address-type": "{subject} needs an address of type usb; correct it, or remove it.",
  "hostdev-mdev-address-type":
    "A mediated device of model {model} cannot have an address of type {type}; correct it, or remove it.",
  "hostdev-duplicate": "{subject} is passed through twice; remove one of the two.",
  "hostdev-boot-vhost": "Nobody can boot from a vhost SCSI device; remove <boot> from {subject}.",
  "hostdev-boot-mdev":
    "Nobody can boot from a mediated device of model {model}; remove <boot> from {subject}.",
  "hostdev-vfio-unsupported": "This QEMU cannot pass {sort} devices through; remove {subject}.",
  "hostdev-vfio-ap-single": "There can be only one vfio-ap device; remove {subject}.",
  "video-ramfb-address": "A ramfb sits in no slot; remove the address of {subject}.",
  "video-none-not-alone": "A video of type none must be the only one; remove it, or all others.",
  "video-model-missing": "This machine has no usual video; say which in <model type>.",
  "video-primary-duplicate": "Two videos say primary='yes'; keep one.",
  "video-primary-only": "A {model} can only be the primary video; make it the first, or choose another type.",
  "video-heads": "A {model} has one head; remove heads, or set it to 1.",
  "video-model-unsupported": "This machine has no video of type {model}; choose another.",
  "watchdog-i6300esb-bus":
    "An i6300esb watchdog sits on PCI; correct the address type, or remove the address.",
  "watchdog-ib700-address": "An ib700 watchdog has no address; remove it.",
  "watchdog-ib700-machine": "This machine has no ib700 watchdog; choose another model.",
  "watchdog-itco-address": "The itco watchdog is part of the board and has no address; remove it.",
  "watchdog-itco-machine": "The itco watchdog exists on q35 only; choose another model.",
  "watchdog-diag288-address": "A diag288 watchdog sits on no bus; remove its address.",
  "watchdog-diag288-machine": "A diag288 watchdog exists on s390x only; choose another model.",
  "watchdog-actions-differ": "All watchdogs must have the same action; make them equal.",
  "watchdog-model-repeated": "There can be only one watchdog of model {model}; remove the other.",
  "panic-duplicate": "There can be only one panic device of model {model}; remove the other.",
  "panic-model-missing": "The panic device has no model, and this machine has no default; add one.",
  "panic-model-guests":
    "A panic device of model {model} exists in {guests} guests only; choose another model.",
  "panic-address-unsupported": "A panic device of model {model} has no address; remove it.",
  "panic-isa-unsupported": "This QEMU has no ISA panic device; remove it.",
  "panic-isa-address-type":
    "The panic device of model isa needs an address of type isa; correct it, or remove it.",
  "panic-pvpanic-unsupported": "This QEMU has no PCI pvpanic device; choose another model.",
  "panic-pvpanic-address-type": "A pvpanic device needs an address of type pci; correct it, or remove it.",
  "iommu-address": "An IOMMU of model {model} has no address; remove it.",
  "iommu-virtio-address-type": "A virtio IOMMU needs an address of type pci; correct it, or remove it.",
  "iommu-machine": "An IOMMU of model {model} exists on {machines} machines only; choose another model.",
  "iommu-acpi": "A virtio IOMMU needs ACPI; add <acpi/> to <features>.",
  "iommu-options": "An IOMMU of model {model} has no such options; remove them from <driver>.",
  "pstore-address-type": "The ACPI ERST device needs an address of type pci; correct it, or remove it.",
  "nvram-machine": "An NVRAM device exists on ppc64 only; remove it.",
  "serial-address-type":
    "{subject} has target type {targetType} and needs an address of type {type}; correct it, or remove it.",
  "serial-address-unsupported": "{subject} has target type {targetType} and so no address; remove it.",
  "serial-model-target":
    "The model {model} of {subject} needs target type {targetType}; correct one of the two.",
  "serial-machine":
    "This machine has no serial device of type {targetType}; choose another target for {subject}.",
  "serial-isa-debug-arch": "isa-debug serials exist on x86 only; choose another target type.",
  "character-without-spice":
    "{subject} needs SPICE graphics for its type {type}; add them, or choose another type.",
  "memory-block-power": "The block size of {subject} must be a power of two; correct <block>.",
  "memory-block-small": "The blocks of {subject} must have {least} KiB or more; correct <block>.",
  "memory-ccw-node": "On a mainframe {subject} belongs to NUMA node 0; correct <node>.",
  "memory-requested-multiple":
    "The requested size of {subject} must be a multiple of its block size; correct <requested>.",
  "memory-requested-size": "{subject} has only {size} KiB; request less, or make it larger.",
  "parallel-unsupported": "This machine has no parallel ports; remove {subject}.",
  "console-target-unsupported":
    "There is no console target {targetType} here; choose another, such as virtio.",
  "console-sclp-unsupported":
    "This QEMU has no {targetType} console; choose another target type for {subject}.",
  "filesystem-boot": "Only a virtiofs can have a boot order; remove <boot> from {subject}.",
  "tpm-duplicate": "There can be only one TPM {sort} device; remove the other.",
  "virtiofs-boot-bus": "Only a virtiofs on PCI can have a boot order; remove <boot> from {subject}.",
  "virtio-transitional-input": "An input of type {type} has no transitional models; remove the model.",
  "input-bus-xen": "Only Xen guests have a xen bus for inputs; choose another bus for {subject}.",
  "input-ps2-type":
    "PS/2 has a mouse and a keyboard and nothing else; give {subject} another bus, for example usb.",
  "input-ps2-disabled":
    "PS/2 is switched off in <features>, so {subject} cannot be there; remove one of the two.",
  "input-ps2-unsupported": "This QEMU has no PS/2; choose another bus for {subject}.",
  "ps2-feature-fixed": "This QEMU has PS/2 always; remove <ps2> from <features>.",
  "ps2-feature-unsupported": "This QEMU cannot switch PS/2 on or off; remove <ps2> from <features>.",
} as const;
