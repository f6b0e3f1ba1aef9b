import type { KeyboardEvent } from "react";
import { isWalkKey, neighbour } from "./keyboard.ts";

/** Leads the focus from entry to entry of a menu by the arrow keys, Home and End. */
export function walkMenu(event: KeyboardEvent, list: HTMLElement | null): void {
  if (list === null || !isWalkKey(event.key)) return;
  const items = [...list.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const active = items.find((item) => item === document.activeElement);
  neighbour(items, active, event.key)?.focus();
  event.preventDefault();
}
