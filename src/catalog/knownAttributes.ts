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
  "controller driver": new Set([
    "queues",
    "cmd_per_lun",
    "max_sectors",
    "ioeventfd",
    "iothread",
    "iommu",
    "ats",
    "packed",
    "page_per_vq",
  ]),
  zpci: new Set(["uid", "fid"]),
  "interface target": new Set(["dev", "managed"]),
  "filesystem target": new Set(["dir"]),
  "serial target": new Set(["type", "port"]),
  "parallel target": new Set(["type", "port"]),
  "console target": new Set(["type", "port"]),
  "channel target": new Set(["type", "name", "state", "address", "port"]),
  "disk target": new Set(["dev", "bus", "tray", "removable", "rotation_rate", "dpofua"]),
};

/** Attributes that an element has a use for only where its `type` is one of these. */
export const typedAttributes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  controller: {
    ports: ["usb", "virtio-serial"],
    vectors: ["virtio-serial"],
    maxGrantFrames: ["xenbus"],
    maxEventChannels: ["xenbus"],
  },
  "channel target": { address: ["guestfwd"], port: ["guestfwd"] },
};
