import type { ProblemCode } from "../../../src/catalog/problems.ts";
import type { RefusalCode } from "../../../src/catalog/refusals.ts";

const size = "Only the author knows how much memory is meant.";
const host = "Only the host knows which device is meant.";
const target = "Only the author knows which storage is meant.";
const data = "The drive may hold data, and where it goes is the author's choice.";
const counted = "Nobody has so many devices by accident, and which one can go is the author's choice.";

/** Why no cure can be worked out: one short reason for every code that has none in the table of cures. */
export const reasonsForNoFix: Readonly<Partial<Record<RefusalCode | ProblemCode, string>>> = {
  "size-missing": size,
  "size-too-large": size,
  "memory-size-missing": size,
  "memory-label-missing": size,
  "memory-devices-too-large": size,
  "memory-target-missing": size,
  "nvme-source-address-missing": host,
  "hostdev-usb-source-incomplete": host,
  "hostdev-scsi-source-address-missing": host,
  "hostdev-scsi-adapter-missing": host,
  "hostdev-capability-missing": host,
  "hostdev-mdev-address-missing": host,
  "hostdev-mdev-uuid-missing": host,
  "hostdev-iscsi-host-missing": target,
  "hostdev-iscsi-name-missing": target,
  "hostdev-vhost-wwpn-missing": target,
  "disk-source-missing": target,
  "disk-type-unsupported": target,
  "channel-guestfwd-address": "Only the author knows which address the guest calls.",
  "smartcard-certificates": "Only the author knows which certificates are meant.",
  "disk-floppy-pseries": data,
  "floppy-pseries": data,
  "pci-autoassign-forbidden": "No domain is known that libvirt refuses with these words.",
  "zpci-none-free": counted,
  "ccw-none-free": counted,
  "command-line-bus-order": "What stands in <qemu:commandline> is for its author to write anew.",
  "io-space-exhaustion": "Which devices can go to other buses depends on the guest's drivers.",
  "floppy-bus-missing": data,
  "hotplug-off-port": "Whether hotplug='off' is meant is the author's choice, and the port may hold more.",
  "pci-expander-hotplug": "An empty port may wait for a device that comes while the guest is off.",
  "unused-ports": "How many devices are to come is the author's choice.",
  "usb-port-speed": "Other devices on the controller, and guests without xHCI drivers, may need it.",
  "pci-mixed-explicit-auto":
    "Pinning all addresses is a command of its own, and changes more than the device.",
  "filesystem-target-missing": "Only the author knows the name that the guest mounts.",
};
