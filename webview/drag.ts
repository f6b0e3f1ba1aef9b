import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";

/** How a device was picked up. The three ways share every state, so that none of them can do what another cannot. */
export type Carrier = "pointer" | "keyboard" | "menu";

/**
 * The life of one drag: idle → pressed (pointer only, not yet moved) → carried → overAllowed or overRefused → idle.
 * A drop is only possible from overAllowed.
 */
export type DragState =
  | { readonly name: "idle" }
  | { readonly name: "pressed"; readonly device: DeviceKey; readonly x: number; readonly y: number }
  | { readonly name: "carried"; readonly cargo: Cargo }
  | { readonly name: "overAllowed"; readonly cargo: Cargo; readonly slot: SlotKey }
  | { readonly name: "overRefused"; readonly cargo: Cargo; readonly slot: SlotKey; readonly reason: string };

/** What is being carried, and everything its drop needs to know. */
export interface Cargo {
  readonly device: DeviceKey;
  readonly by: Carrier;
  /** The board the drag began on; a newer one ends it. */
  readonly version: number;
  readonly allowed: readonly SlotKey[];
}

export type DragEvent =
  | { readonly type: "press"; readonly device: DeviceKey; readonly x: number; readonly y: number }
  | { readonly type: "pointerMove"; readonly x: number; readonly y: number }
  | { readonly type: "pickUp"; readonly device: DeviceKey; readonly by: Carrier }
  | { readonly type: "over"; readonly slot: SlotKey | undefined }
  | { readonly type: "drop" }
  | { readonly type: "cancel" }
  | { readonly type: "board"; readonly version: number };

/** What the machine asks about the board. */
export interface DragRules {
  readonly version: number;
  /** Why the device cannot be picked up, or nothing. */
  findFixture(device: DeviceKey): string | undefined;
  allowedSlots(device: DeviceKey): readonly SlotKey[];
  /** Why the slot does not take the device, or nothing. */
  findRefusal(device: DeviceKey, slot: SlotKey): string | undefined;
}

/** What a step brings about besides the next state. */
export type DragOutcome =
  | { readonly type: "pickedUp"; readonly cargo: Cargo }
  | { readonly type: "fixed"; readonly device: DeviceKey; readonly reason: string }
  | { readonly type: "entered"; readonly slot: SlotKey; readonly reason: string | undefined }
  | { readonly type: "left" }
  | { readonly type: "dropped"; readonly cargo: Cargo; readonly slot: SlotKey }
  | { readonly type: "cancelled"; readonly cargo: Cargo; readonly reason: string | undefined };

export interface DragStep {
  readonly state: DragState;
  readonly outcome?: DragOutcome;
}

export const idle: DragState = { name: "idle" };

/** How far, in CSS pixels, a pressed pointer may wander and still be a click. */
export const clickSlack = 4;

/** Takes one event. Events that mean nothing in a state leave it as it is. */
export function stepDrag(state: DragState, event: DragEvent, rules: DragRules): DragStep {
  switch (event.type) {
    case "press":
      return state.name === "idle"
        ? { state: { name: "pressed", device: event.device, x: event.x, y: event.y } }
        : { state };
    case "pointerMove":
      return state.name === "pressed" && isFar(state, event)
        ? pickUp(state.device, "pointer", rules)
        : { state };
    case "pickUp":
      return state.name === "idle" ? pickUp(event.device, event.by, rules) : { state };
    case "over":
      return enter(state, event.slot, rules);
    case "drop":
      return drop(state);
    case "cancel":
      return cancel(state, undefined);
    case "board":
      return endOnNewBoard(state, event.version);
  }
}

/** What is carried in a state, if anything is. */
export function cargoOf(state: DragState): Cargo | undefined {
  return state.name === "idle" || state.name === "pressed" ? undefined : state.cargo;
}

function pickUp(device: DeviceKey, by: Carrier, rules: DragRules): DragStep {
  const reason = rules.findFixture(device);
  if (reason !== undefined) return { state: idle, outcome: { type: "fixed", device, reason } };
  const cargo: Cargo = { device, by, version: rules.version, allowed: rules.allowedSlots(device) };
  return { state: { name: "carried", cargo }, outcome: { type: "pickedUp", cargo } };
}

function enter(state: DragState, slot: SlotKey | undefined, rules: DragRules): DragStep {
  const cargo = cargoOf(state);
  if (cargo === undefined || slot === slotUnder(state)) return { state };
  if (slot === undefined) return { state: { name: "carried", cargo }, outcome: { type: "left" } };
  const reason = rules.findRefusal(cargo.device, slot);
  const outcome: DragOutcome = { type: "entered", slot, reason };
  return reason === undefined
    ? { state: { name: "overAllowed", cargo, slot }, outcome }
    : { state: { name: "overRefused", cargo, slot, reason }, outcome };
}

function drop(state: DragState): DragStep {
  switch (state.name) {
    case "idle":
    case "pressed":
      return { state: idle };
    case "carried":
      return cancel(state, undefined);
    case "overAllowed":
      return { state: idle, outcome: { type: "dropped", cargo: state.cargo, slot: state.slot } };
    case "overRefused":
      return cancel(state, state.reason);
  }
}

function cancel(state: DragState, reason: string | undefined): DragStep {
  const cargo = cargoOf(state);
  return cargo === undefined
    ? { state: idle }
    : { state: idle, outcome: { type: "cancelled", cargo, reason } };
}

/** A drop on a board that has passed would be refused anyway, so the drag ends where the person can see why. */
function endOnNewBoard(state: DragState, version: number): DragStep {
  const cargo = cargoOf(state);
  if (cargo === undefined || cargo.version === version) return { state };
  return cancel(state, "The text changed meanwhile.");
}

function slotUnder(state: DragState): SlotKey | undefined {
  return state.name === "overAllowed" || state.name === "overRefused" ? state.slot : undefined;
}

function isFar(
  start: { readonly x: number; readonly y: number },
  now: { readonly x: number; readonly y: number },
) {
  return Math.hypot(now.x - start.x, now.y - start.y) > clickSlack;
}
