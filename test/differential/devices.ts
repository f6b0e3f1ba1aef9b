import type { StrictElement } from "../support/strictXml.ts";
import { type Boldness, randomAddress } from "./addresses.ts";
import { element } from "./element.ts";
import type { Flavour } from "./machines.ts";
import type { Random } from "./random.ts";

/** The domain while it is made up. */
export interface Making {
  readonly random: Random;
  readonly flavour: Flavour;
  readonly boldness: Boldness;
  /** How many PCI buses addresses talk about. */
  readonly buses: number;
  /** Counts up, for names that must differ. */
  next: number;
}

type Maker = (making: Making) => StrictElement;

const virtioModels = [undefined, undefined, undefined, "virtio-transitional", "virtio-non-transitional"];

/** The address of a device whose usual type depends on the machine. */
function native(making: Making): StrictElement | undefined {
  const type = {
    pci: "pci",
    pcie: "pci",
    isa: "pci",
    spapr: "pci",
    ccw: "ccw",
    mmio: "virtio-mmio",
    mac: "pci",
  }[making.flavour];
  return address(making, making.flavour === "ccw" && making.random.chance(0.15) ? "pci" : type);
}

function address({ random, boldness, buses }: Making, type: string): StrictElement | undefined {
  const made = randomAddress(random, type, boldness, buses);
  if (made?.attributes.type !== "pci" || !random.chance(0.03)) return made;
  return {
    ...made,
    children: [element("zpci", { uid: `0x${random.below(4)}`, fid: `0x${random.below(4)}` })],
  };
}

const letters = "abcdefghijklmnopqrstuvwxyz";

function diskName(making: Making, prefix: string): string {
  const index = making.next++;
  const place = making.random.chance(0.1) ? index + 26 : index;
  return prefix + (place < 26 ? letters[place] : letters[Math.floor(place / 26) - 1]! + letters[place % 26]);
}

const diskBuses: readonly (readonly [string, number])[] = [
  ["virtio", 10],
  ["scsi", 6],
  ["sata", 4],
  ["ide", 3],
  ["usb", 3],
  ["fdc", 1],
];

const disk: Maker = (making) => {
  const { random } = making;
  const bus = random.weighted(diskBuses);
  const prefix = { virtio: "vd", ide: "hd", fdc: "fd" }[bus] ?? "sd";
  const device = bus === "fdc" ? "floppy" : random.chance(0.2) && bus !== "virtio" ? "cdrom" : "disk";
  const target = diskName(making, prefix);
  const addressType = bus === "virtio" ? "native" : bus === "usb" ? "usb" : "drive";
  return element(
    "disk",
    { type: "file", device, model: bus === "virtio" ? random.pick(virtioModels) : undefined },
    [
      element("source", { file: `/images/${target}.img` }),
      element("target", { dev: target, bus: random.chance(0.95) ? bus : undefined }),
      addressType === "native" ? native(making) : address(making, addressType),
    ],
  );
};

const controllerModels: Readonly<Record<string, readonly (string | undefined)[]>> = {
  pci: [
    "pcie-root-port",
    "pcie-root-port",
    "pcie-root-port",
    "pcie-to-pci-bridge",
    "dmi-to-pci-bridge",
    "pci-bridge",
    "pci-bridge",
    "pcie-switch-upstream-port",
    "pcie-switch-downstream-port",
    "pcie-expander-bus",
    "pci-expander-bus",
    "pci-root",
    "pcie-root",
    undefined,
  ],
  usb: [
    undefined,
    "piix3-uhci",
    "ich9-ehci1",
    "ich9-uhci1",
    "ich9-uhci2",
    "ich9-uhci3",
    "nec-xhci",
    "qemu-xhci",
    "qemu-xhci",
    "pci-ohci",
    "none",
    "piix4-uhci",
    "vt82c686b-uhci",
    "ehci",
  ],
  scsi: [
    undefined,
    "virtio-scsi",
    "virtio-scsi",
    "lsilogic",
    "lsisas1068",
    "lsisas1078",
    "vmpvscsi",
    "ibmvscsi",
    "am53c974",
    "dc390",
    "auto",
    "buslogic",
    "ncr53c90",
    "virtio-transitional",
    "virtio-non-transitional",
  ],
  "virtio-serial": [undefined, undefined, "virtio-transitional", "virtio-non-transitional"],
  sata: [undefined],
  ide: [undefined, undefined, "piix3", "ich6"],
  ccid: [undefined],
  fdc: [undefined],
};

const controller: Maker = (making) => {
  const { random, flavour } = making;
  const type = random.weighted([
    ["pci", flavour === "ccw" ? 1 : 9],
    ["usb", 5],
    ["scsi", 4],
    ["virtio-serial", 2],
    ["sata", 1],
    ["ide", 1],
    ["ccid", 1],
    ["fdc", 0.3],
  ]);
  const model = random.pick(controllerModels[type]!);
  const index = random.chance(0.2) ? undefined : random.below(random.chance(0.8) ? 4 : 12);
  const isRoot = type === "pci" && (model === "pci-root" || model === "pcie-root");
  const made = element("controller", { type, index: isRoot && flavour !== "spapr" ? 0 : index, model }, [
    ...(type === "pci" ? pciTarget(making) : []),
    model?.startsWith("ich9-uhci") && random.chance(0.8)
      ? element("master", { startport: (Number(model.at(-1)) - 1) * 2 })
      : undefined,
    isRoot && random.chance(0.95) ? undefined : controllerAddress(making, type, model),
  ]);
  if (type === "virtio-serial" && random.chance(0.3))
    return withAttribute(made, "ports", String(1 + random.below(5)));
  if (type === "usb" && random.chance(0.15))
    return withAttribute(made, "ports", String(1 + random.below(16)));
  return made;
};

function withAttribute(made: StrictElement, name: string, value: string): StrictElement {
  return { ...made, attributes: { ...made.attributes, [name]: value } };
}

function pciTarget({ random, flavour }: Making): StrictElement[] {
  if (!random.chance(flavour === "spapr" ? 0.5 : 0.2)) return [];
  return [
    element("target", {
      chassis: random.chance(0.3) ? random.below(20) : undefined,
      chassisNr: random.chance(0.15) ? random.below(20) : undefined,
      port: random.chance(0.3) ? `0x${random.below(64).toString(16)}` : undefined,
      busNr: random.chance(0.2) ? random.below(256) : undefined,
      index: random.chance(flavour === "spapr" ? 0.8 : 0.03) ? random.below(6) : undefined,
      hotplug: random.chance(0.1) ? random.pick(["on", "off"]) : undefined,
    }),
  ];
}

function controllerAddress(
  making: Making,
  type: string,
  model: string | undefined,
): StrictElement | undefined {
  if (type === "ccid") return address(making, "usb");
  if (type === "scsi" && (model === "ibmvscsi" || making.flavour === "spapr") && making.random.chance(0.5)) {
    return address(making, "spapr-vio");
  }
  if (type === "virtio-serial" || type === "scsi") return native(making);
  if (making.flavour === "ccw" && making.random.chance(0.9)) return undefined;
  return address(making, "pci");
}

const netModels = [
  "virtio",
  "virtio",
  "virtio",
  "e1000",
  "e1000e",
  "rtl8139",
  "igb",
  "vmxnet3",
  "pcnet",
  "ne2k_pci",
  "ne2k_isa",
  "usb-net",
  "spapr-vlan",
  "virtio-transitional",
  "virtio-non-transitional",
  undefined,
  "i82551",
  "tulip",
  "smc91c111",
  "lan9118",
];

const net: Maker = (making) => {
  const { random } = making;
  const model = random.pick(netModels);
  const mac = `52:54:00:00:00:${(making.next++ % 256).toString(16).padStart(2, "0")}`;
  const own =
    model === "usb-net"
      ? address(making, "usb")
      : model === "spapr-vlan"
        ? address(making, "spapr-vio")
        : native(making);
  return element("interface", { type: "user" }, [
    element("mac", { address: mac }),
    model === undefined ? undefined : element("model", { type: model }),
    own,
  ]);
};

const hostPci = ({ random }: Making) =>
  element("address", {
    domain: "0x0000",
    bus: `0x${random.below(16).toString(16)}`,
    slot: `0x${random.below(32).toString(16)}`,
    function: `0x${random.below(8)}`,
  });

const hostdev: Maker = (making) => {
  const { random } = making;
  const type = random.weighted([
    ["pci", 4],
    ["usb", 3],
    ["scsi", 3],
    ["mdev", 1],
  ]);
  if (type === "pci") {
    return element("hostdev", { mode: "subsystem", type, managed: "no" }, [
      element("source", {}, [hostPci(making)]),
      address(making, "pci"),
    ]);
  }
  if (type === "usb") {
    const ids = [
      element("vendor", { id: `0x${(0x1000 + random.below(0x8000)).toString(16)}` }),
      element("product", { id: `0x${(0x1000 + random.below(0x8000)).toString(16)}` }),
    ];
    return element("hostdev", { mode: "subsystem", type }, [
      element("source", {}, ids),
      address(making, "usb"),
    ]);
  }
  if (type === "scsi") {
    const source = [
      element("adapter", { name: "scsi_host0" }),
      element("address", { bus: 0, target: 0, unit: making.next++ }),
    ];
    return element("hostdev", { mode: "subsystem", type }, [
      element("source", {}, source),
      address(making, "drive"),
    ]);
  }
  const uuid = `c2177883-f1bb-47f0-914d-32a22e3a8${(making.next++ + 0x100).toString(16)}`;
  const model = random.pick(["vfio-pci", "vfio-pci", "vfio-ccw"]);
  return element("hostdev", { mode: "subsystem", type, managed: "no", model }, [
    element("source", {}, [element("address", { uuid })]),
    address(making, model === "vfio-ccw" ? "ccw" : "pci"),
  ]);
};

const hostNet: Maker = (making) =>
  element("interface", { type: "hostdev", managed: "no" }, [
    element("mac", { address: `52:54:00:00:01:${(making.next++ % 256).toString(16).padStart(2, "0")}` }),
    element("source", {}, [withAttribute(hostPci(making), "type", "pci")]),
    address(making, "pci"),
  ]);

const serial: Maker = (making) => {
  const { random } = making;
  const targetType = random.pick([
    undefined,
    undefined,
    "isa-serial",
    "pci-serial",
    "usb-serial",
    "spapr-vio-serial",
    "sclp-serial",
    "system-serial",
  ]);
  const addressType =
    { "pci-serial": "pci", "usb-serial": "usb", "spapr-vio-serial": "spapr-vio" }[targetType ?? ""] ??
    (making.flavour === "spapr" ? "spapr-vio" : "isa");
  return element("serial", { type: "pty" }, [
    targetType === undefined
      ? undefined
      : element("target", { type: targetType, port: random.chance(0.2) ? random.below(3) : undefined }),
    random.chance(0.5) ? address(making, addressType) : undefined,
  ]);
};

const consoleDevice: Maker = ({ random, ...making }) =>
  element("console", { type: "pty" }, [
    element("target", { type: random.pick([undefined, "serial", "virtio", "virtio", "sclp"]) }),
    random.chance(0.3) ? address({ random, ...making }, "virtio-serial") : undefined,
  ]);

const channel: Maker = (making) =>
  element("channel", { type: "unix" }, [
    element("target", { type: "virtio", name: `org.example.${making.next++}` }),
    address(making, "virtio-serial"),
  ]);

const input: Maker = (making) => {
  const { random } = making;
  const bus = random.pick([undefined, "usb", "usb", "virtio", "ps2"]);
  const own = bus === "usb" ? address(making, "usb") : bus === "virtio" ? native(making) : undefined;
  return element(
    "input",
    {
      type: random.pick(["mouse", "tablet", "keyboard"]),
      bus,
      model: bus === "virtio" ? random.pick(virtioModels) : undefined,
    },
    [own],
  );
};

const video: Maker = (making) => {
  const { random } = making;
  const type = random.pick([
    undefined,
    "vga",
    "vga",
    "cirrus",
    "virtio",
    "virtio",
    "bochs",
    "ramfb",
    "none",
    "vmvga",
    "qxl",
  ]);
  return element("video", {}, [
    type === undefined
      ? undefined
      : element("model", { type, primary: random.chance(0.1) ? "yes" : undefined }),
    type === "ramfb" || type === "none" ? undefined : native(making),
  ]);
};

/** Devices that are one element with a model and an address. */
const simple =
  (
    name: string,
    attributes: Readonly<Record<string, readonly (string | undefined)[]>>,
    type: string,
    children: readonly StrictElement[] = [],
  ): Maker =>
  (making) =>
    element(
      name,
      Object.fromEntries(
        Object.entries(attributes).map(([key, choices]) => [key, making.random.pick(choices)]),
      ),
      [...children, type === "native" ? native(making) : address(making, type)],
    );

const filesystem: Maker = (making) =>
  element(
    "filesystem",
    { type: "mount", accessmode: "passthrough", model: making.random.pick(virtioModels) },
    [element("source", { dir: "/srv" }), element("target", { dir: `tag${making.next++}` }), native(making)],
  );

const redirdev: Maker = (making) =>
  element("redirdev", { bus: "usb", type: "tcp" }, [
    element("source", { mode: "connect", host: "localhost", service: "4000" }),
    address(making, "usb"),
  ]);

const smartcard: Maker = (making) => element("smartcard", { mode: "host" }, [address(making, "ccid")]);

const tpm: Maker = (making) =>
  element("tpm", { model: making.random.pick(["tpm-tis", "tpm-crb", "tpm-spapr", undefined]) }, [
    element("backend", { type: "passthrough" }, [element("device", { path: "/dev/tpm0" })]),
    making.flavour === "spapr" ? address(making, "spapr-vio") : undefined,
  ]);

const shmem: Maker = (making) =>
  element("shmem", { name: `shm${making.next++}` }, [
    element("model", { type: "ivshmem-plain" }),
    element("size", { unit: "M" }, "4"),
    address(making, "pci"),
  ]);

const memory: Maker = (making) => {
  const { random } = making;
  const model = random.pick(["dimm", "dimm", "dimm", "virtio-mem", "virtio-pmem", "nvdimm"]);
  const isVirtio = model.startsWith("virtio");
  const target = [
    element("size", { unit: "MiB" }, "512"),
    model === "virtio-pmem" ? undefined : element("node", {}, "0"),
  ];
  const mem = [element("block", { unit: "KiB" }, "2048"), element("requested", { unit: "KiB" }, "524288")];
  return element("memory", { model }, [
    model === "nvdimm" || model === "virtio-pmem"
      ? element("source", {}, [element("path", {}, `/tmp/nv${making.next++}`)])
      : undefined,
    element("target", {}, [...target, ...(model === "virtio-mem" ? mem : [])]),
    isVirtio ? native(making) : address(making, "dimm"),
  ]);
};

const vsock: Maker = (making) =>
  element("vsock", { model: making.random.pick(["virtio", ...virtioModels]) }, [
    element("cid", { auto: "yes" }),
    native(making),
  ]);

/** Every device the generator knows, with how often it comes. */
export const deviceMakers: readonly (readonly [Maker, number])[] = [
  [disk, 22],
  [controller, 22],
  [net, 12],
  [hostdev, 5],
  [hostNet, 1],
  [serial, 3],
  [consoleDevice, 3],
  [channel, 4],
  [input, 5],
  [video, 4],
  [
    simple(
      "rng",
      { model: ["virtio", "virtio", "virtio-transitional", "virtio-non-transitional"] },
      "native",
      [element("backend", { model: "random" }, "/dev/urandom")],
    ),
    3,
  ],
  [
    simple("sound", { model: ["ich6", "ich9", "ac97", "es1370", "sb16", "usb", "pcspk", "virtio"] }, "pci"),
    3,
  ],
  [simple("watchdog", { model: ["i6300esb", "ib700", "itco", "diag288"], action: ["reset"] }, "pci"), 1.5],
  [
    simple(
      "memballoon",
      { model: ["virtio", "none", "virtio-transitional", "virtio-non-transitional"] },
      "native",
    ),
    2,
  ],
  [simple("hub", { type: ["usb"] }, "usb"), 2],
  [simple("panic", { model: [undefined, "isa", "pvpanic", "pseries", "hyperv", "s390"] }, "isa"), 1],
  [
    simple("crypto", { model: ["virtio"], type: ["qemu"] }, "native", [
      element("backend", { model: "builtin", queues: "1" }),
    ]),
    1.5,
  ],
  [simple("iommu", { model: ["intel", "virtio", "smmuv3"] }, "pci"), 0.7],
  [simple("nvram", {}, "spapr-vio"), 0.3],
  [filesystem, 2],
  [redirdev, 1.5],
  [smartcard, 1],
  [tpm, 0.7],
  [shmem, 1],
  [memory, 2],
  [vsock, 1],
  [() => element("graphics", { type: "vnc" }), 1],
  [() => element("parallel", { type: "pty" }), 0.7],
];
