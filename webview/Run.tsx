import { memo } from "react";
import type { BoardSlot, SlotKey } from "../src/protocol/board.ts";
import { Arrivals } from "./Foretold.tsx";
import { Glyph } from "./icons.tsx";
import { PastePlace } from "./PastePlace.tsx";
import { runLabel } from "./runs.ts";
import { useBench, useView } from "./store.ts";
import { countWords } from "./words.ts";

/** A run of up to this many slots opens within the width of one cell. */
const shortRun = 7;

interface RunProps {
  readonly slots: readonly BoardSlot[];
  readonly reserved: string | undefined;
}

/**
 * A run of empty slots folded into one line. Its sockets are in the page all the same once the first board is drawn, so
 * that a drag can show them with the style sheet alone.
 */
export const Run = memo(function Run({ slots, reserved }: RunProps) {
  const { store } = useBench();
  const key = slots[0]?.key ?? "";
  const marked = useView(({ preview, cut }) => isMarked(slots, preview?.forecast?.arrivals, cut?.allowed));
  const open = useView((view) => view.openRuns.has(key)) || marked;
  const furnished = useView((view) => view.furnished) || open;
  const arriving = useView(({ pending }) => arrivingIn(slots, pending?.slot));
  const filtered = useView((view) => view.visible !== undefined);
  const word = reserved === undefined ? "free" : "reserved";
  return (
    <li
      className={`run run-${word} ${slots.length > shortRun ? "run-long" : ""}`}
      data-open={open || undefined}
      data-filtered={filtered || undefined}
      title={reserved}
    >
      <button
        type="button"
        className="run-head"
        aria-expanded={open}
        onClick={() => store.dispatch({ type: "toggleRun", run: key })}
      >
        <Glyph name="open" />
        <span className="run-word">{word}</span>
        <span className="run-label">{runLabel(slots)}</span>
        <span className="detail">{reserved ?? countWords(slots.length, "slot")}</span>
      </button>
      {furnished ? (
        <ul className="sockets" aria-label={`${word} slots`}>
          {slots.map((slot) => (
            <Socket key={slot.key} slot={slot} marked={marked} arriving={arriving === slot.key} />
          ))}
        </ul>
      ) : null}
    </li>
  );
});

interface SocketProps {
  readonly slot: BoardSlot;
  /** Whether anything is told about the run; a board has thousands of sockets, and none listens for itself. */
  readonly marked: boolean;
  /** Whether a device is on its way here. */
  readonly arriving: boolean;
}

const Socket = memo(function Socket({ slot, marked, arriving }: SocketProps) {
  return (
    <li className="socket" data-slot={slot.key} data-arriving={arriving || undefined} title={slot.reserved}>
      {marked ? <SocketPaste slot={slot} /> : null}
      <span className="socket-label">{slot.label}</span>
      {marked ? <Arrivals slot={slot.key} /> : null}
    </li>
  );
});

function SocketPaste({ slot }: { readonly slot: BoardSlot }) {
  const taking = useView((view) => view.cut?.allowed.has(slot.key) === true);
  return taking ? <PastePlace slot={slot.key}>{slot.label}</PastePlace> : null;
}

function arrivingIn(slots: readonly BoardSlot[], target: SlotKey | undefined): SlotKey | undefined {
  return target !== undefined && slots.some(({ key }) => key === target) ? target : undefined;
}

/** A run opens while somebody would come into it, and while it takes what is cut. */
function isMarked(
  slots: readonly BoardSlot[],
  arrivals: ReadonlyMap<SlotKey, unknown> | undefined,
  allowed: ReadonlySet<SlotKey> | undefined,
): boolean {
  if (arrivals === undefined && allowed === undefined) return false;
  return slots.some(({ key }) => arrivals?.has(key) || allowed?.has(key));
}
