import type { BoardDevice, BusFamily, BusKey, DeviceKey, SlotKey } from "../src/protocol/board.ts";
import { type BoardIndex, busesAround } from "./boardIndex.ts";

/** What the toolbar narrows the board down to. */
export interface Filter {
  readonly query: string;
  readonly family: BusFamily | "all";
  readonly onlyProblems: boolean;
  readonly onlyUnpinned: boolean;
}

export const noFilter: Filter = { query: "", family: "all", onlyProblems: false, onlyUnpinned: false };

/** What stays visible under a filter: the devices found, and the slots and buses on the way to them. */
export interface Visible {
  readonly devices: ReadonlySet<DeviceKey>;
  readonly slots: ReadonlySet<SlotKey>;
  readonly buses: ReadonlySet<BusKey>;
}

/** The visible part of a board, or nothing where the filter lets everything through. */
export function visibleUnder(index: BoardIndex, filter: Filter): Visible | undefined {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !filter.onlyProblems && !filter.onlyUnpinned) return undefined;
  const devices = new Set<DeviceKey>();
  const slots = new Set<SlotKey>();
  const buses = new Set<BusKey>();
  for (const device of index.board.devices) {
    if (!passes(index, device, filter, words)) continue;
    devices.add(device.key);
    showWay(index, device, { devices, slots, buses });
  }
  return { devices, slots, buses };
}

/** Whether a bus family is drawn at all. */
export function showsFamily(filter: Filter, family: BusFamily): boolean {
  return filter.family === "all" || filter.family === family;
}

function passes(index: BoardIndex, device: BoardDevice, filter: Filter, words: readonly string[]): boolean {
  if (filter.onlyProblems && device.problems.length === 0) return false;
  if (filter.onlyUnpinned && !isUnpinned(device)) return false;
  if (words.length === 0) return true;
  const bus = device.slot === undefined ? undefined : index.slots.get(device.slot)?.bus;
  const facts = (device.facts ?? []).filter((fact) => fact.name !== "Address").map((fact) => fact.value);
  const text = [device.kind, device.label, device.detail, device.address, bus?.label, ...facts]
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function isUnpinned(device: BoardDevice): boolean {
  return device.placement === "assigned";
}

/** What is found behind a port or bridge is shown with the port or bridge, or nobody would know where it is. */
function showWay(
  index: BoardIndex,
  device: BoardDevice,
  shown: { readonly devices: Set<DeviceKey>; readonly slots: Set<SlotKey>; readonly buses: Set<BusKey> },
): void {
  const place = device.slot === undefined ? undefined : index.slots.get(device.slot);
  if (place === undefined) return;
  shown.slots.add(place.slot.key);
  for (const bus of busesAround(index, place.bus.key)) {
    shown.buses.add(bus.key);
    if (bus.parentSlot === undefined || !index.inside.get(bus.parentSlot)?.includes(bus)) continue;
    shown.slots.add(bus.parentSlot);
    if (bus.controller !== undefined) shown.devices.add(bus.controller);
  }
}
