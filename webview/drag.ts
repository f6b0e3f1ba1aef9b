import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { DropOffer, Load } from "./places.ts";

/** How a device was picked up. The three ways share every state, so that none of them can do what another cannot. */
export type Carrier = "pointer" | "keyboard" | "menu";

/**
 * The life of one drag: idle → pressed (pointer only, not yet moved) → carried → overAllowed, overOffer or
 * overRefused → idle. A drop on an allowed slot moves; over a taken one it may offer a swap or a shared slot.
 */
export type DragState =
  | { readonly name: "idle" }
  | { readonly name: "pressed"; readonly device: DeviceKey; readonly x: number; readonly y: number }
  | { readonly name: "carried"; readonly cargo: Cargo }
  | { readonly name: "overAllowed"; readonly cargo: Cargo; readonly slot: SlotKey }
  | {
      readonly name: "overOffer";
      readonly cargo: Cargo;
      readonly slot: SlotKey;
      readonly offers: readonly DropOffer[];
    }
  | { readonly name: "overRefused"; readonly cargo: Cargo; readonly slot: SlotKey; readonly reason: string };

/** What is being carried, and everything its drop needs to know. */
export interface Cargo extends Load {
  /** The device that was picked up; the others came along. */
  readonly device: DeviceKey;
  readonly by: Carrier;
  /** The board the drag began on; a newer one ends it. */
  readonly version: number;
  readonly allowed: readonly SlotKey[];
  /** Taken slots where a drop offers something. */
  readonly offering: readonly SlotKey[];
}

export type DragEvent =
  | { readonly type: "press"; readonly device: DeviceKey; readonly x: number; readonly y: number }
  | { readonly type: "pointerMove"; readonly x: number; readonly y: number }
  | { readonly type: "pickUp"; readonly device: DeviceKey; readonly by: Carrier; readonly load?: Load }
  | { readonly type: "over"; readonly slot: SlotKey | undefined }
  | { readonly type: "drop" }
  /** Takes one of the offers of the slot it is over. */
  | { readonly type: "take"; readonly offer: number }
  | { readonly type: "cancel" }
  | { readonly type: "board"; readonly version: number };

/** What the machine asks about the board. */
export interface DragRules {
  readonly version: number;
  /** What comes along when a device is picked up: the selection it is part of, or it alone. */
  loadOf(device: DeviceKey): Load;
  /** Why the load cannot be picked up, or nothing. */
  findFixture(load: Load): string | undefined;
  allowedSlots(load: Load): readonly SlotKey[];
  offeringSlots(load: Load): readonly SlotKey[];
  /** Why the slot does not take the load, or nothing. */
  findRefusal(load: Load, slot: SlotKey): string | undefined;
  /** What a drop on a taken slot can mean. */
  offersAt(load: Load, slot: SlotKey): readonly DropOffer[];
}

/** What a step brings about besides the next state. */
export type DragOutcome =
  | { readonly type: "pickedUp"; readonly cargo: Cargo }
  | { readonly type: "fixed"; readonly device: DeviceKey; readonly reason: string }
  | {
      readonly type: "entered";
      readonly slot: SlotKey;
      readonly reason: string | undefined;
      readonly offers: readonly DropOffer[];
    }
  | { readonly type: "left" }
  | { readonly type: "dropped"; readonly cargo: Cargo; readonly slot: SlotKey }
  | {
      readonly type: "offered";
      readonly cargo: Cargo;
      readonly slot: SlotKey;
      readonly offers: readonly DropOffer[];
    }
  | { readonly type: "took"; readonly cargo: Cargo; readonly slot: SlotKey; readonly offer: DropOffer }
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
        ? pickUp(state.device, "pointer", rules.loadOf(state.device), rules)
        : { state };
    case "pickUp":
      return state.name === "idle"
        ? pickUp(event.device, event.by, event.load ?? rules.loadOf(event.device), rules)
        : { state };
    case "over":
      return enter(state, event.slot, rules);
    case "drop":
      return drop(state);
    case "take":
      return take(state, event.offer);
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

function pickUp(device: DeviceKey, by: Carrier, load: Load, rules: DragRules): DragStep {
  const reason = rules.findFixture(load);
  if (reason !== undefined) return { state: idle, outcome: { type: "fixed", device, reason } };
  const allowed = rules.allowedSlots(load);
  const offering = rules.offeringSlots(load);
  const cargo: Cargo = { ...load, device, by, version: rules.version, allowed, offering };
  return { state: { name: "carried", cargo }, outcome: { type: "pickedUp", cargo } };
}

function enter(state: DragState, slot: SlotKey | undefined, rules: DragRules): DragStep {
  const cargo = cargoOf(state);
  if (cargo === undefined || slot === slotUnder(state)) return { state };
  if (slot === undefined) return { state: { name: "carried", cargo }, outcome: { type: "left" } };
  const reason = rules.findRefusal(cargo, slot);
  const offers = reason === undefined ? [] : rules.offersAt(cargo, slot);
  const outcome: DragOutcome = { type: "entered", slot, reason, offers };
  if (reason === undefined) return { state: { name: "overAllowed", cargo, slot }, outcome };
  return offers.length > 0
    ? { state: { name: "overOffer", cargo, slot, offers }, outcome }
    : { state: { name: "overRefused", cargo, slot, reason }, outcome };
}

/** An offer is only there while its slot is under the cargo. */
function take(state: DragState, at: number): DragStep {
  if (state.name !== "overOffer") return { state };
  const offer = state.offers[at];
  if (offer === undefined) return { state };
  return { state: idle, outcome: { type: "took", cargo: state.cargo, slot: state.slot, offer } };
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
    case "overOffer":
      return {
        state: idle,
        outcome: { type: "offered", cargo: state.cargo, slot: state.slot, offers: state.offers },
      };
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

/** The slot the cargo is over, if it is over one. */
export function slotUnder(state: DragState): SlotKey | undefined {
  return "slot" in state ? state.slot : undefined;
}

/** What a drop on the taken slot under the cargo would most likely mean: the first of its offers. */
export function bestOffer(state: DragState): DropOffer | undefined {
  return state.name === "overOffer" ? state.offers[0] : undefined;
}

function isFar(
  start: { readonly x: number; readonly y: number },
  now: { readonly x: number; readonly y: number },
) {
  return Math.hypot(now.x - start.x, now.y - start.y) > clickSlack;
}
