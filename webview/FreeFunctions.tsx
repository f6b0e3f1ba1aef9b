import { memo } from "react";
import type { BoardSlot } from "../src/protocol/board.ts";
import { functionKey } from "./boardIndex.ts";
import { PastePlace } from "./PastePlace.tsx";
import { useView } from "./store.ts";

/** An opened PCI slot shows which of its eight functions are left; each is a place of its own where a device may join. */
export const FreeFunctions = memo(function FreeFunctions({ slot }: { readonly slot: BoardSlot }) {
  if (slot.freeFunctions !== undefined) {
    return (
      <span className="free-functions">
        <span className="free-functions-word">free functions</span>
        {slot.freeFunctions.map((fn) => (
          <FreeFunction key={fn} target={functionKey(slot.key, fn)} number={fn} />
        ))}
      </span>
    );
  }
  return (
    <span className="free-functions free-functions-word" title={slot.functionsRefused}>
      {slot.functionsRefused}
    </span>
  );
});

function FreeFunction({ target, number }: { readonly target: string; readonly number: number }) {
  const arriving = useView((view) => view.pending?.slot === target);
  const taking = useView((view) => view.cut?.allowed.has(target) === true);
  return (
    <span className="free-function" data-slot={target} data-arriving={arriving || undefined}>
      {taking ? <PastePlace slot={target}>{`.${number}`}</PastePlace> : null}
      <span className="socket-label">.{number}</span>
    </span>
  );
}
