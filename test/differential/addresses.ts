import type { StrictElement } from "../support/strictXml.ts";
import { element } from "./element.ts";
import type { Random } from "./random.ts";

/** How boldly addresses are written: how often at all, and how often one that is wrong. */
export interface Boldness {
  readonly given: number;
  readonly wrong: number;
}

const hex = (value: number) => `0x${value.toString(16)}`;

/** Writers of addresses that are mostly sound, by type. Small numbers, so that devices meet. */
const writers: Readonly<Record<string, (random: Random, buses: number) => StrictElement>> = {
  pci: (random, buses) => {
    const bus = random.below(buses);
    const isPort = bus > 0 && random.chance(0.5);
    const lowest = random.chance(0.95) ? 1 : 0;
    const slot = isPort ? 0 : lowest + random.below(random.chance(0.8) ? 10 : 31);
    return element("address", {
      type: "pci",
      domain: random.chance(0.7) ? "0x0000" : undefined,
      bus: random.chance(0.9) ? hex(bus) : undefined,
      slot: hex(slot),
      function: random.chance(0.85) ? "0x0" : hex(random.below(8)),
      multifunction: random.chance(0.12) ? random.pick(["on", "off"]) : undefined,
    });
  },
  drive: (random) =>
    element("address", {
      type: "drive",
      controller: random.below(random.chance(0.7) ? 1 : 4),
      bus: random.below(random.chance(0.7) ? 1 : 2),
      target: random.chance(0.7) ? 0 : random.below(4),
      unit: random.below(random.chance(0.8) ? 4 : 20),
    }),
  usb: (random) =>
    element("address", {
      type: "usb",
      bus: random.below(random.chance(0.8) ? 1 : 3),
      port: random.chance(0.15)
        ? undefined
        : random.chance(0.7)
          ? random.below(6)
          : `${1 + random.below(3)}.${1 + random.below(4)}`,
    }),
  "virtio-serial": (random) =>
    element("address", {
      type: "virtio-serial",
      controller: random.below(random.chance(0.7) ? 1 : 3),
      bus: random.chance(0.9) ? 0 : 1,
      port: random.chance(0.2) ? undefined : random.below(6),
    }),
  ccid: (random) => element("address", { type: "ccid", controller: random.below(2), slot: random.below(2) }),
  "spapr-vio": (random) =>
    element("address", {
      type: "spapr-vio",
      reg: random.chance(0.2)
        ? undefined
        : random.pick(["0x1000", "0x2000", "0x3000", "0x30000000", "0x71000000", "0x5000"]),
    }),
  ccw: (random) =>
    element("address", {
      type: "ccw",
      cssid: "0xfe",
      ssid: hex(random.below(2)),
      devno: hex(random.below(6)),
    }),
  isa: (random) => element("address", { type: "isa", iobase: random.pick([undefined, "0x505", "0x3f8"]) }),
  dimm: (random) =>
    element("address", {
      type: "dimm",
      slot: random.below(5),
      base: random.pick([undefined, "0x100000000", "0x120000000"]),
    }),
  "virtio-mmio": () => element("address", { type: "virtio-mmio" }),
  unassigned: () => element("address", { type: "unassigned" }),
};

const allTypes = Object.keys(writers);
const bigNumbers = [
  "0x20",
  "32",
  "255",
  "0x100",
  "0xffff",
  "0x10000",
  "4294967295",
  "4294967296",
  "-1",
  "x",
  "",
  "1.2.3.4",
  "010",
];

/** An address of the type, or none; sometimes of another type, empty, or with a number it cannot have. */
export function randomAddress(
  random: Random,
  type: string,
  boldness: Boldness,
  buses: number,
): StrictElement | undefined {
  if (!random.chance(boldness.given)) return undefined;
  if (random.chance(boldness.wrong)) return wrongAddress(random, type, buses);
  if (random.chance(0.04)) return element("address", { type });
  const address = (writers[type] ?? writers.pci!)(random, buses);
  return random.chance(0.1) ? withoutOneAttribute(random, address) : address;
}

/** Attributes that are left out have defaults. */
function withoutOneAttribute(random: Random, address: StrictElement): StrictElement {
  const gone = random.pick(Object.keys(address.attributes));
  const kept = Object.entries(address.attributes).filter(([name]) => name === "type" || name !== gone);
  return { ...address, attributes: Object.fromEntries(kept) };
}

function wrongAddress(random: Random, type: string, buses: number): StrictElement {
  if (random.chance(0.4)) return writers[random.pick(allTypes)]!(random, buses);
  const address = (writers[type] ?? writers.pci!)(random, buses);
  const names = Object.keys(address.attributes).filter((name) => name !== "type");
  if (names.length === 0) return address;
  const name = random.pick(names);
  return { ...address, attributes: { ...address.attributes, [name]: random.pick(bigNumbers) } };
}
