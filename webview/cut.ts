import type { BusKey, DeviceKey, SlotKey } from "../src/protocol/board.ts";
import { findFixture } from "./acceptance.ts";
import type { BoardIndex } from "./boardIndex.ts";
import { type Load, loadAlone, offeringSlots, slotsFor } from "./places.ts";

/** Devices that wait to be put somewhere else, and where that can be. They stay where they are until then. */
export interface Cut {
  readonly load: Load;
  /** Slots that take them. */
  readonly allowed: ReadonlySet<SlotKey>;
  /** Taken slots where something can be chosen: a swap, a shared slot. */
  readonly offering: ReadonlySet<SlotKey>;
}

/** Cuts devices: a selection as it is, one device with what cannot stay without it. A reason where one is fixed. */
export function cutOf(index: BoardIndex, devices: readonly DeviceKey[]): Cut | { readonly refused: string } {
  const [only = ""] = devices;
  const load: Load = devices.length === 1 ? loadAlone(index, only) : { devices, formation: "run" };
  return cutLoad(index, load);
}

function cutLoad(index: BoardIndex, load: Load): Cut | { readonly refused: string } {
  for (const key of load.devices) {
    const device = index.devices.get(key);
    const fixture = device === undefined ? "It is no longer on the board." : findFixture(index, device);
    if (fixture !== undefined) return { refused: `${device?.label ?? "It"} cannot be moved. ${fixture}` };
  }
  return {
    load,
    allowed: new Set(slotsFor(index, load)),
    offering: new Set(offeringSlots(index, load)),
  };
}

/** The same devices cut on the next board; nothing where one of them is gone or cannot be moved any more. */
export function cutAgain(index: BoardIndex, cut: Cut | undefined): Cut | undefined {
  if (cut === undefined) return undefined;
  const again = cutLoad(index, cut.load);
  return "refused" in again ? undefined : again;
}

/** The first slot of a bus that takes what was cut. */
export function firstOnBus(
  index: BoardIndex,
  { allowed }: Cut,
  bus: BusKey | undefined,
): SlotKey | undefined {
  const slots = bus === undefined ? [] : (index.buses.get(bus)?.slots ?? []);
  return slots.find(({ key }) => allowed.has(key))?.key;
}

/**
 * Where pasting on a device means: behind it, where it leads to a bus with a free slot for what was cut, else into the
 * slot it sits in.
 */
export function slotAtDevice(index: BoardIndex, cut: Cut, device: DeviceKey): SlotKey | undefined {
  for (const bus of index.board.buses) {
    const behind = bus.controller === device ? firstOnBus(index, cut, bus.key) : undefined;
    if (behind !== undefined) return behind;
  }
  return index.devices.get(device)?.slot;
}
