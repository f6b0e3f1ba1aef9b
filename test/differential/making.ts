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
  /** Only what the machine usually takes, so that most domains are accepted. */
  readonly tame: boolean;
  /** How many PCI buses addresses talk about. */
  readonly buses: number;
  /** Counts up, for names that must differ. */
  next: number;
}

export type Maker = (making: Making) => StrictElement;

export const virtioModels = [
  undefined,
  undefined,
  undefined,
  "virtio-transitional",
  "virtio-non-transitional",
];

/** The address of a device whose usual type depends on the machine. */
export function native(making: Making): StrictElement | undefined {
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

export function address({ random, boldness, buses }: Making, type: string): StrictElement | undefined {
  const made = randomAddress(random, type, boldness, buses);
  if (made?.attributes.type !== "pci" || !random.chance(0.03)) return made;
  return {
    ...made,
    children: [element("zpci", { uid: `0x${random.below(4)}`, fid: `0x${random.below(4)}` })],
  };
}

/** What else may stand in a device and touches its address or its place in the order. */
export function extras({ random, next }: Making): StrictElement[] {
  if (!random.chance(0.06)) return [];
  return [
    random.weighted([
      [element("boot", { order: next + 1 }), 3],
      [element("alias", { name: `ua-device${next}` }), 2],
      [element("acpi", { index: next + 1 }), 1],
      [element("rom", { bar: "on" }), 1],
    ]),
  ];
}

export function withAttribute(made: StrictElement, name: string, value: string): StrictElement {
  return { ...made, attributes: { ...made.attributes, [name]: value } };
}
