import { element } from "./element.ts";
import type { Flavour } from "./machines.ts";
import { address, type Maker, type Making, native, virtioModels } from "./making.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";

function diskName(making: Making, prefix: string): string {
  const index = making.next++;
  const place = making.random.chance(0.1) ? index + 26 : index;
  return prefix + (place < 26 ? letters[place] : letters[Math.floor(place / 26) - 1]! + letters[place % 26]);
}

const wildBuses: readonly (readonly [string, number])[] = [
  ["virtio", 10],
  ["scsi", 6],
  ["sata", 4],
  ["ide", 3],
  ["usb", 3],
  ["fdc", 1],
];

const tameBuses: Readonly<Record<Flavour, readonly (readonly [string, number])[]>> = {
  pci: [
    ["virtio", 5],
    ["scsi", 4],
    ["ide", 2],
    ["usb", 2],
    ["sata", 2],
    ["fdc", 1],
  ],
  pcie: [
    ["virtio", 5],
    ["scsi", 4],
    ["sata", 3],
    ["usb", 2],
  ],
  isa: [["fdc", 1]],
  spapr: [
    ["virtio", 5],
    ["scsi", 6],
    ["usb", 2],
  ],
  ccw: [
    ["virtio", 5],
    ["scsi", 4],
  ],
  mmio: [["virtio", 1]],
  mac: [
    ["virtio", 2],
    ["scsi", 1],
  ],
};

/** Settings that some emulators do not know. */
function driver({ random }: Making, device: string) {
  const threads = [element("iothread", { id: "1" }), element("iothread", { id: "2" })];
  return random.pick([
    element("driver", { name: "qemu", queue_size: "64" }),
    device === "disk"
      ? element("driver", { name: "qemu", type: "qcow2", discard_no_unref: "on" })
      : element("driver", { name: "qemu" }),
    element("driver", { name: "qemu", iothread: "1" }),
    element("driver", { name: "qemu" }, [element("iothreads", {}, threads)]),
  ]);
}

export const disk: Maker = (making) => {
  const { random } = making;
  const bus = random.weighted(making.tame ? tameBuses[making.flavour] : wildBuses);
  const prefix = { virtio: "vd", ide: "hd", fdc: "fd" }[bus] ?? "sd";
  const device = bus === "fdc" ? "floppy" : random.chance(0.2) && bus !== "virtio" ? "cdrom" : "disk";
  const target = diskName(making, prefix);
  const addressType = bus === "virtio" ? "native" : bus === "usb" ? "usb" : "drive";
  return element(
    "disk",
    { type: "file", device, model: bus === "virtio" ? random.pick(virtioModels) : undefined },
    [
      random.chance(0.03) ? driver(making, device) : undefined,
      element("source", { file: `/images/${target}.img` }),
      element("target", { dev: target, bus: random.chance(0.95) ? bus : undefined }),
      addressType === "native" ? native(making) : address(making, addressType),
    ],
  );
};
