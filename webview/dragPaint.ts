import { type Cargo, cargoOf, type DragState } from "./drag.ts";

/**
 * Marks a drag on the drawn board with attributes, past React: nothing is drawn anew while the pointer moves, however
 * many slots there are. The style sheet turns the attributes into lights and shades.
 */
export function createDragPainter(root: HTMLElement): (state: DragState, before: DragState) => void {
  let slots = new Map<string, HTMLElement>();
  let over: HTMLElement | undefined;
  return (state, before) => {
    const cargo = cargoOf(state);
    if (cargo !== cargoOf(before)) {
      clearDrag(root);
      slots = cargo === undefined ? new Map() : lightUp(root, cargo);
    }
    delete over?.dataset.over;
    over = markTarget(slots, state);
  };
}

const overWords = { overAllowed: "yes", overOffer: "offer", overRefused: "no" } as const;

/** Lights the slots that take the cargo and shades the others; gives all of them by key. */
function lightUp(root: HTMLElement, cargo: Cargo): Map<string, HTMLElement> {
  const allowed = new Set(cargo.allowed);
  const offering = new Set(cargo.offering);
  const find = (key: string) => root.querySelector<HTMLElement>(`[data-device="${CSS.escape(key)}"]`);
  const source = find(cargo.device);
  const before = source?.getBoundingClientRect().top;
  const slots = new Map<string, HTMLElement>();
  root.dataset.dragging = cargo.by;
  for (const key of cargo.devices) find(key)?.setAttribute("data-carried", "");
  for (const slot of root.querySelectorAll<HTMLElement>("[data-slot]")) {
    const key = slot.dataset.slot ?? "";
    slots.set(key, slot);
    slot.dataset.drop = allowed.has(key) ? "yes" : offering.has(key) ? "offer" : "no";
  }
  for (const bus of root.querySelectorAll<HTMLElement>("[data-bus]")) {
    bus.dataset.takes = bus.querySelector('[data-drop="yes"], [data-drop="offer"]') === null ? "no" : "yes";
  }
  if (source !== null && before !== undefined) keepInPlace(source, before);
  return slots;
}

/** Opening the folded runs moves what is below; the picked-up device must stay under the pointer. */
function keepInPlace(source: HTMLElement, before: number): void {
  const shift = source.getBoundingClientRect().top - before;
  if (shift !== 0) source.closest(".scroll")?.scrollBy({ top: shift, behavior: "instant" });
}

function markTarget(slots: ReadonlyMap<string, HTMLElement>, state: DragState): HTMLElement | undefined {
  if (!("slot" in state)) return undefined;
  const slot = slots.get(state.slot);
  if (slot === undefined) return undefined;
  slot.dataset.over = overWords[state.name];
  if (state.cargo.by !== "pointer") slot.scrollIntoView({ block: "nearest" });
  return slot;
}

function clearDrag(root: HTMLElement): void {
  const source = root.querySelector<HTMLElement>("[data-carried]");
  const before = source?.getBoundingClientRect().top;
  delete root.dataset.dragging;
  for (const name of ["carried", "drop", "takes"]) {
    for (const element of root.querySelectorAll<HTMLElement>(`[data-${name}]`)) delete element.dataset[name];
  }
  if (source !== null && before !== undefined) keepInPlace(source, before);
}
