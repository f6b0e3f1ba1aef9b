import type { Definition } from "../define/definition.ts";
import type { PciAddress } from "../domain/address.ts";
import { addControllers, type NewController, nextIndex } from "../edit/addController.ts";
import { additionsOf, addressOf } from "../edit/additions.ts";
import type { Change } from "../edit/change.ts";
import type { ControllerOffer } from "../protocol/board.ts";
import { freeSlots } from "../topology/topology.ts";
import { tryChanges } from "./arrange.ts";
import { busesOf } from "./buses.ts";
import { refusalsOf } from "./diagnostics.ts";
import type { EditAnswer } from "./pin.ts";
import type { DomainView } from "./snapshot.ts";

interface OfferRow extends ControllerOffer {
  readonly type: string;
  readonly model?: string;
  /** The machines it fits, by what they have. */
  readonly fits: "pcie-root" | "pci-root" | "pci" | "pci or ccw";
}

/** Controllers that people add by hand, by the root their machine has (virDomainControllerModelPCI, libvirt 11.3). */
const rows: readonly OfferRow[] = [
  row("pcie-root-port", "Root port", "one PCI Express device, hot-pluggable", "pci", "pcie-root"),
  row("pcie-to-pci-bridge", "PCIe-to-PCI bridge", "31 conventional PCI slots", "pci", "pcie-root"),
  row("pci-bridge", "PCI bridge", "31 more PCI slots", "pci", "pci-root"),
  row("virtio-scsi", "SCSI controller", "virtio-scsi", "scsi", "pci or ccw"),
  { ...plain("virtio-serial", "Virtio serial controller", "31 ports"), fits: "pci or ccw" },
  row("qemu-xhci", "USB 3 controller", "qemu-xhci, 4 ports", "usb", "pci"),
];

/** As many ports as a person may reserve by one press. */
const mostAtOnce = 32;
const functionsPerSlot = 8;

/** The controllers that fit a machine. */
export function controllerOffers(definition: Definition): ControllerOffer[] {
  return rows
    .filter((offer) => fits(definition, offer))
    .map(({ key, label, detail }) => ({ key, label, detail }));
}

/** How many root ports can be reserved at once; undefined where the machine has none. */
export function mostPorts(definition: Definition): number | undefined {
  if (rootOf(definition) !== "pcie-root") return undefined;
  return Math.min(mostAtOnce, freeRootSlots(definition).length * functionsPerSlot);
}

/** Adds one of the offered controllers, with the next free index; libvirt chooses where it sits. */
export function addOffered(domain: DomainView, key: string): EditAnswer {
  const { definition } = domain;
  const offer = rows.find((candidate) => candidate.key === key && fits(definition, candidate));
  if (offer === undefined) return { refused: "This machine takes no such controller." };
  const { type, model } = offer;
  return add(domain, [{ type, index: nextIndex(definition, type, true), model }]);
}

/** Adds root ports for devices to come, packed as functions of as few slots of the root complex as can be. */
export function reservePorts(domain: DomainView, count: number): EditAnswer {
  const { definition } = domain;
  const most = mostPorts(definition);
  if (most === undefined) return { refused: "Only machines with a PCI Express root have root ports." };
  if (count < 1 || count > most) return { refused: `Between 1 and ${most} ports can be reserved at once.` };
  const slots = freeRootSlots(definition);
  const first = nextIndex(definition, "pci", true);
  const ports = Array.from({ length: count }, (_, at): NewController => {
    const [place, fn] = [Math.floor(at / functionsPerSlot), at % functionsPerSlot];
    const isHead = fn === 0 && at + 1 < count;
    const address: PciAddress = {
      type: "pci",
      domain: 0,
      bus: 0,
      slot: slots[place] ?? 0,
      function: fn,
      ...(isHead && { multifunction: "on" }),
    };
    return { type: "pci", model: "pcie-root-port", index: first + at, address };
  });
  return add(domain, ports);
}

function add(domain: DomainView, wanted: readonly NewController[]): EditAnswer {
  if (refusalsOf(domain).length > 0)
    return { refused: "libvirt refuses this domain as it is. Mend that first." };
  const [added] = addControllers(domain.edit, wanted);
  if (added === undefined) return { refused: "The domain has no list of devices yet." };
  const ahead = wanted.some((controller) => controller.type === "pci") ? impliedPorts(domain) : undefined;
  return tryChanges(domain, [ahead ? joined(ahead, added) : added], () => undefined);
}

/**
 * The PCI controllers that libvirt adds by itself. They are written down ahead of new ones: what libvirt placed behind
 * them stays there, instead of filling the new ones, and the numbers have no gap.
 */
function impliedPorts({ edit, definition }: DomainView): Change | undefined {
  const implied = definition.devices.filter(
    (defined) =>
      !defined.written &&
      defined.device.kind === "controller" &&
      defined.device.type === "pci" &&
      addressOf(defined) !== undefined,
  );
  return additionsOf(edit, definition, implied);
}

function joined(one: Change, other: Change): Change {
  return { element: one.element, added: [...(one.added ?? []), ...(other.added ?? [])] };
}

/** Slots of bus 0 that nobody holds; slot 1 last, where libvirt likes to put the first video card. */
function freeRootSlots(definition: Definition): number[] {
  const root = busesOf(definition).find((bus) => bus.key === "pci:0");
  const free = root ? freeSlots(root).map((slot) => Number.parseInt(slot.label, 16)) : [];
  return [...free.filter((slot) => slot > 1), ...free.filter((slot) => slot === 1)];
}

function rootOf({ devices }: Definition): string | undefined {
  for (const { device } of devices) {
    if (device.kind === "controller" && device.type === "pci" && device.index === 0) return device.model;
  }
  return undefined;
}

function fits(definition: Definition, offer: OfferRow): boolean {
  const root = rootOf(definition);
  switch (offer.fits) {
    case "pci":
      return root !== undefined;
    case "pci or ccw":
      return root !== undefined || definition.target.class === "s390-ccw";
    default:
      return root === offer.fits;
  }
}

function row(model: string, label: string, detail: string, type: string, fit: OfferRow["fits"]): OfferRow {
  return { key: model, label, detail, type, model, fits: fit };
}

function plain(type: string, label: string, detail: string) {
  return { key: type, label, detail, type };
}
