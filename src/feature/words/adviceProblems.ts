/** Our words for what starts, and harms or surprises all the same. */
export const adviceProblemWords = {
  "pci-function-without-zero":
    "{subject} is function {function} of slot {slot} on bus {bus}, and nothing is function 0: guests skip such a slot. Move a device of the slot to function 0.",
  "hostdev-functions-split":
    "{subject} and {other} are functions of one host device, but the guest gets them in different slots; drivers look for them together. Give both one slot, with the function numbers of the host.",
  "hostdev-function-missing":
    "The host device {host} has another function {missing}, which is not passed through; they usually go together.",
  "hostdev-source-zero":
    "The host address 0000:00:00.0 is the host's own bridge; write the address that lspci shows, as domain, bus, slot and function.",
  "hostdev-source-decimal":
    "The host has no device {host}, but it has {meant}: virsh nodedev-dumpxml shows decimal numbers. Write them without 0x.",
  "hostdev-source-exchanged":
    "The host has no device {host}, but it has {guest}, which stands here as the guest's address: the two are mixed up. The address below <source> is the host's; swap them.",
  "hostdev-source-guest-mixup":
    "The guest address of {subject} repeats its host address {host}, so that libvirt adds controllers up to bus {bus}; the address below <source> is the host's, this one is the guest's. Remove it and libvirt chooses.",
  "hostdev-pcie-root":
    "{subject} sits on the root bus, where guests see no PCI Express port above it; put passed-through devices on a pcie-root-port.",
  "pcie-root-endpoint":
    "{subject} sits on the root bus, where nothing can be unplugged; a pcie-root-port allows it.",
  "pci-device-on-pcie-slot":
    "{subject} is a conventional PCI device in a PCI Express slot; put it behind a pcie-to-pci-bridge, as libvirt would.",
  "pcie-device-on-pci-slot":
    "{subject} is a PCI Express device on a conventional {model}, where guests do not see all of it; put it on a pcie-root-port.",
  "virtio-transitional-on-pcie":
    "The model virtio-transitional is meant for conventional slots and takes I/O space that ports lack; put {subject} behind a pcie-to-pci-bridge or use model virtio.",
  "hotplug-last-port":
    "One empty port is left for devices that are to come while the guest runs; ports cannot be added then. Add as many pcie-root-port controllers as you will need.",
  "hotplug-no-port":
    "No port is left for devices that are to come while the guest runs, and ports cannot be added then. Add as many pcie-root-port controllers as you will need.",
  "dmi-bridge-no-hotplug":
    "Nothing can be plugged into a dmi-to-pci-bridge while the guest runs; pcie-to-pci-bridge has replaced it.",
  "pxb-busnr-space":
    "The buses from busNr {start} up have room for {room} more, and {needed} are needed, so guests lose devices there; lower busNr, or move it away from the next one.",
  "io-space-exhaustion":
    "{count} bridges of this machine need I/O space, and about {most} get some; use virtio devices on root ports instead of conventional ones.",
  "pci-bus-implicit-controller":
    "No controller of the file provides bus {bus}, so libvirt adds a {model} of its own choice, and one for every missing bus below; list the controller that you mean.",
  "pci-index-gap":
    "PCI controller {missing} is missing before {subject}, so libvirt adds a {model} there; list it, or number without gaps.",
  "controller-index-missing":
    "{subject} has no index; it gets {index} by its place in the file, and addresses lean on that. Write index='{index}'.",
  "scsi-spill-other-model":
    "{subject} does not fit on the SCSI controllers of the file, so libvirt adds one of model {model} beside your {otherModel}; guests may lack its driver. List another controller of model {otherModel}, or choose a free unit.",
  "drive-controller-gap":
    "{subject} asks for {type} controller {index}, so libvirt adds that and all below it, {empty} of them empty; choose a lower one.",
  "drive-next-controller":
    "{subject} lands on {type} controller {index}, which libvirt adds for it; list it, or choose a free unit.",
  "scsi-own-id":
    "Unit {unit} is the {model} controller's own SCSI id, so guests may not find {subject}; choose another unit.",
  "scsi-target-without-unit-0":
    "Target {target} of {subject} has no unit 0; many guests look no further. Use unit 0 first.",
  "isa-address-overlap":
    "{subject} and {other} both get {field} {value}, be it from an address or from QEMU where there is none, and nobody stops them; change one of them.",
  "address-type-overwritten":
    "{subject} cannot have an address of type '{type}'; libvirt makes it one of type '{actual}' without a word. Remove it or correct the type.",
  "address-on-addressless-device":
    "{subject} does not sit on PCI; its address only blocks a slot. Remove it.",
  "pci-empty-address":
    "An address without bus and slot lets libvirt choose, and then function and multifunction of {subject} are lost; write a slot too.",
  "ccw-cssid":
    "Guests look for virtio in channel subsystem 0xfe, and {subject} is in {cssid}; set cssid to 0xfe.",
  "spapr-reg-style": "{reg} is an unusual reg; libvirt counts in steps of 0x1000 from 0x2000 or 0x3000.",
  "usb-ehci-no-companion":
    "The {model} on bus {bus} takes USB 2 devices only, and {subject} may be slower; add ich9-uhci companions or use qemu-xhci.",
  "usb-disk-behind-hub":
    "QEMU's hub is a USB 1.1 one, so {subject} runs at 12 Mbit/s behind it; use a port of the controller.",
  "usb-companion-split":
    "{subject} belongs to the USB 2 controller with index {index} but sits in another slot; guests expect both in one.",
  "channel-name-duplicate":
    "Two channels are called '{name}'; QEMU takes a name once and refuses to start (“A port already exists by name {name}”). Rename one of them.",
  "vsock-transitional":
    "QEMU has no transitional vsock and refuses to start (“'vhost-vsock-pci-transitional' is not a valid device model name”); use model virtio for {subject}.",
  "dimm-without-acpi":
    "QEMU takes {subject} only in a guest with ACPI and refuses to start (“memory hotplug is not enabled: missing {missing}”); add <acpi/> to <features>.",
  "virtio-mmio-contagion":
    "This one memory-mapped address makes libvirt map {count} more virtio devices without address; give them PCI addresses, or remove this one.",
  "address-second-element": "Only the first <address> of {subject} counts; remove this one.",
  "address-legacy-mode":
    "The attribute mode='{value}' is a form of 2009 that libvirt ignores: the numbers count, whatever it says. Remove it; for a dynamic place remove the whole address.",
  "address-unknown-attribute":
    "The attribute {name}='{value}' means nothing here and is ignored; write the numbers in the attributes of the address type.",
  "attribute-unknown":
    "There is no attribute {name} here, so it is ignored; names are case-sensitive: correct or remove it.",
  "address-misspelled": "There is no element <{name}>, so it is ignored; write <address>.",
  "address-number-octal":
    "A leading 0 makes {value} an octal number, {read} in decimal; write 0x in front of hexadecimal ones, or no 0.",
  "controller-legacy-pci-addr":
    "The attribute pci_addr is a form of 2009 that libvirt ignores; write <address type='pci' …/> on the controller.",
  "device-legacy-state":
    "<state {name}='{value}'/> is a form of 2009 that libvirt ignores; write <address type='pci' …/>.",
  "hotplug-off-port":
    "{subject} sits on a port with hotplug='off', so it can be unplugged only while the guest is off; remove hotplug, or leave it so if that is what you want.",
  "multifunction-no-unplug":
    "{subject} and {other} are functions of slot {slot} on bus {bus}, and libvirt unplugs no single functions; give each a slot of its own to unplug them while the guest runs.",
  "pci-hotplug-memreserve":
    "The memReserve of {subject} keeps memory for devices that are plugged in later, and its hotplug='off' keeps them out; remove one of the two.",
  "pci-expander-hotplug":
    "{subject} is empty and sits on {other}, where guests take no new devices while they run; keep ports for hot-plug on the root bus.",
  "conventional-hotplug-q35":
    "{subject} is a conventional PCI device, and this machine has no bus on which another one could be plugged in while the guest runs; add a pcie-to-pci-bridge for that.",
  "pc-hotplug-no-acpi":
    "Nothing can be plugged into {machine} while the guest runs, because this board knows hot-plug through ACPI alone; add <acpi/> to <features>.",
  "virtio-transitional-by-bus":
    "{subject} is a transitional virtio device on a {model} and a virtio 1 device behind a port: guests take the two for different devices. Keep it where it is once the guest is installed, or put it on a pcie-root-port.",
  "hostdev-unmanaged":
    "Without managed='yes' libvirt leaves {subject} to its host driver, and starts the guest only after somebody has detached it; write managed='yes', or detach it yourself.",
  "hostdev-pseries-isolation":
    "{subject} shares PCI host bridge {index} with {other}, and pseries guests recover from errors per host bridge; give it a pci-root of its own.",
  "pci-mixed-explicit-auto":
    "{open} of {all} disks, network cards and host devices on PCI leave their address to libvirt, so that they may move, and be renamed in the guest, when one of them comes or goes. Pin all, or none.",
  "unused-controller": "There is nothing on {subject}, and nothing can be plugged in later; remove it.",
  "unused-ports":
    "{count} ports of the file are empty; each costs a bus number, address space and time at boot. Keep as many as you want to plug in.",
  "usb-port-speed":
    "{subject} is on a {model}, a USB 1.1 controller, and runs at 12 Mbit/s; use a qemu-xhci.",
  "usb-bus-implicit-controller":
    "No controller of the file provides USB bus {bus}, so libvirt adds the {model} that is usual on this machine, and its ports count; list the controller that you mean.",
  "zpci-uid-order":
    "{subject} has uid {uid}, lower than {before} of {other} before it; guests see the uid as PCI domain and never the slot, so they find it first. Number uids in the order you mean.",
  "drive-negative-print":
    "The target {value} of {subject} is written as {written} by libvirt, which then refuses what it wrote; choose one up to 2147483647.",
  "pci-multifunction-meaningless":
    "Only function 0 says whether a slot has several; multifunction='on' means nothing on function {function} of {subject}. Remove it.",
  "address-number-style":
    "{value} is a decimal number among hexadecimal ones, so it means 0x{hex}; write it so, or 0x{value} if that is what you mean.",
  "schema-mismatch":
    "libvirt takes {value}, but its schema does not, so that virsh edit and virsh define --validate refuse the file; write it in the usual way.",
} as const;
