import type { SlotKey } from "../src/protocol/board.ts";
import { findPlace, slotName } from "./boardIndex.ts";
import { pasteInto } from "./clipboard.ts";
import { Glyph } from "./icons.tsx";
import { useBench, useView } from "./store.ts";

interface PastePlaceProps {
  readonly slot: SlotKey;
  /** What stands on it; a word by default. */
  readonly children?: string;
}

/** The button of a free slot that takes what is cut. */
export function PastePlace({ slot, children = "put here" }: PastePlaceProps) {
  const bench = useBench();
  const place = useView((view) => view.index && findPlace(view.index, slot));
  if (place === undefined) return null;
  return (
    <button
      type="button"
      className="paste"
      tabIndex={-1}
      data-paste={slot}
      aria-label={`Put here: ${slotName(place)}`}
      onClick={(event) => {
        event.stopPropagation();
        pasteInto(bench, slot);
      }}
    >
      <Glyph name="drop" /> {children}
    </button>
  );
}
