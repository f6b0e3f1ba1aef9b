import { useEffect } from "react";
import { Glyph } from "./icons.tsx";
import type { Preview } from "./state.ts";
import { useBench, useView } from "./store.ts";
import { shiftWords } from "./words.ts";

/** Who would move along, once the extension has told. Also said aloud, when there is a pause. */
export function Foretold() {
  const { announce } = useBench();
  const preview = useView((view) => view.preview);
  const text = foretoldText(preview);
  useEffect(() => {
    if (text !== undefined) announce(`${text}.`, "polite");
  }, [text, announce]);
  return text === undefined ? null : (
    <span className="carry-shifts">
      <Glyph name="swap" /> {text}
    </span>
  );
}

function foretoldText(preview: Preview | undefined): string | undefined {
  if (preview?.refused !== undefined) return `libvirt would refuse it: ${preview.refused}`;
  return preview?.shifts === undefined || preview.shifts.length === 0
    ? undefined
    : shiftWords(preview.shifts);
}
