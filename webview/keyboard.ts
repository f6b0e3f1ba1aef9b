import type { BoardBus, BusKey, DeviceKey } from "../src/protocol/board.ts";
import type { BoardIndex } from "./boardIndex.ts";
import { type Filter, showsFamily, type Visible } from "./filter.ts";

/** The keys that walk. */
export type WalkKey =
  | "ArrowLeft"
  | "ArrowRight"
  | "ArrowUp"
  | "ArrowDown"
  | "Home"
  | "End"
  | "PageUp"
  | "PageDown";

/** What a key asks of a focused device that is not being carried. */
export type ChipCommand =
  | "pickUp"
  | "menu"
  | "unpin"
  | "walk"
  | "extend"
  | "toggle"
  | "selectAll"
  | "clearSelection";

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const walkKeys: ReadonlySet<string> = new Set([
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "PageUp",
  "PageDown",
] satisfies WalkKey[]);

const chipCommands: Readonly<Record<string, ChipCommand>> = {
  Enter: "pickUp",
  " ": "pickUp",
  Delete: "unpin",
  ContextMenu: "menu",
  Escape: "clearSelection",
};

/** With Ctrl or Cmd. */
const withCommandKey: Readonly<Record<string, ChipCommand>> = { " ": "toggle", a: "selectAll" };

export function isWalkKey(key: string): key is WalkKey {
  return walkKeys.has(key);
}

/** The command of a key on a device, or nothing where the key is not ours. */
export function chipCommandOf(press: KeyPress): ChipCommand | undefined {
  if (press.key === "F10" && press.shiftKey) return "menu";
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) return withCommandKey[press.key.toLowerCase()];
  if (isWalkKey(press.key)) return press.shiftKey ? "extend" : "walk";
  return chipCommands[press.key];
}

/** Undo and redo as VS Code binds them: Ctrl or Cmd with Z, Shift+Z or Y. */
export function historyCommandOf(press: KeyPress): "undo" | "redo" | undefined {
  if (press.altKey || press.ctrlKey === press.metaKey) return undefined;
  const key = press.key.toLowerCase();
  if (key === "z") return press.shiftKey ? "redo" : "undo";
  return key === "y" && !press.shiftKey ? "redo" : undefined;
}

export interface Drawn {
  readonly filter: Filter;
  readonly visible: Visible | undefined;
  readonly collapsed: ReadonlySet<BusKey>;
}

/** The devices in the order they are drawn: family by family, controllers before what hangs from them, then the tray. */
export function drawnDevices(index: BoardIndex, drawn: Drawn): DeviceKey[] {
  const order: DeviceKey[] = [];
  for (const section of index.sections) {
    if (!showsFamily(drawn.filter, section.family)) continue;
    for (const bus of section.buses) collectBus(index, bus, drawn, order);
  }
  order.push(...index.board.tray);
  return order.filter((key) => index.devices.has(key) && (drawn.visible?.devices.has(key) ?? true));
}

function collectBus(index: BoardIndex, bus: BoardBus, drawn: Drawn, order: DeviceKey[]): void {
  if (drawn.collapsed.has(bus.key)) return;
  for (const slot of bus.slots) {
    const inside = index.inside.get(slot.key) ?? [];
    for (const occupant of slot.occupants) {
      order.push(occupant.device);
      for (const child of inside) {
        if (child.controller === occupant.device) collectBus(index, child, drawn, order);
      }
    }
    for (const child of inside) {
      if (!slot.occupants.some((occupant) => occupant.device === child.controller)) {
        collectBus(index, child, drawn, order);
      }
    }
  }
}

/** The neighbour of an item in a list; stays at either end. */
export function neighbour<T>(order: readonly T[], current: T | undefined, key: WalkKey): T | undefined {
  const at = current === undefined ? -1 : order.indexOf(current);
  if (key === "Home") return order[0];
  if (key === "End") return order.at(-1);
  const forward = key === "ArrowRight" || key === "ArrowDown" || key === "PageDown";
  if (at < 0) return forward ? order[0] : order.at(-1);
  return order[Math.min(order.length - 1, Math.max(0, at + (forward ? 1 : -1)))];
}

/** The place of something on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A box, and what is in it. */
export interface Spot<T> extends Box {
  readonly item: T;
}

/** The nearest item above or below: the closest line first, then the smallest sideways step. */
export function spotBeyond<T>(spots: readonly Spot<T>[], from: Spot<T>, down: boolean): T | undefined {
  const cost = (spot: Spot<T>) => gapTo(spot, from, down) * 4 + sidewaysGap(spot, from);
  return cheapest(spotsBeyond(spots, from, down), cost)?.item;
}

/**
 * The item straight above or below: in the row that is nearest, the one that is the least sideways. A row is what
 * stands beside its nearest item, so that nothing is passed over for being in another column.
 */
export function spotInRow<T>(spots: readonly Spot<T>[], from: Box, down: boolean): T | undefined {
  const beyond = spotsBeyond(spots, from, down);
  const lead = cheapest(beyond, (spot) => gapTo(spot, from, down));
  if (lead === undefined) return undefined;
  const row = beyond.filter((spot) => spot.top < lead.bottom - 1 && spot.bottom > lead.top + 1);
  const gap = Math.min(...row.map((spot) => sidewaysGap(spot, from)));
  const straight = row.filter((spot) => sidewaysGap(spot, from) === gap);
  return cheapest(straight, (spot) => Math.abs(spot.left - from.left))?.item;
}

function spotsBeyond<T>(spots: readonly Spot<T>[], from: Box, down: boolean): readonly Spot<T>[] {
  return spots.filter((spot) => (down ? spot.top >= from.bottom - 1 : spot.bottom <= from.top + 1));
}

function cheapest<T>(spots: readonly Spot<T>[], cost: (spot: Spot<T>) => number): Spot<T> | undefined {
  return spots.reduce<Spot<T> | undefined>(
    (best, spot) => (best === undefined || cost(spot) < cost(best) ? spot : best),
    undefined,
  );
}

function gapTo(spot: Box, from: Box, down: boolean): number {
  return down ? spot.top - from.bottom : from.top - spot.bottom;
}

function sidewaysGap(a: Box, b: Box): number {
  return Math.max(0, Math.max(a.left, b.left) - Math.min(a.right, b.right));
}
