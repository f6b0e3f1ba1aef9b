import type { StrictElement } from "../support/strictXml.ts";
import { controller } from "./controllers.ts";
import { disk } from "./disks.ts";
import { element } from "./element.ts";
import { hostdev, hostNet } from "./hostDevices.ts";
import { address, type Maker, native, virtioModels } from "./making.ts";
import { net } from "./network.ts";

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
  const bus = making.tame
    ? random.pick(["usb", "usb", "virtio"])
    : random.pick([undefined, "usb", "usb", "virtio", "ps2"]);
  const own = bus === "usb" ? address(making, "usb") : bus === "virtio" ? native(making) : undefined;
  const isHosts = bus === "virtio" && random.chance(0.1);
  return element(
    "input",
    {
      type: isHosts ? "passthrough" : random.pick(["mouse", "tablet", "keyboard"]),
      bus,
      model: bus === "virtio" ? random.pick(virtioModels) : undefined,
    },
    [isHosts ? element("source", { evdev: "/dev/input/event1" }) : undefined, own],
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
      : element("model", {
          type,
          primary: random.chance(0.1) ? "yes" : undefined,
          heads: random.chance(0.05) ? random.pick(["1", "2"]) : undefined,
        }),
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

const smartcard: Maker = (making) =>
  making.random.chance(0.7)
    ? element("smartcard", { mode: "host" }, [address(making, "ccid")])
    : element("smartcard", { mode: "passthrough", type: "tcp" }, [
        element("source", { mode: "bind", host: "127.0.0.1", service: "2001" }),
        address(making, "ccid"),
      ]);

const tpmModels = ["tpm-tis", "tpm-crb", "tpm-spapr", "spapr-tpm-proxy", undefined, undefined];

const tpm: Maker = (making) =>
  element("tpm", { model: making.random.pick(tpmModels) }, [
    element("backend", { type: "passthrough" }, [element("device", { path: "/dev/tpm0" })]),
    making.flavour === "spapr" || making.random.chance(0.1) ? address(making, "spapr-vio") : undefined,
  ]);

const shmem: Maker = (making) => {
  const type = making.random.pick(["ivshmem-plain", "ivshmem-plain", "ivshmem-doorbell", "ivshmem"]);
  return element("shmem", { name: `shm${making.next++}` }, [
    element("model", { type }),
    type === "ivshmem-doorbell"
      ? element("server", { path: "/tmp/server" })
      : element("size", { unit: "M" }, "4"),
    address(making, "pci"),
  ]);
};

const sound: Maker = (making) => {
  const { random } = making;
  const model = random.pick(["ich6", "ich9", "ac97", "es1370", "sb16", "usb", "pcspk", "virtio"]);
  const codec = random.chance(0.1)
    ? element("codec", { type: random.pick(["duplex", "micro", "output"]) })
    : undefined;
  return element("sound", { model }, [codec, address(making, model === "usb" ? "usb" : "pci")]);
};

const memballoon: Maker = (making) => {
  const { random } = making;
  const model = random.pick(["virtio", "none", "virtio-transitional", "virtio-non-transitional"]);
  const autodeflate = random.chance(0.1) ? "on" : undefined;
  return element("memballoon", { model, autodeflate }, [native(making)]);
};

const pstore: Maker = (making) =>
  element("pstore", { backend: "acpi-erst" }, [
    element("path", {}, "/tmp/pstore"),
    element("size", { unit: "KiB" }, "64"),
    address(making, "pci"),
  ]);

const graphicsTypes = ["vnc", "vnc", "vnc", "spice", "sdl", "egl-headless", "dbus"];

const graphics: Maker = ({ random }) => {
  const type = random.pick(graphicsTypes);
  return element("graphics", type === "dbus" ? { type, address: "unix:path=/tmp/bus" } : { type });
};

const memory: Maker = (making) => {
  const { random } = making;
  const model = random.pick(["dimm", "dimm", "dimm", "virtio-mem", "virtio-pmem", "nvdimm"]);
  const isVirtio = model.startsWith("virtio");
  const target = [
    element("size", { unit: "MiB" }, "512"),
    model === "virtio-pmem" || random.chance(0.1)
      ? undefined
      : element("node", {}, random.pick(["0", "0", "0", "1"])),
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

/** Devices of which a crowd fills buses. */
export const crowdMakers: readonly Maker[] = [disk, disk, net, channel, hostdev, input];

/** Devices that most machines take. */
export const tameMakers: readonly (readonly [Maker, number])[] = [
  [disk, 24],
  [controller, 20],
  [net, 12],
  [hostdev, 4],
  [serial, 2],
  [consoleDevice, 2],
  [channel, 5],
  [input, 4],
  [video, 1.5],
  [filesystem, 2],
];

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
  [sound, 3],
  [simple("watchdog", { model: ["i6300esb", "ib700", "itco", "diag288"], action: ["reset"] }, "pci"), 1.5],
  [memballoon, 2],
  [pstore, 0.5],
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
  [graphics, 1],
  [() => element("parallel", { type: "pty" }), 0.7],
];
