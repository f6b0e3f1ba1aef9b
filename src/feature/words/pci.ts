/** Our words for PCI placement. */
export const pciWords = {
  "pci-no-bus": "{subject} asks for a PCI address, but this machine has no PCI bus; remove the address.",
  "pci-domain-nonzero":
    "{subject} has PCI address {address}, but guests have only domain 0; set domain to 0x0000.",
  "pci-bus-not-available":
    "{subject} sits at {address}, but buses go up to {last} only; choose a lower bus or add the controller that provides it.",
  "pci-needs-integrated":
    "{subject} is part of the board and cannot sit at {address}; give it a slot on bus 0.",
  "pci-autoassign-forbidden":
    "libvirt would put {subject} at {address}, but controller {index} takes devices only by hand; write an address on it.",
  "pci-bus-incompatible":
    "{subject} cannot be plugged in at {address}: controller {index} does not take it. It needs a controller that accepts a {wanted}; move it to one.",
  "pci-slot-too-low":
    "{subject} sits at {address}, but slots on that bus start at {limit}; choose a higher slot.",
  "pci-slot-too-high":
    "{subject} sits at {address}, but slots on that bus end at {limit}; choose a lower slot.",
  "pci-double-use":
    "{subject} and {other} both want PCI address {address}; move one of them to a free slot, or remove its address.",
  "pci-no-slot-for-controller":
    "There is no free slot for a {model} controller and none can be added; free a slot or add a bus by hand.",
  "pci-cannot-add-bus":
    "There is no slot for {subject} and no bus can be added for it; free a slot or add a suitable controller.",
  "pci-no-more-slots": "There is no free PCI slot left for {subject}; free one or add a bus.",
  "pci-model-missing": "{subject} has no model, so its slots are unknown; add model='…'.",
  "ide-primary-address":
    "The first IDE controller is part of the board and sits at 0000:00:01.1; write that, or remove its address.",
  "usb-piix3-address":
    "The first PIIX3 USB controller is part of the board and sits at 0000:00:01.2; write that, or remove its address.",
  "sata-primary-address":
    "The first SATA controller is part of the board and sits at 0000:00:1f.2; write that, or remove its address.",
  "piix3-on-pcie":
    "The PIIX3 IDE and USB controllers need a conventional PCI bus 0, which this machine does not have; choose another model.",
  "virtio-disk-address-type":
    "{subject} is a virtio disk and cannot have an address of type '{type}'; use pci, ccw or virtio-mmio, or remove the address.",
  "zpci-double-use":
    "The zPCI {id} of {subject} is taken already; choose another, or remove it and libvirt chooses.",
  "zpci-none-free": "There is no free zPCI {id} left; remove a device.",
  "pci-busnr-none-free":
    "There is no bus number left below those in use for bus {bus}; write busNr in its <target> by hand.",
  "pci-target-index-none-free": "There is no target index left for {bus}; remove a pci-root controller.",
  "pci-index-not-larger-than-bus":
    "Controller {index} sits on bus 0x{busHex}, but a controller must have a larger index than the bus it sits on; change one of the two.",
} as const;
