import type { BoardBus, BusKey, SlotKey } from "../src/protocol/board.ts";
import { type BoardIndex, functionKey } from "./boardIndex.ts";
import { type Box, neighbour, spotInRow, type WalkKey } from "./keyboard.ts";

/** A slot or a free function, with the slot and the bus it is part of. */
export interface Place {
  readonly key: SlotKey;
  readonly slot: SlotKey;
  readonly bus: BusKey;
}

/** What a step of a carried device begins with. */
export interface Walk {
  /** Every place of the board, as `drawnPlaces` has them. */
  readonly places: readonly Place[];
  /** The places that can be stepped on. */
  readonly targets: ReadonlySet<SlotKey>;
  /** Where the cargo is now, target or not; nothing where it is in no slot. */
  readonly from: SlotKey | undefined;
  /** The place whose column Up and Down keep to, as `columnOf` tells; without one they keep to that of `from`. */
  readonly column?: SlotKey | undefined;
  /** The box of a place on the screen, in CSS pixels; nothing where it is not drawn. */
  boxOf(place: SlotKey): Box | undefined;
}

/** What a step up or down leaves behind for the next one. */
export interface Stride {
  /** The place whose column it kept to. */
  readonly column: SlotKey;
  /** The place it led to. */
  readonly to: SlotKey;
}

/**
 * The place whose column a key keeps to: while only Up and Down move the cargo, that of the place where the first of
 * them began, so that a wide or a short row on the way leaves it in its column. Other keys keep to none.
 */
export function columnOf(
  key: WalkKey,
  from: SlotKey | undefined,
  last: Stride | undefined,
): SlotKey | undefined {
  if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
  return last !== undefined && last.to === from ? last.column : from;
}

/** The places of a board in reading order: each slot, then the buses that begin in it, then its free functions. */
export function drawnPlaces(index: BoardIndex): Place[] {
  const places: Place[] = [];
  const collect = (bus: BoardBus) => {
    for (const slot of bus.slots) {
      const part = { slot: slot.key, bus: bus.key };
      places.push({ key: slot.key, ...part });
      for (const child of index.inside.get(slot.key) ?? []) collect(child);
      for (const fn of slot.freeFunctions ?? []) places.push({ key: functionKey(slot.key, fn), ...part });
    }
  };
  for (const section of index.sections) section.buses.forEach(collect);
  return places;
}

/**
 * The place a key leads to: left and right step in reading order, up and down to the row above or below, Page keys from
 * bus to bus, Home and End to the first and the last. At either end the cargo stays, or comes to the nearest target.
 */
export function nextPlace(walk: Walk, key: WalkKey): SlotKey | undefined {
  const { targets, from } = walk;
  const order = walk.places.filter((place) => targets.has(place.key) || place.key === from);
  const here = order.find((place) => place.key === from);
  const reached = step(walk, order, here, key);
  return reached !== undefined && targets.has(reached.key) ? reached.key : nearest(walk, order, here);
}

function step(walk: Walk, order: readonly Place[], here: Place | undefined, key: WalkKey): Place | undefined {
  const isTarget = (place: Place) => walk.targets.has(place.key);
  switch (key) {
    case "Home":
      return order.find(isTarget);
    case "End":
      return order.findLast(isTarget);
    case "ArrowUp":
    case "ArrowDown":
      return here === undefined
        ? neighbour(order, here, key)
        : acrossRows(walk, order, here, key === "ArrowDown");
    case "PageUp":
    case "PageDown":
      return neighbour(entrances(order, here, isTarget), here && entranceOf(order, here, isTarget), key);
    default:
      return neighbour(order, here, key);
  }
}

/** The first target of each bus, in reading order. A bus without any is only there while the cargo is on it. */
function entrances(
  order: readonly Place[],
  here: Place | undefined,
  isTarget: (place: Place) => boolean,
): Place[] {
  const firsts = new Map<BusKey, Place>();
  for (const place of order) {
    const first = firsts.get(place.bus);
    if (first === undefined || (!isTarget(first) && isTarget(place))) firsts.set(place.bus, place);
  }
  return [...firsts.values()].filter((first) => isTarget(first) || first.bus === here?.bus);
}

function entranceOf(order: readonly Place[], here: Place, isTarget: (place: Place) => boolean): Place {
  return order.find((place) => place.bus === here.bus && isTarget(place)) ?? here;
}

/** How far along the order a row is looked for at first; measuring all places would lay all of them out. */
const reach = 30;

/** Whole slots are passed: of several targets in one slot only the first is a stop, and none of the cargo's own. */
function acrossRows(walk: Walk, order: readonly Place[], here: Place, down: boolean): Place | undefined {
  const box = walk.boxOf(here.key);
  if (box === undefined) return neighbour(order, here, down ? "ArrowDown" : "ArrowUp");
  const from = inColumn(walk, box);
  const seen = new Set([here.slot]);
  const stops = order.filter((place) => {
    if (place === here) return true;
    const first = !seen.has(place.slot);
    seen.add(place.slot);
    return first;
  });
  return settled(stops.length, (span) => {
    const at = stops.indexOf(here);
    const near = stops.slice(Math.max(0, at - span), at + span + 1).filter((place) => place !== here);
    return spotInRow(spotsOf(walk, near), from, down);
  });
}

/** A box as high as it is, and as wide as the column that is kept to, where that is still drawn. */
function inColumn({ column, boxOf }: Walk, box: Box): Box {
  const { left, right } = (column === undefined ? undefined : boxOf(column)) ?? box;
  return { ...box, left, right };
}

/** Looks further and further until looking twice as far finds nothing else: the first look may have cut a row. */
function settled<T>(all: number, look: (span: number) => T | undefined): T | undefined {
  let found = look(reach);
  for (let span = reach; span < all; span *= 2) {
    const further = look(span * 2);
    if (further !== undefined && further === found) return found;
    found = further;
  }
  return found;
}

function spotsOf({ boxOf }: Walk, places: readonly Place[]) {
  return places.flatMap((item) => {
    const box = boxOf(item.key);
    return box === undefined ? [] : [{ item, ...box }];
  });
}

/** Where no step leads further, a target keeps the cargo; from elsewhere it comes to the next one, or the last before. */
function nearest({ targets }: Walk, order: readonly Place[], here: Place | undefined): SlotKey | undefined {
  if (here === undefined || targets.has(here.key)) return here?.key;
  const at = order.indexOf(here);
  return (order[at + 1] ?? order[at - 1])?.key;
}
