import type { Board, DeviceKey, SlotKey } from "./board.ts";

/** Where a device shall go: a slot and, on PCI, the function inside it where the slot holds several devices. */
export interface Place {
  readonly device: DeviceKey;
  readonly slot: SlotKey;
  readonly function?: number;
}

/** An intent that edits; it names the board version it was made on. */
export type EditIntent =
  /** Put a device into a slot and write its address. */
  | { readonly type: "move"; readonly version: number; readonly device: DeviceKey; readonly slot: SlotKey }
  /** Put several devices into places at once: a swap, a block of functions, a selection. */
  | { readonly type: "arrange"; readonly version: number; readonly places: readonly Place[] }
  /** Write down the addresses libvirt would choose for these devices. */
  | { readonly type: "pin"; readonly version: number; readonly devices: readonly DeviceKey[] }
  /** Write down every address libvirt would choose. */
  | { readonly type: "pinAll"; readonly version: number }
  /** Remove the addresses of these devices. */
  | { readonly type: "unpin"; readonly version: number; readonly devices: readonly DeviceKey[] }
  /** Add one of the controllers the board offers. */
  | { readonly type: "addController"; readonly version: number; readonly offer: string }
  /** Add so many root ports for devices that are plugged in later. */
  | { readonly type: "reservePorts"; readonly version: number; readonly count: number };

/** What the slot editor asks of the extension. */
export type ToHost =
  /** The webview's script runs and wants its first board. */
  | { readonly type: "ready" }
  | EditIntent
  /** Tell what an edit would change besides what it names; the answer carries the number back. */
  | { readonly type: "preview"; readonly id: number; readonly edit: EditIntent }
  /** Show the device's XML in the text editor. */
  | { readonly type: "reveal"; readonly device: DeviceKey }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

/** A device that libvirt would put elsewhere after an edit, though the edit does not name it. */
export interface Shift {
  readonly device: DeviceKey;
  readonly label: string;
  /** Addresses in the field's notation; absent where there is none. */
  readonly from?: string;
  readonly to?: string;
}

export type ZoomStep = "in" | "out" | "reset";

/** What the extension tells the slot editor. */
export type ToWebview =
  /** The current board; replaces the one before. */
  | { readonly type: "board"; readonly board: Board }
  /** There is nothing to draw, with the reason in a sentence. */
  | { readonly type: "empty"; readonly reason: string }
  /** The text cursor stands in this device, or in none. */
  | { readonly type: "highlight"; readonly device: DeviceKey | undefined }
  /** The answer to a preview: who moves along, or why the edit would be refused. */
  | {
      readonly type: "preview";
      readonly id: number;
      readonly shifts: readonly Shift[];
      readonly refused?: string;
    }
  /** Draw the board larger, smaller or in its usual size. */
  | { readonly type: "zoom"; readonly to: ZoomStep }
  /** An intent changed nothing, with the reason in a sentence. */
  | { readonly type: "refused"; readonly reason: string };

/** Tells whether an unknown value is a well-formed message to the extension; anything else is dropped unread. */
export function isToHost(value: unknown): value is ToHost {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case "ready":
    case "undo":
    case "redo":
      return true;
    case "reveal":
      return typeof value.device === "string";
    case "preview":
      return isCount(value.id) && isEditIntent(value.edit);
    default:
      return isEditIntent(value);
  }
}

function isEditIntent(value: unknown): value is EditIntent {
  if (!isRecord(value) || !isCount(value.version)) return false;
  switch (value.type) {
    case "move":
      return typeof value.device === "string" && typeof value.slot === "string";
    case "arrange":
      return Array.isArray(value.places) && value.places.every(isPlace);
    case "pinAll":
      return true;
    case "pin":
    case "unpin":
      return isStringArray(value.devices);
    case "addController":
      return typeof value.offer === "string";
    case "reservePorts":
      return isCount(value.count);
    default:
      return false;
  }
}

/** Tells whether an unknown value is a well-formed message to the webview. The board itself comes from our own host. */
export function isToWebview(value: unknown): value is ToWebview {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case "board":
      return isRecord(value.board) && isCount(value.board.version) && Array.isArray(value.board.buses);
    case "empty":
    case "refused":
      return typeof value.reason === "string";
    case "highlight":
      return value.device === undefined || typeof value.device === "string";
    case "preview":
      return isCount(value.id) && Array.isArray(value.shifts);
    case "zoom":
      return value.to === "in" || value.to === "out" || value.to === "reset";
    default:
      return false;
  }
}

function isPlace(value: unknown): value is Place {
  if (!isRecord(value) || typeof value.device !== "string" || typeof value.slot !== "string") return false;
  return value.function === undefined || (isCount(value.function) && value.function < 8);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
