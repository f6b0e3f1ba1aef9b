/** Our words for domains that libvirt takes at define and that cannot start. */
export const startProblemWords = {
  "ide-bus-range":
    "IDE has buses 0 and 1, so {subject} cannot be on bus {bus}; choose bus 0 or 1, or another kind of disk bus.",
  "ide-unit-range":
    "An IDE bus has units 0 and 1, so {subject} cannot be unit {unit}; use the other bus, or another kind of disk bus.",
  "sata-unit-range":
    "A SATA controller has units 0 to {last}, so {subject} cannot be unit {unit}; choose a lower unit or another controller.",
  "fdc-unit-range":
    "There are floppy drives 0 and 1 only, so {subject} cannot be unit {unit}; choose a lower unit.",
  "scsi-target-range":
    "{subject} asks for SCSI id {value}, but ids of a {model} controller end at {last}; choose a lower one.",
  "scsi-lun-range":
    "{subject} asks for unit {value}, but units of a {model} controller end at {last}; choose a lower unit or another target.",
  "acpi-index-duplicate": "{subject} and {other} both have ACPI index {index}; give one of them another.",
  "acpi-index-range": "ACPI indexes end at {last}; choose a lower one than {index} for {subject}.",
  "pcie-chassis-duplicate":
    "{subject} and {other} both have chassis {value}; the chassis of every port must be its own, whatever the port number: change one.",
  "pci-busnr-duplicate": "{subject} and {other} both have busNr {value}; change one of them.",
  "pci-target-index-duplicate": "{subject} and {other} both have target index {value}; change one of them.",
  "pci-chassisnr-duplicate": "{subject} and {other} both have chassisNr {value}; change one of them.",
  "pci-controller-forward-bus":
    "{subject} has index {index} and sits on bus {bus}, which is not there yet when it is made; a controller needs a higher index than the bus it sits on.",
  "pci-multifunction-off-conflict":
    "{subject} says multifunction='off', but function {function} of its slot is in use by {other}; set it to 'on' or move one of them.",
  "pci-multifunction-s390":
    "There are no slots with several functions on s390x; give {subject} a slot of its own and remove multifunction.",
  "pci-chipset-function":
    "{subject} sits on slot {slot}, function {function} of bus 0, where the board has its own {driver}; choose another slot.",
  "pci-command-line-conflict":
    "The {driver} in <qemu:commandline> takes slot {address}, function {function}, where {other} sits; give it a free one such as addr={free}.",
  "command-line-bus-order":
    "QEMU makes a device written as key=value before {other}, so bus {bus} is not there yet; write the device as JSON.",
  "pci-bus-missing-machine":
    "The machine {machine} has no bus {bus}, so {subject} has nowhere to sit; choose another machine, such as pseries.",
  "pci-machine-without-bus":
    "The machine {machine} has no PCI bus for {subject}; remove it or choose another machine.",
  "qemu-device-missing":
    "QEMU for {arch} has no {driver}, so {subject} cannot be there; choose another model.",
  "qemu-machine-missing": "QEMU no longer has the machine {machine}; choose another.",
  "hda-codec-count": "{subject} has {count} codecs, and HD audio takes {most}; remove some.",
  "parallel-count": "A guest has at most {most} parallel ports; remove {subject}.",
  "isa-serial-number":
    "{subject} has number {number}, and ISA serial ports go from 0 to {last}; choose a lower number in <target>, another target type, or remove it.",
  "dimm-base-window":
    "{subject} wants guest address {base}, but this machine takes memory devices from {start} to {end} only; correct base, or remove it and QEMU chooses.",
  "memory-base-conflict":
    "{subject} wants guest address {base}, which QEMU has given to {other} by then; give both an address, or none.",
  "isa-irq-range":
    "{subject} asks for interrupt 0x{hex}, and ISA has 0x0 to 0xf; the number is hexadecimal even without 0x.",
  "panic-iobase-range": "{subject} asks for port 0x{iobase}, and ports end at 0xffff; choose a lower one.",
  "usb-bus-empty":
    "{subject} is on USB bus {bus}, and there is no USB controller with that index; add one, or choose another bus.",
  "usb-companion-missing":
    "{subject} is a companion, but there is no USB 2 controller with index {index}; add an ich9-ehci1 with that index.",
  "usb-companion-master-model":
    "{subject} is a companion of USB controller {index}, which is a {master} and takes none; make that an ich9-ehci1.",
  "usb-companion-startport-range":
    "{subject} starts at port {port}, and companions start at 0, 2 or 4; choose one of those.",
  "usb-companion-startport-duplicate":
    "{subject} starts at port {port}, which {other} serves already; use 0, 2 and 4.",
  "usb-full-speed-on-ehci":
    "A {what} is a USB 1 device, and port {port} of the {model} on bus {bus} takes USB 2 devices only; move it to a port with a companion, or to another controller.",
  "usb-ports-attribute-model":
    "Only xHCI controllers have a choice of ports; remove ports from {subject}, whose model is {model}.",
  "usb-model-missing":
    "There is no default model for {subject} on this machine; write one, such as qemu-xhci.",
  "usb-model-unsupported": "This QEMU has no {model}; choose another model for {subject}.",
  "spapr-vio-irq":
    "The reg {reg} of {subject} leads to the same interrupt as reg {holder}; choose another multiple of 0x1000.",
  "virtio-flavour-off-pci":
    "{subject} is a {model} device, and such flavours exist on PCI only; use model virtio.",
  "virtio-mmio-machine":
    "The machine {machine} has no place for memory-mapped virtio devices; remove the address of {subject}.",
  "virtio-mmio-count":
    "The machine {machine} has places for {count} memory-mapped virtio devices, and {subject} is one too many; remove it or put it on PCI.",
  "virtio-address-type-static":
    "{subject} is a virtio device and cannot have an address of type '{type}'; use pci (ccw on s390x), or remove the address.",
  "pci-device-address-type":
    "{subject} is a PCI device and cannot have an address of type '{type}'; use pci, or remove the address.",
  "shmem-address-type":
    "Shared memory is a PCI device and cannot have an address of type '{type}'; use pci, or remove the address.",
  "floppy-pseries": "There are no floppy drives on pseries machines; remove {subject}.",
  "console-address-type":
    "{subject} is a port of a virtio-serial controller and cannot have an address of type '{type}'; use virtio-serial, or remove the address.",
  "vioserial-ports-range": "A virtio-serial controller has at most {most} ports; lower ports on {subject}.",
  "vioserial-bus-nonzero":
    "A virtio-serial controller has one bus; set bus to 0 in the address of {subject}.",
  "qemu-device-unpluggable":
    "QEMU for {arch} has a {driver} only as part of a board, so {subject} cannot be there; choose another model.",
  "nic-off-pci":
    "{subject} is a {driver}, which is no PCI device, and libvirt puts it on PCI; choose another model, such as virtio.",
  "isa-bus-missing": "The board has no ISA bus for {subject}; remove it or choose another model.",
  "isa-dma-missing":
    "The ISA bus of this board has no DMA, which {subject} needs; remove it or choose another model.",
  "floppy-bus-missing": "The machine {machine} has no floppy controller for {subject}; remove it.",
  "pcspk-machine": "The machine {machine} has no PC speaker; remove {subject} or choose another model.",
  "serial-model-missing":
    "The machine {machine} has no serial port of the board that libvirt knows; remove the target type of {subject}, and libvirt chooses.",
  "pci-bus-name-duplicate":
    "libvirt gives every PCI bus of this machine the same name, and QEMU takes it once, so there can be one bridge: remove {subject}.",
  "nvdimm-machine": "The machine {machine} takes no persistent memory; use model dimm for {subject}.",
} as const;
