import { useEffect } from "react";
import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import { forecastWords, shortAddress } from "./forecast.ts";
import { Glyph } from "./icons.tsx";
import { useBench, useView } from "./store.ts";

interface ForetoldProps {
  /** What to say where nobody else moves; nothing is said by default. */
  readonly otherwise?: string;
}

/** What an edit would bring about, once the extension has told. Also said aloud, when there is a pause. */
export function Foretold({ otherwise }: ForetoldProps) {
  const { announce } = useBench();
  const forecast = useView((view) => view.preview?.forecast);
  const text = forecast === undefined ? undefined : (forecastWords(forecast) ?? otherwise);
  useEffect(() => {
    if (text !== undefined) announce(`${text}.`, "polite");
  }, [text, announce]);
  return text === undefined ? null : (
    <span className="carry-shifts">
      <Glyph name={forecast?.refused === undefined ? "swap" : "barred"} /> {text}
    </span>
  );
}

/** Where a device would go, on the device itself: its address now and then. The words beside the edit say it aloud. */
export function ShiftMark({ device }: { readonly device: DeviceKey }) {
  const shift = useView((view) => view.preview?.forecast?.moves.get(device));
  if (shift === undefined) return null;
  return (
    <span className="shift-mark" aria-hidden="true">
      {shift.from === undefined ? null : <s>{shortAddress(shift.from)}</s>} →{" "}
      {shift.to === undefined ? "nowhere" : shortAddress(shift.to)}
    </span>
  );
}

/** Who would come into a slot, in the slot itself. */
export function Arrivals({ slot }: { readonly slot: SlotKey }) {
  const arrivals = useView((view) => view.preview?.forecast?.arrivals.get(slot));
  if (arrivals === undefined) return null;
  return (
    <span className="arrivals" aria-hidden="true">
      {arrivals.map(({ device, label }) => (
        <span key={device} className="arrival">
          → {label}
        </span>
      ))}
    </span>
  );
}
