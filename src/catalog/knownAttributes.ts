/**
 * Attributes that libvirt 11.3 knows (its schema, domaincommon.rng), for elements on whose attributes places depend: a
 * slip in one of them is passed over without a word. Keys are the device, or the device and its child.
 */
export const knownAttributes: Readonly<Record<string, ReadonlySet<string>>> = {
  controller: new Set([
    "type",
    "index",
    "model",
    "ports",
    "vectors",
    "maxGrantFrames",
    "maxEventChannels",
    "pci_addr",
  ]),
  "controller target": new Set(["chassisNr", "chassis", "port", "busNr", "index", "hotplug", "memReserve"]),
  "controller master": new Set(["startport"]),
  "controller model": new Set(["name"]),
  "disk target": new Set(["dev", "bus", "tray", "removable", "rotation_rate", "dpofua"]),
};
