import type { BoardBus, BoardDevice, BoardSlot, BusKey, SlotKey } from "../src/protocol/board.ts";
import type { BoardIndex } from "./boardIndex.ts";
import { showsFamily } from "./filter.ts";
import type { Drawn } from "./keyboard.ts";

/** What a mark on the overview stands for; each has a shape of its own. */
export type MarkLook = "pinned" | "chosen" | "free" | "reserved" | "warning" | "error";

/** A mark: one place, or a run of empty ones. */
export interface Mark {
  readonly look: MarkLook;
  /** The slot to go to; the first one of a run. */
  readonly slot: SlotKey;
  /** Where it is drawn: columns from the left, how many columns wide, and lines from the top. */
  readonly column: number;
  readonly span: number;
  readonly line: number;
}

/** A bus on the overview. */
export interface OverviewRow {
  readonly bus: BoardBus;
  /** How many buses it is drawn inside of. */
  readonly depth: number;
  readonly marks: readonly Mark[];
  readonly lines: number;
  /** Devices with an error or a warning. */
  readonly problems: number;
}

/** How many marks stand in a line of the overview. */
export const columns = 12;
/** So many empty places in a row are drawn as one bar of so many columns. */
const longRun = 6;
const runSpan = 3;

/**
 * The buses in the order they are drawn. A port with a single slot is no row of its own: its slot is a mark on the bus
 * that the port sits on, as on the board.
 */
export function overviewRows(index: BoardIndex, drawn: Drawn): OverviewRow[] {
  const rows: OverviewRow[] = [];
  for (const section of index.sections) {
    if (!showsFamily(drawn.filter, section.family)) continue;
    for (const bus of section.buses) collectRows(index, drawn, bus, 0, rows);
  }
  return rows;
}

function collectRows(
  index: BoardIndex,
  drawn: Drawn,
  bus: BoardBus,
  depth: number,
  rows: OverviewRow[],
): void {
  if (drawn.visible?.buses.has(bus.key) === false) return;
  const places: Place[] = [];
  const nested: BoardBus[] = [];
  collectPlaces(index, bus, places, nested);
  const marks = layMarks(places);
  const problems = places.reduce((sum, place) => sum + place.problems, 0);
  rows.push({ bus, depth, marks, lines: (marks.at(-1)?.line ?? 0) + 1, problems });
  if (drawn.collapsed.has(bus.key)) return;
  for (const child of nested) collectRows(index, drawn, child, depth + 1, rows);
}

interface Place {
  readonly slot: SlotKey;
  readonly look: MarkLook;
  readonly problems: number;
}

/** The places of a bus, those behind its ports among them, and the buses that are rows of their own. */
function collectPlaces(index: BoardIndex, bus: BoardBus, places: Place[], nested: BoardBus[]): void {
  for (const slot of bus.slots) {
    const inside = index.inside.get(slot.key) ?? [];
    const ports = inside.filter((child) => child.slots.length === 1);
    nested.push(...inside.filter((child) => child.slots.length !== 1));
    const own = placeOf(index, slot);
    if (ports.length === 0 || own.problems > 0) places.push(own);
    for (const port of ports) collectPlaces(index, port, places, nested);
  }
}

function placeOf(index: BoardIndex, slot: BoardSlot): Place {
  const devices = slot.occupants.flatMap(({ device }) => index.devices.get(device) ?? []);
  const faulty = devices.filter((device) => worstOf(device) !== undefined);
  return { slot: slot.key, look: lookOf(slot, devices), problems: faulty.length };
}

function lookOf(slot: BoardSlot, devices: readonly BoardDevice[]): MarkLook {
  const worst = devices.map(worstOf);
  if (worst.includes("error")) return "error";
  if (worst.includes("warning")) return "warning";
  if (devices.length === 0) return slot.reserved === undefined ? "free" : "reserved";
  return devices.every((device) => device.placement === "given") ? "pinned" : "chosen";
}

/** Mere advice is left to the device itself. */
function worstOf({ problems }: BoardDevice): "error" | "warning" | undefined {
  const severities = problems.map((problem) => problem.severity);
  if (severities.includes("error")) return "error";
  return severities.includes("warning") ? "warning" : undefined;
}

/** Lays marks out line by line; long runs of empty places become one bar. */
function layMarks(places: readonly Place[]): Mark[] {
  const marks: Mark[] = [];
  let column = 0;
  let line = 0;
  for (let at = 0; at < places.length; ) {
    const place = places[at];
    if (place === undefined) break;
    const length = runLength(places, at);
    const span = length >= longRun ? runSpan : 1;
    if (column + span > columns) {
      column = 0;
      line += 1;
    }
    marks.push({ look: place.look, slot: place.slot, column, span, line });
    column += span;
    at += length >= longRun ? length : 1;
  }
  return marks;
}

function runLength(places: readonly Place[], start: number): number {
  const look = places[start]?.look;
  if (look !== "free" && look !== "reserved") return 1;
  let end = start + 1;
  while (end < places.length && places[end]?.look === look) end += 1;
  return end - start;
}

/** The mark at a point of a row, in columns and lines; the last one before it where none is there. */
export function markAt(row: OverviewRow, column: number, line: number): Mark | undefined {
  return row.marks.findLast((mark) => mark.line < line || (mark.line === line && mark.column <= column));
}

/** A height on the board, in pixels from its top, and the height on the overview that stands for it. */
export interface Anchor {
  readonly board: number;
  readonly map: number;
}

/** A row on the overview and, where the browser knows it, what it stands for on the board. */
export interface RowExtent {
  readonly depth: number;
  /** The top of the row on the overview. */
  readonly map: number;
  /** The bus on the board, from its head to its last slot, with the buses inside of it. */
  readonly top?: number;
  readonly bottom?: number;
  /** The lines of marks, each with the slot it begins with. */
  readonly lines?: readonly Anchor[];
}

/**
 * The anchors of all rows. A bus inside of another one has its row below all marks of the outer one, while on the board
 * slots of the outer one follow behind it: those have no height on the overview, and its window rests below the row.
 */
export function anchorsOf(rows: readonly RowExtent[], end: Anchor): Anchor[] {
  const anchors: Anchor[] = [{ board: 0, map: 0 }];
  const add = (anchor: Anchor) => {
    const last = anchors.at(-1);
    if (last === undefined || (anchor.board >= last.board && anchor.map >= last.map)) anchors.push(anchor);
  };
  const open: RowExtent[] = [];
  const close = (depth: number, map: number) => {
    for (let inner = open.at(-1); inner !== undefined && inner.depth >= depth; inner = open.at(-1)) {
      open.pop();
      if (inner.bottom !== undefined) add({ board: inner.bottom, map });
    }
  };
  rows.forEach((row, at) => {
    const { depth, map, top, lines = [] } = row;
    close(depth, map);
    open.push(row);
    if (top === undefined) return;
    add({ board: top, map });
    const next = rows[at + 1];
    const inside = next !== undefined && next.depth > depth ? (next.top ?? top) : end.board;
    for (const line of lines) if (line.board < inside) add(line);
  });
  close(0, end.map);
  add(end);
  return anchors;
}

/** A height on one side read on the other one, in proportion between the anchors around it. Anchors go from top to bottom. */
export function translate(
  anchors: readonly Anchor[],
  value: number,
  from: keyof Anchor,
  to: keyof Anchor,
): number {
  const after = anchors.findIndex((anchor) => anchor[from] > value);
  const high = after < 0 ? anchors.at(-1) : anchors[after];
  const low = after < 0 ? high : anchors[after - 1];
  if (high === undefined) return 0;
  if (low === undefined || high === low) return high[to];
  return low[to] + ((value - low[from]) / (high[from] - low[from])) * (high[to] - low[to]);
}

/** The rows whose bus is drawn between two heights of the overview. */
export function rowsBetween(
  tops: readonly number[],
  end: number,
  top: number,
  bottom: number,
): readonly boolean[] {
  return tops.map((start, at) => start < bottom && (tops[at + 1] ?? end) > top);
}

/** What a row says besides its name: "PCIe root complex: 21 devices · 24 free · 2 with problems". */
export function rowWords({ bus, problems }: OverviewRow, fill: string): string {
  const trouble = problems === 0 ? "" : ` · ${problems} with problems`;
  return `${bus.detail}: ${fill}${trouble}`;
}

/** The rows of the buses that hold one of some slots. */
export function rowsOfSlots(
  index: BoardIndex,
  rows: readonly OverviewRow[],
  slots: readonly SlotKey[],
): Set<BusKey> {
  const wanted = new Set(slots);
  const buses = new Set<BusKey>();
  for (const row of rows) {
    const places: Place[] = [];
    collectPlaces(index, row.bus, places, []);
    if (places.some((place) => wanted.has(place.slot))) buses.add(row.bus.key);
  }
  return buses;
}
