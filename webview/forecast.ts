import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { Shift, ToWebview, Write } from "../src/protocol/messages.ts";

/** What the extension has told about an edit, ready to be drawn on the board. */
export interface Forecast {
  readonly writes: readonly Write[];
  readonly shifts: readonly Shift[];
  readonly refused: string | undefined;
  /** Devices that would have another address, by key. */
  readonly moves: ReadonlyMap<DeviceKey, Shift>;
  /** Who would come into a slot, by slot. */
  readonly arrivals: ReadonlyMap<SlotKey, readonly Shift[]>;
}

/** The forecast in an answer of the extension. What happens to `known` devices is plain to see already and left out. */
export function forecastFrom(
  answer: Extract<ToWebview, { type: "preview" }>,
  known: readonly DeviceKey[] = [],
): Forecast {
  const { shifts, refused } = answer;
  const writes = answer.writes.filter(({ device }) => !known.includes(device));
  const moving = [...writes, ...shifts].filter(({ from, to }) => from !== to);
  const arrivals = new Map<SlotKey, Shift[]>();
  for (const shift of moving) {
    if (shift.slot === undefined) continue;
    const known = arrivals.get(shift.slot);
    if (known === undefined) arrivals.set(shift.slot, [shift]);
    else known.push(shift);
  }
  const moves = new Map(moving.map((shift) => [shift.device, shift]));
  return { writes, shifts, refused, moves, arrivals };
}

/** As many are told one by one; of the rest only the number. */
const toldAtMost = 3;

/** What would come of an edit, in a sentence; nothing where there is nothing to tell. */
export function forecastWords({ writes, shifts, refused }: Forecast): string | undefined {
  if (refused !== undefined) return `libvirt would refuse it: ${refused}`;
  const told = [...writes.map(writeWords), ...shifts.map(shiftWords)];
  if (told.length === 0) return undefined;
  const more = told.length - toldAtMost;
  return [...told.slice(0, toldAtMost), ...(more > 0 ? [`${more} more change`] : [])].join(", ");
}

/** What would come of an offer, in a sentence: the offer, what happens to others, and that this is all of it. */
export function offerWords(offer: string, forecast: Forecast): string {
  const told = forecastWords(forecast);
  if (told === undefined) return `${offer}: nothing else moves`;
  const isAll = forecast.refused === undefined && forecast.shifts.length === 0;
  return `${offer}: ${told}${isAll ? "; nothing else moves" : ""}`;
}

/** One device of the file in a few words: "net0 moves 00:04.0 → 00:05.0", "scsi0 is added at 00:06.0". */
export function writeWords(write: Write): string {
  const { label, from, to, does } = write;
  switch (does) {
    case "add":
      return `${label} is added${to === undefined ? "" : ` at ${shortAddress(to)}`}`;
    case "remove":
      if (to === undefined) return `${label} leaves ${from === undefined ? "its place" : shortAddress(from)}`;
      return from === to ? `libvirt leaves ${label} at ${shortAddress(to)}` : shiftWords(write);
    default:
      return from === to && to !== undefined
        ? `${label} is pinned at ${shortAddress(to)}`
        : shiftWords(write);
  }
}

/** Who moves along, in a few words: "balloon moves 00:04.0 → 00:05.0". */
export function shiftWords({ label, from, to }: Shift): string {
  if (to === undefined) return `${label} goes away`;
  if (from === undefined) return `${label} goes to ${shortAddress(to)}`;
  return `${label} moves ${shortAddress(from)} → ${shortAddress(to)}`;
}

/** An address as short as people say it: without the bus it is seen on, and without the PCI domain while it is 0. */
export function shortAddress(address: string): string {
  return address.replace(/^0000:|^[a-z-]+ /, "");
}
