import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import { allowedSlots, findFixture, findRefusal } from "./acceptance.ts";
import { slotName } from "./boardIndex.ts";
import {
  type Cargo,
  type DragEvent,
  type DragOutcome,
  type DragRules,
  type DragState,
  idle,
  stepDrag,
} from "./drag.ts";
import type { View } from "./state.ts";

/** The one drag of the page: takes events, tells listeners about each step. */
export interface DragControl {
  state(): DragState;
  send(event: DragEvent): void;
  /** Calls back after every step that changed the state or brought something about; returns the way to stop. */
  subscribe(listener: DragListener): () => void;
}

export type DragListener = (state: DragState, before: DragState, outcome: DragOutcome | undefined) => void;

/** Makes the drag of a page. `view` gives the current view whenever the machine asks about the board. */
export function createDragControl(view: () => View): DragControl {
  let state: DragState = idle;
  const listeners = new Set<DragListener>();
  return {
    state: () => state,
    send: (event) => {
      const before = state;
      const step = stepDrag(state, event, rulesOf(view()));
      state = step.state;
      if (state === before && step.outcome === undefined) return;
      for (const listener of listeners) listener(state, before, step.outcome);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The sentence that tells an outcome to somebody who does not see the board. */
export function tellOutcome(view: View, outcome: DragOutcome): string {
  switch (outcome.type) {
    case "pickedUp":
      return tellPickedUp(view, outcome.cargo);
    case "fixed":
      return `${labelOf(view, outcome.device)} cannot be moved. ${outcome.reason}`;
    case "entered":
      return tellEntered(view, outcome.slot, outcome.reason);
    case "left":
      return "Over no slot.";
    case "dropped":
      return `${labelOf(view, outcome.cargo.device)} dropped on ${nameOf(view, outcome.slot)}.`;
    case "cancelled":
      return [outcome.reason, `${labelOf(view, outcome.cargo.device)} stays where it was.`]
        .filter(Boolean)
        .join(" ");
  }
}

function tellPickedUp(view: View, cargo: Cargo): string {
  const count = cargo.allowed.length;
  const label = labelOf(view, cargo.device);
  if (count === 0) return `Picked up ${label}. No free slot takes it. Escape cancels.`;
  const slots = count === 1 ? "One slot takes it." : `${count} slots take it.`;
  const keys = cargo.by === "keyboard" ? " Arrow keys choose, Enter drops, Escape cancels." : "";
  return `Picked up ${label}. ${slots}${keys}`;
}

function tellEntered(view: View, slot: SlotKey, reason: string | undefined): string {
  return reason === undefined
    ? `${nameOf(view, slot)}, allowed.`
    : `${nameOf(view, slot)}, refused. ${reason}`;
}

function labelOf(view: View, device: DeviceKey): string {
  return view.index?.devices.get(device)?.label ?? "The device";
}

/** A slot's name in a sentence, or a stand-in for a slot that is gone. */
export function nameOf(view: View, slot: SlotKey): string {
  const place = view.index?.slots.get(slot);
  return place === undefined ? "the slot" : slotName(place);
}

/** While an edit is on its way its board is about to change, so nothing can be picked up. */
function rulesOf({ index, pending }: View): DragRules {
  return {
    version: index?.board.version ?? 0,
    findFixture: (key) => {
      const device = index?.devices.get(key);
      if (index === undefined || device === undefined) return "It is no longer on the board.";
      return pending === undefined ? findFixture(index, device) : "The last change is still on its way.";
    },
    allowedSlots: (key) => (index === undefined ? [] : allowedSlots(index, key)),
    findRefusal: (key, slot) => (index === undefined ? "There is no board." : findRefusal(index, key, slot)),
  };
}
