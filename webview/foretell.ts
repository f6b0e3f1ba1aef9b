import type { EditIntent } from "../src/protocol/messages.ts";
import type { DragState } from "./drag.ts";
import { placesFor } from "./places.ts";
import type { Bench } from "./store.ts";

/** How long, in milliseconds, the cargo must rest over a slot before the extension is asked. */
const rest = 140;

/**
 * Asks the extension, while cargo rests over a slot that takes it, which other devices a drop would move. Whether the
 * slot takes it is known without asking; this only adds to what is shown.
 */
export function createForeteller({ store, host }: Bench): (state: DragState) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  return (state) => {
    clearTimeout(timer);
    store.dispatch({ type: "awaitPreview", id: undefined });
    if (state.name !== "overAllowed") return;
    timer = setTimeout(() => {
      const edit = editOf(store.get(), state);
      if (edit === undefined) return;
      last += 1;
      store.dispatch({ type: "awaitPreview", id: last });
      host.post({ type: "preview", id: last, edit });
    }, rest);
  };
}

function editOf(
  { index }: ReturnType<Bench["store"]["get"]>,
  { cargo, slot }: Extract<DragState, { name: "overAllowed" }>,
): EditIntent | undefined {
  if (index === undefined) return undefined;
  return { type: "arrange", version: cargo.version, places: placesFor(index, cargo, slot) };
}
