import { cargoOf, type DragState } from "./drag.ts";

/**
 * Marks a drag on the drawn board with attributes, past React: nothing is drawn anew while the pointer moves, however
 * many slots there are. The style sheet turns the attributes into lights and shades.
 */
export function paintDrag(root: HTMLElement, state: DragState, before: DragState): void {
  const cargo = cargoOf(state);
  if (cargo !== cargoOf(before)) {
    clearDrag(root);
    if (cargo !== undefined) lightUp(root, cargo.device, new Set(cargo.allowed), cargo.by);
  }
  if (cargo !== undefined) markTarget(root, state);
}

function lightUp(root: HTMLElement, device: string, allowed: ReadonlySet<string>, by: string): void {
  const source = root.querySelector<HTMLElement>(`[data-device="${CSS.escape(device)}"]`);
  const before = source?.getBoundingClientRect().top;
  root.dataset.dragging = by;
  if (source !== null) source.dataset.carried = "";
  for (const slot of root.querySelectorAll<HTMLElement>("[data-slot]")) {
    slot.dataset.drop = allowed.has(slot.dataset.slot ?? "") ? "yes" : "no";
  }
  for (const bus of root.querySelectorAll<HTMLElement>("[data-bus]")) {
    bus.dataset.takes = String(bus.querySelectorAll('[data-drop="yes"]').length);
  }
  if (source !== null && before !== undefined) keepInPlace(source, before);
}

/** Opening the folded runs moves what is below; the picked-up device must stay under the pointer. */
function keepInPlace(source: HTMLElement, before: number): void {
  const shift = source.getBoundingClientRect().top - before;
  if (shift !== 0) source.closest(".scroll")?.scrollBy({ top: shift, behavior: "instant" });
}

function markTarget(root: HTMLElement, state: DragState): void {
  for (const old of root.querySelectorAll<HTMLElement>("[data-over]")) delete old.dataset.over;
  if (state.name !== "overAllowed" && state.name !== "overRefused") return;
  const slot = slotElement(root, state.slot);
  if (slot === null) return;
  slot.dataset.over = state.name === "overAllowed" ? "yes" : "no";
  if (state.cargo.by !== "pointer") slot.scrollIntoView({ block: "nearest" });
}

/** The drawn slot of a key, if it is drawn. */
export function slotElement(root: HTMLElement, slot: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-slot="${CSS.escape(slot)}"]`);
}

function clearDrag(root: HTMLElement): void {
  const source = root.querySelector<HTMLElement>("[data-carried]");
  const before = source?.getBoundingClientRect().top;
  delete root.dataset.dragging;
  for (const name of ["carried", "drop", "over", "takes"]) {
    for (const element of root.querySelectorAll<HTMLElement>(`[data-${name}]`)) delete element.dataset[name];
  }
  if (source !== null && before !== undefined) keepInPlace(source, before);
}
