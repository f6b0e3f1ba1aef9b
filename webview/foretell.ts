import type { Edit } from "../src/protocol/messages.ts";
import { bestOffer, cargoOf, type DragState } from "./drag.ts";
import type { Host } from "./host.ts";
import { intentOf } from "./intents.ts";
import { placesFor } from "./places.ts";
import type { View } from "./state.ts";
import type { Bench, Foretell, Store } from "./store.ts";

/** How long, in milliseconds, the person must rest on something before the extension is asked what would come of it. */
const rest = 140;

/**
 * Makes the one way to ask for forecasts: a new question takes the place of the one before, and an answer to an old
 * question is not heard.
 */
export function createForeteller(store: Store, host: Host): Foretell {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  return (edit, known) => {
    clearTimeout(timer);
    store.dispatch({ type: "awaitPreview", id: undefined });
    if (edit === undefined) return;
    timer = setTimeout(() => {
      const { index } = store.get();
      if (index === undefined) return;
      last += 1;
      store.dispatch({ type: "awaitPreview", id: last, ...(known && { known }) });
      host.post({ type: "preview", id: last, edit: intentOf(index.board, edit) });
    }, rest);
  };
}

/**
 * Foretells what a drop would do while cargo rests over a slot. Whether the slot takes it is known without asking;
 * this only adds to what is shown.
 */
export function foretellDrag({
  store,
  foretell,
}: Pick<Bench, "store" | "foretell">): (state: DragState) => void {
  return (state) => foretell(editOf(store.get(), state), cargoOf(state)?.devices);
}

/** Of a taken slot the first offer is foretold; each of the others is, in the list that a drop opens. */
function editOf({ index }: View, state: DragState): Edit | undefined {
  if (index === undefined) return undefined;
  if (state.name === "overAllowed")
    return { type: "arrange", places: placesFor(index, state.cargo, state.slot) };
  const offer = bestOffer(state);
  return offer && { type: "arrange", places: offer.places };
}
