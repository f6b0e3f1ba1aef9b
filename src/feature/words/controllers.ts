/** Our words for what libvirt's parser refuses about controllers. */
export const controllerWords = {
  "controller-type-invalid":
    "'{value}' is no controller type; use ide, fdc, scsi, sata, virtio-serial, ccid, usb, pci, xenbus, isa or nvme.",
  "controller-model-unknown":
    "'{value}' is no model of this controller type; choose one that libvirt knows, or remove it.",
  "controller-index-invalid":
    "'{value}' is no index; write a whole number from 0 up, or remove it and libvirt counts.",
  "controller-multiple-model": "{subject} has more than one <model>; keep one.",
  "controller-multiple-target": "{subject} has more than one <target>; keep one.",
  "controller-node-invalid": "The <node> of {subject} is no number; write the number of a NUMA node.",
  "controller-target-number":
    "'{value}' is no number for {attribute} in <target>; write a whole number, or remove it.",
  "controller-target-hotplug-value": "hotplug is on or off, not '{value}'; correct it or remove it.",
  "controller-model-name-unknown":
    "'{value}' is no PCI controller device; choose one that libvirt knows, or remove <model>.",
  "usb-none-with-other-controller":
    "A USB controller with model='none' switches USB off, so there can be no other; remove one of them.",
  "usb-master-missing":
    "{subject} is a USB 2 companion, and its ich9-ehci1 controller with the same index is missing; add that.",
} as const;

/** Our words for what libvirt asks of controllers later on. */
export const controllerRuleWords = {
  "controller-duplicate-index":
    "There are two {type} controllers with index {index}; give one of them another index.",
  "controller-numa-node-missing":
    "Controller {index} ({model}) belongs to NUMA node {node}, but the domain has {count}; choose one that exists.",
  "controller-numa-node-root": "PCI controller 0 cannot belong to a NUMA node; remove <node>.",
  "controller-iothread-type":
    "Only virtio-scsi controllers have an iothread; remove the attribute from {subject}.",
  "controller-iothreads-model": "Only virtio-scsi controllers have iothreads; remove them from {subject}.",
  "pci-root-model-mismatch":
    "PCI controller 0 must be a {wanted} on this machine, not a {model}; change its model, or remove it and libvirt adds it.",
  "scsi-iothread-address":
    "IOThreads of {subject} need an address of type pci or ccw; correct it, or remove it.",
  "pci-root-index": "pci-root and pcie-root are always index 0; change the index of {subject}.",
  "pci-root-address": "pci-root and pcie-root sit in no slot; remove the address of {subject}.",
  "pci-index-too-high": "PCI controllers go up to index 255; choose a lower index than {index}.",
  "pci-index-must-be-positive":
    "A {model} cannot have index 0, which belongs to the root; choose a higher index.",
  "pci-index-must-be-zero": "A {model} must have index 0; change the index.",
  "pci-expander-machine":
    "pci-expander-bus exists on i440fx machines (pc) only; remove {subject}, or use pcie-expander-bus on q35.",
  "pcie-expander-machine": "pcie-expander-bus does not exist on this machine; remove {subject}.",
  "pci-target-index-range": "The target index {value} of {subject} is out of range; use 0 to 30.",
  "pci-target-index-zero": "Target index 0 belongs to PCI controller 0 and to no other; change it.",
  "pci-chassisnr-range": "chassisNr {value} of {subject} is out of range; use 1 to 255.",
  "pci-chassis-range": "chassis {value} of {subject} is out of range; use 0 to 255.",
  "pci-port-range": "port {value} of {subject} is out of range; use 0 to 255.",
  "pci-busnr-range": "busNr {value} of {subject} is out of range; use 1 to 254.",
  "pci-controller-option-invalid": "A {model} has no {option}; remove it from controller {index}.",
  "pci-controller-option-value":
    "The {option} of controller {index} does not fit a {model}; correct it, or remove it.",
  "pci-controller-option-missing":
    "This machine has no PCI, so {subject} cannot be completed (no {option}); remove it, or choose another machine.",
  "pci-controller-qemu-missing": "This QEMU has no {modelName}; choose another model for {subject}.",
  "pci-hole64-machine": "The machine {machine} has no 64-bit PCI hole to set; remove <pcihole64>.",
  "pci-controller-hotplug-unsupported":
    "This QEMU cannot set hotplug on a {modelName}; remove the attribute.",
  "ide-controller-single": "This machine has a single IDE controller; remove {subject}.",
  "ide-controller-unsupported":
    "This machine has no IDE, which {subject} asks for; use another disk bus, for example sata.",
  "sata-controller-unsupported": "This QEMU has no SATA; remove {subject}, and put its disks on another bus.",
  "scsi-ncr-first": "An ncr53c90 can only be the first SCSI controller; give it index 0.",
  "scsi-ncr-builtin": "This machine has no ncr53c90 on its board; choose another model for {subject}.",
  "scsi-model-unsupported":
    "There is no SCSI controller {model} here; choose another model, such as virtio-scsi.",
  "scsi-model-qemu-missing":
    "This QEMU has no device for the model of {subject}; choose another, such as virtio-scsi.",
  "scsi-model-none":
    "There is no default model for SCSI controller {index} here; write one, such as virtio-scsi.",
  "usb-xhci-ports": "A {model} has at most 15 ports; lower ports on {subject}.",
  "usb-qusb":
    "qusb1 and qusb2 exist under Xen only, not in {domainType}; choose another model, such as qemu-xhci.",
} as const;
