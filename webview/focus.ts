import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";

/** The drawn device of a key, if it is drawn. */
export function deviceElement(key: DeviceKey): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-device="${CSS.escape(key)}"]`);
}

/** The drawn slot of a key, if it is drawn. */
export function slotElement(key: SlotKey): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-slot="${CSS.escape(key)}"]`);
}

/** The device an element belongs to. */
export function deviceOf(target: EventTarget | null): DeviceKey | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>("[data-device]")?.dataset.device;
}

/** Focuses a device's chip; nothing where it is not drawn. */
export function focusDevice(key: DeviceKey): void {
  deviceElement(key)?.querySelector<HTMLElement>(".chip")?.focus();
}

/** Brings a device into view and leaves the focus where it is. */
export function showDevice(key: DeviceKey, block: ScrollLogicalPosition): void {
  deviceElement(key)?.scrollIntoView({ block });
}

/**
 * Remembers which device had the focus, so that it can have it back when a new board draws it somewhere else: an
 * element that is taken out of the page loses the focus without a word.
 */
export function trackFocus(root: HTMLElement): { readonly last: () => DeviceKey | undefined } {
  let last: DeviceKey | undefined;
  root.addEventListener("focusin", (event) => {
    last = deviceOf(event.target);
  });
  root.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (relatedTarget !== null) return;
    // Whether the person left the element or the element left the page is only known afterwards.
    setTimeout(() => {
      const left = target instanceof Element && target.isConnected && document.hasFocus();
      if (left && document.activeElement === document.body) last = undefined;
    });
  });
  return { last: () => last };
}
