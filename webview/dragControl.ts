import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import { findFixture } from "./acceptance.ts";
import { findPlace, slotName } from "./boardIndex.ts";
import {
  type Cargo,
  type DragEvent,
  type DragOutcome,
  type DragRules,
  type DragState,
  idle,
  stepDrag,
} from "./drag.ts";
import {
  type DropOffer,
  type Load,
  loadAlone,
  offeringSlots,
  offersAt,
  refusalFor,
  slotsFor,
} from "./places.ts";
import { selectionAround, type View } from "./state.ts";

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
      return tellEntered(view, outcome.slot, outcome.reason, outcome.offers);
    case "left":
      return "Over no slot.";
    case "dropped":
      return `${loadName(view, outcome.cargo)} dropped on ${nameOf(view, outcome.slot)}.`;
    case "offered":
      return `${nameOf(view, outcome.slot)} is taken. Choose what to do.`;
    case "took":
      return `${outcome.offer.label}.`;
    case "cancelled":
      return [outcome.reason, staysWords(view, outcome.cargo)].filter(Boolean).join(" ");
  }
}

function tellPickedUp(view: View, cargo: Cargo): string {
  const count = cargo.allowed.length;
  const label = loadName(view, cargo);
  const keys = cargo.by === "keyboard" ? keyWords(cargo) : "";
  if (count === 0 && cargo.offering.length === 0)
    return `Picked up ${label}. No free slot takes it. Escape cancels.`;
  const slots = count === 1 ? "One slot takes it." : `${count === 0 ? "No free" : count} slots take it.`;
  return `Picked up ${label}. ${slots}${keys}`;
}

function keyWords(cargo: Cargo): string {
  const taken = cargo.offering.length > 0 ? " With Shift they go to taken slots." : "";
  return ` Arrow keys choose, Enter drops, Escape cancels.${taken}`;
}

function staysWords(view: View, cargo: Cargo): string {
  return cargo.devices.length === 1
    ? `${labelOf(view, cargo.device)} stays where it was.`
    : `${loadName(view, cargo)} stay where they were.`;
}

function tellEntered(
  view: View,
  slot: SlotKey,
  reason: string | undefined,
  offers: readonly DropOffer[],
): string {
  if (reason === undefined) return `${nameOf(view, slot)}, allowed.`;
  if (offers.length === 0) return `${nameOf(view, slot)}, refused. ${reason}`;
  return `${nameOf(view, slot)}. ${reason} Drop to choose: ${offers.map((offer) => offer.label).join(", or ")}.`;
}

/** What is carried, in a word or two: "net0", "3 devices". */
export function loadName(view: View, load: Load): string {
  const [only = ""] = load.devices;
  return load.devices.length === 1 ? labelOf(view, only) : `${load.devices.length} devices`;
}

function labelOf(view: View, device: DeviceKey): string {
  return view.index?.devices.get(device)?.label ?? "The device";
}

/** A slot's name in a sentence, or a stand-in for a slot that is gone. */
export function nameOf(view: View, slot: SlotKey): string {
  const place = view.index === undefined ? undefined : findPlace(view.index, slot);
  return place === undefined ? "the slot" : slotName(place);
}

/** While an edit is on its way its board is about to change, so nothing can be picked up. */
function rulesOf(view: View): DragRules {
  const { index, pending } = view;
  return {
    version: index?.board.version ?? 0,
    loadOf: (key) => {
      const devices = selectionAround(view, key);
      if (devices.length > 1 || index === undefined) return { devices, formation: "run" };
      return loadAlone(index, key);
    },
    findFixture: (load) => {
      for (const key of load.devices) {
        const device = index?.devices.get(key);
        if (index === undefined || device === undefined) return "It is no longer on the board.";
        const reason = findFixture(index, device);
        if (reason !== undefined) return reason;
      }
      return pending === undefined ? undefined : "The last change is still on its way.";
    },
    allowedSlots: (load) => (index === undefined ? [] : slotsFor(index, load)),
    offeringSlots: (load) => (index === undefined ? [] : offeringSlots(index, load)),
    findRefusal: (load, slot) => (index === undefined ? "There is no board." : refusalFor(index, load, slot)),
    offersAt: (load, slot) => (index === undefined ? [] : offersAt(index, load, slot)),
  };
}
