import type { BoardSlot } from "../src/protocol/board.ts";

/** A slot drawn by itself, or a run of neighbours that are empty in the same way. */
export type SlotGroup =
  | { readonly type: "slot"; readonly slot: BoardSlot }
  | {
      readonly type: "run";
      readonly slots: readonly BoardSlot[];
      /** Why the whole run is reserved; absent for a run of free slots. */
      readonly reserved: string | undefined;
    };

/** As few neighbours as are worth folding; fewer are quicker to see than to open. */
export const shortestRun = 3;

/** Folds long runs of free slots, and of slots reserved for one reason, so that they do not drown the devices. */
export function groupSlots(slots: readonly BoardSlot[]): SlotGroup[] {
  const groups: SlotGroup[] = [];
  let start = 0;
  while (start < slots.length) {
    const end = endOfRun(slots, start);
    const run = slots.slice(start, end);
    if (run.length >= shortestRun) groups.push({ type: "run", slots: run, reserved: run[0]?.reserved });
    else groups.push(...run.map((slot): SlotGroup => ({ type: "slot", slot })));
    start = end;
  }
  return groups;
}

/** The first and last number of a run: "0a–1e"; what long numbers share is said once: "fe.0.0003–0006". */
export function runLabel(slots: readonly BoardSlot[]): string {
  const [first = "", last = ""] = [slots[0]?.label, slots.at(-1)?.label];
  const shared = first.slice(0, Math.max(first.lastIndexOf("."), first.lastIndexOf(":")) + 1);
  return `${first}–${last.startsWith(shared) ? last.slice(shared.length) : last}`;
}

function endOfRun(slots: readonly BoardSlot[], start: number): number {
  const first = slots[start];
  let end = start + 1;
  if (first === undefined || first.occupants.length > 0) return end;
  while (end < slots.length && isAlike(slots[end], first)) end += 1;
  return end;
}

function isAlike(slot: BoardSlot | undefined, first: BoardSlot): boolean {
  return slot !== undefined && slot.occupants.length === 0 && slot.reserved === first.reserved;
}
