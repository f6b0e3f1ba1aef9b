/** Our words for virtio-serial, ccid, spapr-vio, ccw, isa and dimm addresses, and for memory devices. */
export const assignmentWords = {
  "vioserial-controller-missing":
    "There is no virtio-serial controller {controller}; add it, or choose another for {subject}.",
  "vioserial-port-range":
    "virtio-serial controller {controller} has no port {port}; choose a lower one, or give it more ports.",
  "vioserial-double-use":
    "Port {port} of virtio-serial controller {controller} is taken already; choose another for {subject}, or remove its address.",
  "vioserial-full":
    "virtio-serial controller {controller} has no free port for {subject}; choose another controller.",
  "vioserial-none-free": "virtio-serial controller {controller} is not there for {subject}; add it.",
  "vioserial-address-type": "{subject} needs an address of type virtio-serial; correct it, or remove it.",
  "ccid-address-type": "{subject} needs an address of type ccid; correct it, or remove it.",
  "smartcard-single": "QEMU takes one smartcard, at controller 0 and slot 0; remove the others.",
  "spapr-vio-range": "reg 0x{regHex} of {subject} is too large; use at most 0xffffffff.",
  "spapr-vio-double-use":
    "{subject} wants reg {reg}, which is taken already; choose another, or remove it and libvirt chooses.",
  "nvram-address-type": "The NVRAM needs an address of type spapr-vio; correct it, or remove it.",
  "ccw-double-use":
    "{subject} wants the ccw address {devno}, which is taken already; choose another devno, or remove the address.",
  "ccw-none-free": "There is no free ccw address left for {subject}; remove a device.",
  "ccw-machine":
    "The machine {machine} has no ccw addresses; remove the address of {subject} and libvirt chooses.",
  "isa-serial-ports":
    "There are at most 4 ISA serial ports; remove {subject}, or give it another target type.",
  "isa-serial-port-duplicate":
    "Serial port {port} is taken already; choose another <target port> for {subject}.",
  "dimm-slot-double-use":
    "Memory slot {slot} is taken already; choose another for {subject}, or remove its address.",
  "dimm-slot-range":
    "There is no memory slot {slot}; <maxMemory> has {slots}. Choose a lower one, or raise slots.",
  "dimm-too-many":
    "{count} memory devices need slots, but <maxMemory> has {slots}; raise slots, or remove some.",
  "dimm-none-free": "There is no free memory slot for {subject}; raise slots in <maxMemory>.",
  "dimm-address-type": "{subject} needs an address of type dimm; correct it, or remove it.",
  "virtio-pmem-address-type": "{subject} needs an address of type pci; correct it, or remove it.",
  "virtio-mem-address-type": "{subject} needs an address of type pci or ccw; correct it, or remove it.",
  "sgx-epc-address": "SGX memory has no address; remove the address of {subject}.",
  "memory-overlap":
    "{subject} at 0x{startHex} to 0x{endHex} overlaps with other memory at 0x{otherHex}; change one of the addresses.",
  "memory-block-alignment":
    "The address of {subject} must be a multiple of its block size; change it, or remove it.",
  "memory-page-alignment":
    "The address of {subject} must be a multiple of {page} bytes; change it, or remove it.",
  "memory-no-maxmemory": "{subject} needs <maxMemory slots='…'> in the domain; add it.",
  "memory-no-numa": "{subject} needs at least one NUMA node; add <cpu><numa><cell …/></numa></cpu>.",
  "memory-target-node":
    "{subject} belongs to NUMA node {node}, but there are {nodes} nodes; choose one that exists.",
  "memory-no-nodes":
    "{subject} belongs to a NUMA node, but the domain has none; add <cpu><numa><cell …/></numa></cpu>.",
  "memory-node-missing": "{subject} does not say which NUMA node it belongs to; add <node> to its <target>.",
  "memory-label-missing": "On this machine an nvdimm needs a label; say its size in <target><label><size>.",
  "memory-size-missing": "Nothing of <memory> is left for the guest to start with; make it larger.",
  "memory-devices-too-large":
    "The memory devices together are larger than <memory>, of which they are part; make it larger.",
  "memory-exceeds-hotplug":
    "The memory devices are larger than the room that <maxMemory> leaves; raise it, or remove some.",
} as const;
