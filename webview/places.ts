import type { BoardDevice, DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { Place } from "../src/protocol/messages.ts";
import {
  acceptingPlaces,
  allowedSlots,
  findFixture,
  findRefusal,
  isGhost,
  refusalOfPlace,
} from "./acceptance.ts";
import type { BoardIndex } from "./boardIndex.ts";
import { functionPlaces, functionsFor, refusalOfFunction } from "./functions.ts";

/** How several devices travel: into the next free slots one after another, or as functions of one PCI slot. */
export type Formation = "run" | "functions";

/** What is carried: one device or several, in the order they were drawn. */
export interface Load {
  readonly devices: readonly DeviceKey[];
  readonly formation: Formation;
}

/** What a drop on a taken slot can mean. */
export interface DropOffer {
  readonly kind: "swap" | "join";
  readonly label: string;
  readonly places: readonly Place[];
}

const mostFunctions = 8;

/** The slots and free functions a load may be dropped on, in the order of the board. */
export function slotsFor(index: BoardIndex, load: Load): SlotKey[] {
  const slots = wholeSlotsFor(index, load);
  const functions = functionsFor(index, load.devices);
  if (functions.length === 0) return slots;
  const order = new Map([...index.slots.keys()].map((key, at) => [key, at]));
  const rank = (key: SlotKey) => order.get(index.functions.get(key)?.slot.key ?? key) ?? 0;
  return [...slots, ...functions].toSorted((a, b) => rank(a) - rank(b));
}

function wholeSlotsFor(index: BoardIndex, load: Load): SlotKey[] {
  const [lead] = load.devices;
  if (lead === undefined) return [];
  if (load.devices.length === 1) return allowedSlots(index, lead);
  if (load.formation === "functions") {
    return allowedSlots(index, lead, new Set(load.devices)).filter(
      (slot) => !refusesBlock(index, load, slot),
    );
  }
  return runStarts(index, load);
}

/** Why a load cannot be dropped on a slot, or nothing where it can. */
export function refusalFor(index: BoardIndex, load: Load, slot: SlotKey): string | undefined {
  if (index.functions.has(slot)) return refusalOfFunction(index, load.devices, slot);
  const [lead = ""] = load.devices;
  const movers = new Set(load.devices);
  if (load.devices.length === 1) return findRefusal(index, lead, slot);
  if (load.formation === "functions") return refusesBlock(index, load, slot);
  const refused = findRefusal(index, lead, slot, movers);
  if (refused !== undefined) return refused;
  return runPlaces(index, load, slot) === undefined
    ? `From here on there are no ${load.devices.length} free slots that take them.`
    : undefined;
}

/** Where each device of a load ends up when it is dropped on a slot that takes it. */
export function placesFor(index: BoardIndex, load: Load, slot: SlotKey): readonly Place[] {
  if (index.functions.has(slot)) return functionPlaces(index, load.devices, slot);
  if (load.devices.length === 1) return load.devices.map((device) => ({ device, slot }));
  if (load.formation === "functions") return blockPlaces(index, load.devices, slot);
  return runPlaces(index, load, slot) ?? [];
}

/**
 * What a drop on a slot that others hold can mean: change places with them, or join them as a further function. What
 * changes the least about the slots comes first.
 */
export function offersAt(index: BoardIndex, load: Load, slot: SlotKey): readonly DropOffer[] {
  const place = index.slots.get(slot);
  if (place === undefined || refusalFor(index, load, slot) === undefined) return [];
  const others = place.slot.occupants.filter((occupant) => !load.devices.includes(occupant.device));
  if (others.length === 0 || place.slot.occupants.length > others.length) return [];
  if (load.devices.some((key) => refusesPlace(index, key, slot))) return [];
  return [swapAt(index, load, slot), joinAt(index, load, slot)].filter((offer) => offer !== undefined);
}

/** The taken slots where a drop offers something, in the order of the board. */
export function offeringSlots(index: BoardIndex, load: Load): SlotKey[] {
  const device = index.devices.get(load.devices[0] ?? "");
  // More than fit one slot can neither join nor change places.
  if (device === undefined || load.devices.length > mostFunctions) return [];
  return acceptingPlaces(index, device)
    .filter(({ slot }) => slot.occupants.length > 0 && offersAt(index, load, slot.key).length > 0)
    .map(({ slot }) => slot.key);
}

/** The devices that belong in one slot with a device: functions of one host device, or of one slot of the guest. */
export function blockOf(index: BoardIndex, device: BoardDevice): readonly DeviceKey[] {
  if (device.together !== undefined) return device.together;
  const place = device.slot === undefined ? undefined : index.slots.get(device.slot);
  const occupants = place?.bus.family === "pci" ? place.slot.occupants : [];
  return occupants.length > 1 ? occupants.map((occupant) => occupant.device) : [device.key];
}

/**
 * What moves when a device is picked up by itself. Function 0 takes the written functions of its slot along: a guest
 * would not find them without it.
 */
export function loadAlone(index: BoardIndex, key: DeviceKey): Load {
  const place = index.slots.get(index.devices.get(key)?.slot ?? "");
  const occupants = place?.bus.family === "pci" ? place.slot.occupants : [];
  const others = occupants.filter((occupant) => occupant.device !== key);
  const isHead = occupants.some((occupant) => occupant.device === key && occupant.function === "0");
  const lean = others.filter((other) => other.function !== "0" && !isGhost(index, other.device));
  if (!isHead || lean.length === 0 || lean.length < others.length)
    return { devices: [key], formation: "run" };
  return { devices: [key, ...lean.map((other) => other.device)], formation: "functions" };
}

/** Why several devices cannot become functions of one slot, or nothing where they can. */
export function refusalOfBlock(index: BoardIndex, devices: readonly DeviceKey[]): string | undefined {
  if (devices.length < 2) return "It has no slot-mates.";
  if (devices.length > mostFunctions) return `A slot has ${mostFunctions} functions.`;
  for (const key of devices) {
    const device = index.devices.get(key);
    const fixture = device === undefined ? "It is gone." : findFixture(index, device);
    if (fixture !== undefined) return fixture;
    if (!takesPci(index, key)) return `${device?.label ?? "It"} sits on no PCI bus.`;
  }
  return undefined;
}

function takesPci(index: BoardIndex, key: DeviceKey): boolean {
  const acceptance = index.board.acceptances[index.devices.get(key)?.acceptance ?? -1];
  return acceptance?.buses.some((bus) => index.buses.get(bus)?.family === "pci") === true;
}

function refusesBlock(index: BoardIndex, load: Load, slot: SlotKey): string | undefined {
  const movers = new Set(load.devices);
  const meant = blockPlaces(index, load.devices, slot);
  const inPlace = meant.every((place) => isAt(index, place.device, slot, place.function));
  if (inPlace) return "They are pinned here already.";
  for (const key of load.devices) {
    const reason = findRefusal(index, key, slot, movers);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Functions that already share a slot keep their numbers; others are numbered in their order. */
function blockPlaces(index: BoardIndex, devices: readonly DeviceKey[], slot: SlotKey): Place[] {
  const home = index.devices.get(devices[0] ?? "")?.slot;
  const seats = new Map(
    index.slots.get(home ?? "")?.slot.occupants.map((occupant) => [occupant.device, occupant.function]),
  );
  const numbers = devices.map((device) => seats.get(device)).filter((fn) => fn !== undefined);
  const keep = new Set(numbers).size === devices.length && numbers.includes("0");
  return devices.map((device, at) => ({ device, slot, function: keep ? Number(seats.get(device)) : at }));
}

function isAt(index: BoardIndex, key: DeviceKey, slot: SlotKey, fn: number | undefined): boolean {
  const occupants = index.slots.get(slot)?.slot.occupants ?? [];
  const here = occupants.find((occupant) => occupant.device === key);
  return here?.function === String(fn) && index.devices.get(key)?.placement === "given";
}

/** Each device takes the next slot, in the order of the board, that takes it. */
function runPlaces(index: BoardIndex, { devices }: Load, start: SlotKey): Place[] | undefined {
  const movers = new Set(devices);
  const order = [...index.slots.keys()];
  let at = order.indexOf(start);
  const places: Place[] = [];
  for (const device of devices) {
    while (at < order.length && findRefusal(index, device, order[at] ?? "", movers) !== undefined) at += 1;
    const slot = order[at];
    if (slot === undefined) return undefined;
    places.push({ device, slot });
    at += 1;
  }
  return places;
}

/** Once a run fits from a slot on, it fits from every earlier slot that takes the first device. */
function runStarts(index: BoardIndex, load: Load): SlotKey[] {
  const [lead = ""] = load.devices;
  const starts = allowedSlots(index, lead, new Set(load.devices));
  const last = starts.findLastIndex((slot) => runPlaces(index, load, slot) !== undefined);
  return starts.slice(0, last + 1);
}

function joinAt(index: BoardIndex, { devices }: Load, slot: SlotKey): DropOffer | undefined {
  const place = index.slots.get(slot);
  if (place === undefined || place.bus.family !== "pci") return undefined;
  const { occupants } = place.slot;
  const heads = occupants.filter((occupant) => (occupant.function ?? "0") === "0");
  const head = index.devices.get(heads[0]?.device ?? "");
  if (head === undefined || head.implied || head.fixed !== undefined) return undefined;
  if (occupants.some((occupant) => isGhost(index, occupant.device) && occupant.device !== head.key))
    return undefined;
  const taken = new Set(occupants.map((occupant) => Number(occupant.function ?? 0)));
  const free = Array.from({ length: mostFunctions }, (_, fn) => fn).filter((fn) => !taken.has(fn));
  if (free.length < devices.length) return undefined;
  const joined = devices.map((device, at): Place => ({ device, slot, function: free[at] ?? 0 }));
  // A function 0 that libvirt chose would make way, so it is written down in the same step.
  const kept: Place[] = isGhost(index, head.key) ? [{ device: head.key, slot, function: 0 }] : [];
  const names = joined.map((one) => one.function).join(", ");
  const word = devices.length === 1 ? "function" : "functions";
  return { kind: "join", label: `Join ${head.label} as ${word} ${names}`, places: [...kept, ...joined] };
}

/** Whole slots change places, so that no slot is left without its function 0. */
function swapAt(index: BoardIndex, { devices }: Load, slot: SlotKey): DropOffer | undefined {
  const home = index.devices.get(devices[0] ?? "")?.slot;
  const here = index.slots.get(slot)?.slot.occupants ?? [];
  const there = home === undefined ? [] : (index.slots.get(home)?.slot.occupants ?? []);
  if (home === undefined || there.length !== devices.length) return undefined;
  if (!there.every((occupant) => devices.includes(occupant.device))) return undefined;
  if (here.some(({ device }) => refusesPlace(index, device, home))) return undefined;
  const placed = (occupants: typeof here, target: SlotKey) =>
    occupants.map(
      ({ device, function: fn }): Place => ({
        device,
        slot: target,
        ...(fn !== undefined && occupants.length > 1 && { function: Number(fn) }),
      }),
    );
  const names = here.map(({ device }) => index.devices.get(device)?.label ?? "it");
  return {
    kind: "swap",
    label: `Swap with ${fewNames(names)}`,
    places: [...placed(there, slot), ...placed(here, home)],
  };
}

/** All of two names or three; of more, the first and how many. A slot of root ports has eight. */
function fewNames(names: readonly string[]): string {
  const [first = "", ...others] = names;
  return names.length > 3 ? `${first} and ${others.length} more` : names.join(" and ");
}

/** Whether a device cannot go to a place, whoever sits there. */
function refusesPlace(index: BoardIndex, key: DeviceKey, slot: SlotKey): boolean {
  const device = index.devices.get(key);
  const place = index.slots.get(slot);
  if (device === undefined || place === undefined) return true;
  return findFixture(index, device) !== undefined || refusalOfPlace(index, device, place) !== undefined;
}

/** Which of some devices can be pinned, and which can be unpinned. */
export function pinStates(
  index: BoardIndex,
  devices: readonly DeviceKey[],
): { readonly unpinned: readonly DeviceKey[]; readonly pinned: readonly DeviceKey[] } {
  const found = devices.map((key) => index.devices.get(key)).filter((device) => device !== undefined);
  return {
    unpinned: found.filter((device) => device.placement === "assigned").map(({ key }) => key),
    pinned: found.filter((device) => device.placement === "given" && !device.implied).map(({ key }) => key),
  };
}
