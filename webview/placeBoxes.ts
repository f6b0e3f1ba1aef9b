import type { SlotKey } from "../src/protocol/board.ts";
import type { Box } from "./keyboard.ts";

/** What of a slot shows whether it is taken; the buses that begin in it are drawn below and are not meant. */
const heads = ".slot-state, .chip";

/** What the style sheet lays out side by side in rows. */
const cells = ".slots > .slot, .slot-wide > .slot-body > .seat";

/**
 * The boxes of the drawn places, in CSS pixels, each measured when it is asked for: from the top of the row it stands in
 * down to its own end, so that places in cells side by side overlap. A place in a closed bus has the box of the bus.
 */
export function placeBoxes(): (place: SlotKey) => Box | undefined {
  const drawn = new Map<string | undefined, HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>("[data-slot]")) {
    drawn.set(element.dataset.slot, element);
  }
  return (place) => {
    const element = drawn.get(place);
    return element === undefined ? undefined : boxOf(element);
  };
}

function boxOf(place: HTMLElement): Box | undefined {
  const shown = shownFor(place.querySelector(heads) ?? place);
  if (shown === undefined) return undefined;
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const cell = shown.matches(".socket") ? null : shown.closest(cells);
  return { left, right, top: cell?.getBoundingClientRect().top ?? top, bottom };
}

/** The element itself where it is drawn, else the closed bus it is in. */
function shownFor(element: Element): Element | undefined {
  let shown: Element | null | undefined = element;
  while (shown && shown.getClientRects().length === 0) {
    shown = shown.parentElement?.closest("[data-closed-bus]");
  }
  return shown ?? undefined;
}
