import type {
  Board,
  BoardBus,
  BoardDevice,
  BoardSlot,
  BusFamily,
  BusKey,
  DeviceKey,
  SlotKey,
} from "../src/protocol/board.ts";

/** Where a slot is: its bus, and how many slots stand before it on that bus. */
export interface SlotPlace {
  readonly slot: BoardSlot;
  readonly bus: BoardBus;
  readonly position: number;
}

/** A free function of a PCI slot, as a place of its own. */
export interface FunctionPlace extends SlotPlace {
  readonly function: number;
}

/** A board with the look-ups that drawing and dragging need; made once per board. */
export interface BoardIndex {
  readonly board: Board;
  readonly devices: ReadonlyMap<DeviceKey, BoardDevice>;
  readonly buses: ReadonlyMap<BusKey, BoardBus>;
  readonly slots: ReadonlyMap<SlotKey, SlotPlace>;
  /** The free functions of open PCI slots, by keys of their own. */
  readonly functions: ReadonlyMap<SlotKey, FunctionPlace>;
  /** Buses drawn inside a slot: those of the slot's own family whose controller sits there. */
  readonly inside: ReadonlyMap<SlotKey, readonly BoardBus[]>;
  /** Slots that need the whole width, because somewhere behind them begins a bus with several slots. */
  readonly wide: ReadonlySet<SlotKey>;
  /** The remaining buses, by family, in the order of the board. */
  readonly sections: readonly Section[];
}

export interface Section {
  readonly family: BusFamily;
  readonly buses: readonly BoardBus[];
}

/** Makes the look-ups of a board. Never fails: a bus whose parent is unknown stands at the top of its family. */
export function indexBoard(board: Board): BoardIndex {
  const buses = new Map(board.buses.map((bus) => [bus.key, bus]));
  const slots = new Map<SlotKey, SlotPlace>();
  const functions = new Map<SlotKey, FunctionPlace>();
  for (const bus of board.buses) {
    bus.slots.forEach((slot, position) => {
      slots.set(slot.key, { slot, bus, position });
      for (const fn of slot.freeFunctions ?? [])
        functions.set(functionKey(slot.key, fn), { slot, bus, position, function: fn });
    });
  }
  const inside = new Map<SlotKey, BoardBus[]>();
  const sections = new Map<BusFamily, BoardBus[]>();
  for (const bus of board.buses) {
    const host = bus.parentSlot === undefined ? undefined : slots.get(bus.parentSlot);
    if (host !== undefined && host.bus.family === bus.family && host.bus.key !== bus.key) {
      append(inside, host.slot.key, bus);
    } else {
      append(sections, bus.family, bus);
    }
  }
  return {
    wide: wideSlots(inside),
    board,
    devices: new Map(board.devices.map((device) => [device.key, device])),
    buses,
    slots,
    functions,
    inside,
    sections: [...sections].map(([family, members]) => ({ family, buses: members })),
  };
}

/** The buses around a slot or bus from the inside out: its own bus first, the root of the family last. */
export function busesAround(index: BoardIndex, start: BusKey | undefined): BoardBus[] {
  const chain: BoardBus[] = [];
  let bus = start === undefined ? undefined : index.buses.get(start);
  while (bus !== undefined && !chain.includes(bus)) {
    chain.push(bus);
    const host = bus.parentSlot === undefined ? undefined : index.slots.get(bus.parentSlot);
    bus = host?.bus.family === bus.family ? host.bus : undefined;
  }
  return chain;
}

/** What a free function is known by among the places of a board. */
export function functionKey(slot: SlotKey, fn: number): SlotKey {
  return `${slot}#${fn}`;
}

/** A slot or a free function, whichever has the key. */
export function findPlace(index: BoardIndex, key: SlotKey): SlotPlace | FunctionPlace | undefined {
  return index.slots.get(key) ?? index.functions.get(key);
}

/** A place's name in a sentence: "pcie.0 slot 1f", "pcie.0 slot 03 function 2". */
export function slotName(place: SlotPlace | FunctionPlace): string {
  const fn = "function" in place ? ` function ${place.function}` : "";
  return `${place.bus.label} slot ${place.slot.label}${fn}`;
}

function wideSlots(inside: ReadonlyMap<SlotKey, readonly BoardBus[]>): Set<SlotKey> {
  const wide = new Set<SlotKey>();
  const isWide = (slot: SlotKey, seen: readonly SlotKey[]): boolean =>
    !seen.includes(slot) &&
    (inside.get(slot) ?? []).some(
      (bus) => bus.slots.length > 1 || bus.slots.some((only) => isWide(only.key, [...seen, slot])),
    );
  for (const slot of inside.keys()) if (isWide(slot, [])) wide.add(slot);
  return wide;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
