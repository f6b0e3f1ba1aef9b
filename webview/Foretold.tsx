import { useEffect } from "react";
import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import { forecastWords, offerWords, shortAddress } from "./forecast.ts";
import { Glyph } from "./icons.tsx";
import { useBench, useView } from "./store.ts";

interface ForetoldProps {
  /** What to say where nobody else moves; nothing is said by default. */
  readonly otherwise?: string;
  /** The offer of a taken slot that is foretold. */
  readonly offer?: string | undefined;
}

/** What an edit would bring about, once the extension has told. Also said aloud, when there is a pause. */
export function Foretold({ otherwise, offer }: ForetoldProps) {
  const { announce } = useBench();
  const isTold = useView((view) => view.preview?.forecast !== undefined);
  const told = useTold(offer) ?? (isTold ? otherwise : undefined);
  const refused = useView((view) => view.preview?.forecast?.refused !== undefined);
  useEffect(() => {
    if (told !== undefined) announce(`${told}.`, "polite");
  }, [told, announce]);
  return told === undefined ? null : (
    <span className="carry-shifts">
      <Glyph name={refused ? "barred" : "swap"} /> {told}
    </span>
  );
}

/** The same beside the pointer, where the eyes are. Until it is told, the offer alone stands there. */
export function ForetoldNote({ offer }: { readonly offer: string | undefined }) {
  const told = useTold(offer) ?? offer;
  return told === undefined ? null : <div className="ghost-note">{told}</div>;
}

function useTold(offer: string | undefined): string | undefined {
  const forecast = useView((view) => view.preview?.forecast);
  if (forecast === undefined) return undefined;
  return offer === undefined ? forecastWords(forecast) : offerWords(offer, forecast);
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
