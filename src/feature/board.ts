import { isPciControllerModel, pciControllers } from "../catalog/pciControllers.ts";
import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Device, DeviceId } from "../domain/device.ts";
import type {
  Board,
  Acceptance as BoardAcceptance,
  BoardBus,
  BoardDevice,
  BoardProblem,
  BoardSlot,
  BusFamily,
} from "../protocol/board.ts";
import { type Acceptance, type Bus, freeSlots, type Reason, type Slot } from "../topology/topology.ts";
import { controllerOffers, mostPorts } from "./addControllers.ts";
import { addressText } from "./addressText.ts";
import { busesOf, families, ruleFor } from "./buses.ts";
import { factsOf } from "./deviceFacts.ts";
import { type DeviceKeys, deviceKeysOf } from "./deviceKeys.ts";
import { labelOf } from "./deviceLabel.ts";
import { type DeviceNames, deviceNames } from "./deviceNames.ts";
import { freeFunctionsOf } from "./freeFunctions.ts";
import { guestNames } from "./guestNames.ts";
import { hostBlocks } from "./hostBlocks.ts";
import { reasonText } from "./reasonWords.ts";
import { whyText } from "./whyWords.ts";

/** What a board is made of besides the definition. */
export interface BoardInput {
  readonly version: number;
  readonly readOnly?: string | undefined;
  /** Problems by device, as the Problems panel shows them. */
  readonly problems: ReadonlyMap<DeviceId, readonly BoardProblem[]>;
}

/** Draws the board of a definition. */
export function boardOf(definition: Definition, input: BoardInput): Board {
  const keys = deviceKeysOf(definition);
  const buses = busesOf(definition);
  const places = placesOf(buses);
  const seats = seatsOf(buses);
  const usual = usualReasons(buses);
  const acceptances = new Acceptances(definition, buses);
  const shown = definition.devices.filter((defined) => isShown(defined));
  const positions = positionsOf(definition);
  const names = deviceNames(definition);
  const written = new Set(
    definition.devices.filter((defined) => defined.written).map(({ device }) => device.id),
  );
  const isWritten = (device: DeviceId) => written.has(device);
  const guests = guestNames(definition);
  const blocks = hostBlocks(definition);
  const ports = mostPorts(definition);
  const devices = shown.map((defined) => {
    const { device } = defined;
    const problems = input.problems.get(device.id) ?? [];
    return boardDevice(defined, {
      keys,
      places,
      usual,
      acceptances,
      problems,
      position: positions.get(device.id) ?? 0,
      names,
      isWritten,
      guestName: guests.get(device.id),
      block: blocks.get(device.id),
    });
  });
  const placed = new Set(devices.filter((device) => device.slot !== undefined).map((device) => device.key));
  return {
    version: input.version,
    title: definition.domain.name ?? "unnamed domain",
    machine: `${definition.target.machine} · ${definition.target.arch}`,
    ...(input.readOnly !== undefined && { readOnly: input.readOnly }),
    buses: buses.map((bus) => boardBus(definition, withParent(bus, seats), keys)),
    devices,
    tray: devices.filter((device) => !placed.has(device.key)).map((device) => device.key),
    acceptances: acceptances.all(),
    summary: {
      pinned: devices.filter((device) => device.placement === "given").length,
      unpinned: devices.filter((device) => device.placement === "assigned").length,
      freeSlots: buses.reduce((sum, bus) => sum + (bus.family === "pci" ? freeSlots(bus).length : 0), 0),
      freeByFamily: freeByFamily(buses),
      problems: [...input.problems.values()].reduce((sum, problems) => sum + problems.length, 0),
    },
    offers: controllerOffers(definition),
    ...(ports !== undefined && { mostPorts: ports }),
  };
}

function freeByFamily(buses: readonly Bus[]): { readonly family: BusFamily; readonly count: number }[] {
  return families.flatMap((family) => {
    const own = buses.filter((bus) => bus.family === family);
    return own.length === 0
      ? []
      : [{ family, count: own.reduce((sum, bus) => sum + freeSlots(bus).length, 0) }];
  });
}

/** Where each device sits, as the parent of the bus it provides. */
function seatsOf(buses: readonly Bus[]): ReadonlyMap<DeviceId, NonNullable<Bus["parent"]>> {
  const seats = new Map<DeviceId, NonNullable<Bus["parent"]>>();
  for (const bus of buses) {
    for (const slot of bus.slots) {
      for (const { device } of slot.occupants) seats.set(device, { bus: bus.key, slot: slot.key });
    }
  }
  return seats;
}

/** A bus of another family hangs from the slot that its controller sits in. */
function withParent(bus: Bus, seats: ReadonlyMap<DeviceId, NonNullable<Bus["parent"]>>): Bus {
  const seat = bus.controller === undefined ? undefined : seats.get(bus.controller);
  return bus.parent === undefined && seat !== undefined ? { ...bus, parent: seat } : bus;
}

const placeless: ReadonlySet<string> = new Set(["lease", "graphics", "audio", "redirfilter"]);

/** Devices that have no address record at all are no hardware, and a console copy is drawn as its serial. */
function isShown({ device, copyOf, written, placement }: DefinedDevice): boolean {
  if (placeless.has(device.kind) || copyOf !== undefined) return false;
  if (device.kind === "controller" && (device.model === "pci-root" || device.model === "pcie-root"))
    return false;
  if ("model" in device && device.model === "none") return false;
  return written || placement.state !== "none";
}

interface DeviceContext {
  readonly keys: DeviceKeys;
  readonly places: ReadonlyMap<DeviceId, string>;
  readonly usual: ReadonlyMap<DeviceId, Reason>;
  readonly acceptances: Acceptances;
  readonly problems: readonly BoardProblem[];
  readonly position: number;
  readonly names: DeviceNames;
  readonly isWritten: (device: DeviceId) => boolean;
  readonly guestName: string | undefined;
  readonly block: readonly DeviceId[] | undefined;
}

function boardDevice(defined: DefinedDevice, context: DeviceContext): BoardDevice {
  const { device, written, placement } = defined;
  const { label, detail } = labelOf(device, context.position);
  const acceptance = context.acceptances.indexFor(device);
  const slot = context.places.get(device.id);
  const fixed = written
    ? context.acceptances.fixed(acceptance)
    : "libvirt adds this device. Pin it first to move it.";
  const usual = context.usual.get(device.id);
  const why = whyOf(defined, context);
  const facts = placement.state === "none" ? [] : factsOf(device, context.guestName);
  return {
    key: context.keys.keyOf.get(device.id)!,
    kind: device.kind,
    label,
    detail,
    implied: !written,
    placement: placement.state === "none" && usual !== undefined ? "usual" : placement.state,
    ...(device.address && placement.state !== "none" && { address: addressText(device.address, device) }),
    ...(why !== undefined && { why }),
    ...(slot !== undefined && { slot }),
    ...(fixed !== undefined && { fixed }),
    acceptance,
    problems: context.problems,
    ...(facts.length > 0 && { facts }),
    ...(context.block && { together: context.block.map((id) => context.keys.keyOf.get(id)!) }),
  };
}

function whyOf({ device, placement }: DefinedDevice, context: DeviceContext): string | undefined {
  const why = placement.state === "assigned" ? placement.why : undefined;
  if (why) return whyText(why, context.names, context.isWritten);
  const usual = context.usual.get(device.id);
  return usual && reasonText(usual);
}

/** Each device's number among the devices of its kind, in libvirt's order. */
function positionsOf(definition: Definition): ReadonlyMap<DeviceId, number> {
  const counts = new Map<string, number>();
  const positions = new Map<DeviceId, number>();
  for (const { device } of definition.devices) {
    const count = counts.get(device.kind) ?? 0;
    counts.set(device.kind, count + 1);
    positions.set(device.id, count);
  }
  return positions;
}

function placesOf(buses: readonly Bus[]): ReadonlyMap<DeviceId, string> {
  const places = new Map<DeviceId, string>();
  for (const bus of buses) {
    for (const slot of bus.slots) {
      for (const { device } of slot.occupants) if (!places.has(device)) places.set(device, slot.key);
    }
  }
  return places;
}

/** Why devices without an address have a place all the same. */
function usualReasons(buses: readonly Bus[]): ReadonlyMap<DeviceId, Reason> {
  const occupants = buses.flatMap((bus) => bus.slots.flatMap((slot) => slot.occupants));
  return new Map(occupants.flatMap(({ device, usual }) => (usual ? [[device, usual] as const] : [])));
}

function boardBus(definition: Definition, bus: Bus, keys: DeviceKeys): BoardBus {
  const controller = bus.controller === undefined ? undefined : keys.keyOf.get(bus.controller);
  return {
    key: bus.key,
    family: bus.family as BusFamily,
    label: bus.label,
    detail: isPciControllerModel(bus.model) ? pciControllers[bus.model].label : bus.model,
    ...(controller !== undefined && { controller }),
    ...(bus.parent && { parent: bus.parent.bus, parentSlot: bus.parent.slot }),
    slots: bus.slots.map((slot) => ({ ...boardSlot(slot, keys), ...freeFunctionsOf(definition, bus, slot) })),
  };
}

function boardSlot(slot: Slot, keys: DeviceKeys): BoardSlot {
  return {
    key: slot.key,
    label: slot.label,
    occupants: slot.occupants.map((occupant) => ({
      device: keys.keyOf.get(occupant.device)!,
      ...(occupant.function !== undefined && { function: String(occupant.function) }),
    })),
    ...(slot.reserved && { reserved: reasonText(slot.reserved) }),
  };
}

/** Acceptances shared by devices of one sort. */
class Acceptances {
  readonly #definition: Definition;
  readonly #buses: readonly Bus[];
  readonly #indexes = new Map<string, number>();
  readonly #all: BoardAcceptance[] = [];

  constructor(definition: Definition, buses: readonly Bus[]) {
    this.#definition = definition;
    this.#buses = buses;
  }

  all(): readonly BoardAcceptance[] {
    return this.#all;
  }

  indexFor(device: Device): number {
    const sort = sortOf(device);
    const known = this.#indexes.get(sort);
    if (known !== undefined) return known;
    const index = this.#all.length;
    this.#all.push(this.#make(device));
    this.#indexes.set(sort, index);
    return index;
  }

  /** The reason why devices of this sort go nowhere, if they do not. */
  fixed(index: number): string | undefined {
    const acceptance = this.#all[index];
    return acceptance && acceptance.buses.length === 0 ? acceptance.otherwise : undefined;
  }

  #make(device: Device): BoardAcceptance {
    const rule = ruleFor(this.#definition, device);
    if (rule === undefined) {
      return {
        buses: [],
        refusedBuses: {},
        refusedSlots: {},
        otherwise: reasonText({ code: "no-address", values: {} }),
      };
    }
    return boardAcceptance(rule.accepts(this.#definition, device, this.#buses));
  }
}

function boardAcceptance(acceptance: Acceptance): BoardAcceptance {
  const texts = (reasons: Acceptance["refusedBuses"]) =>
    Object.fromEntries([...reasons].map(([key, reason]) => [key, reasonText(reason)]));
  return {
    buses: acceptance.buses,
    refusedBuses: texts(acceptance.refusedBuses),
    refusedSlots: texts(acceptance.refusedSlots),
    otherwise: reasonText(acceptance.otherwise),
  };
}

/**
 * Devices of one sort may sit in the same places. PCI controllers and hubs never sit behind themselves, so each is a
 * sort of its own; so is the first controller of a type, which may be part of the chipset.
 */
function sortOf(device: Device): string {
  if (device.kind === "hub" || (device.kind === "controller" && device.type === "pci"))
    return `own ${device.id}`;
  const fields: Readonly<Record<string, unknown>> = { ...device };
  return ["kind", "type", "model", "bus", "driver", "mode", "targetType", "device"]
    .map((name) => String(fields[name] ?? ""))
    .concat(device.address?.type ?? "", device.kind === "controller" && device.index === 0 ? "first" : "")
    .join("|");
}
