import { memo } from "react";
import type { BoardSlot } from "../src/protocol/board.ts";
import { Arrivals } from "./Foretold.tsx";
import type { Forecast } from "./forecast.ts";
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
 * A run of empty slots folded into one line. Its sockets are always in the page, so that a drag can show them with
 * the style sheet alone.
 */
export const Run = memo(function Run({ slots, reserved }: RunProps) {
  const { store } = useBench();
  const key = slots[0]?.key ?? "";
  const expected = useView((view) => isExpecting(view.preview?.forecast, slots));
  const taking = useView((view) => slots.some((slot) => view.cut?.allowed.has(slot.key)));
  const open = useView((view) => view.openRuns.has(key)) || expected || taking;
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
      <ul className="sockets" aria-label={`${word} slots`}>
        {slots.map((slot) => (
          <Socket key={slot.key} slot={slot} />
        ))}
      </ul>
    </li>
  );
});

const Socket = memo(function Socket({ slot }: { readonly slot: BoardSlot }) {
  const arriving = useView((view) => view.pending?.slot === slot.key);
  return (
    <li className="socket" data-slot={slot.key} data-arriving={arriving || undefined} title={slot.reserved}>
      <PastePlace slot={slot.key}>{slot.label}</PastePlace>
      <span className="socket-label">{slot.label}</span>
      <Arrivals slot={slot.key} />
    </li>
  );
});

/** A run opens while somebody would come into it. */
function isExpecting(forecast: Forecast | undefined, slots: readonly BoardSlot[]): boolean {
  return forecast !== undefined && slots.some((slot) => forecast.arrivals.has(slot.key));
}
