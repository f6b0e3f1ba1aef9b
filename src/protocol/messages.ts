import type { Board, DeviceKey, SlotKey } from "./board.ts";
import type { Picture } from "./picture.ts";

/** Where a device shall go: a slot and, on PCI, the function inside it where the slot holds several devices. */
export interface Place {
  readonly device: DeviceKey;
  readonly slot: SlotKey;
  readonly function?: number;
}

/**
 * An intent that edits. It names the board version it was made on and, in a document with several domains, which of
 * them it is about.
 */
export type EditIntent = Edit & { readonly version: number; readonly domain?: number };

export type Edit =
  /** Put a device into a slot and write its address. */
  | { readonly type: "move"; readonly device: DeviceKey; readonly slot: SlotKey }
  /** Put several devices into places at once: a swap, a block of functions, a selection. */
  | { readonly type: "arrange"; readonly places: readonly Place[] }
  /** Write down the addresses libvirt would choose for these devices. */
  | { readonly type: "pin"; readonly devices: readonly DeviceKey[] }
  /** Write down every address libvirt would choose. */
  | { readonly type: "pinAll" }
  /** Remove the addresses of these devices. */
  | { readonly type: "unpin"; readonly devices: readonly DeviceKey[] }
  /** Add one of the controllers the board offers. */
  | { readonly type: "addController"; readonly offer: string }
  /** Add so many root ports for devices that are plugged in later. */
  | { readonly type: "reservePorts"; readonly count: number };

/** What the slot editor asks of the extension. */
export type ToHost =
  /** The webview's script runs and wants its first board: of the domain it drew last, where it still knows. */
  | { readonly type: "ready"; readonly domain?: number }
  /** Draw another domain of the document from now on. */
  | { readonly type: "chooseDomain"; readonly domain: number }
  | EditIntent
  /** Tell what an edit would change besides what it names; the answer carries the number back. */
  | { readonly type: "preview"; readonly id: number; readonly edit: EditIntent }
  /** Put the address elements of these devices on the clipboard. */
  | { readonly type: "copyAddress"; readonly devices: readonly DeviceKey[] }
  /** Show the device's XML in the text editor. */
  | { readonly type: "reveal"; readonly device: DeviceKey }
  /** The answer to a picture to paint: a PNG file, or a sentence why there is none. */
  | { readonly type: "painted"; readonly id: number; readonly png?: Uint8Array; readonly failed?: string }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

/** A device that libvirt would put elsewhere after an edit, though the edit does not name it. */
export interface Shift {
  readonly device: DeviceKey;
  readonly label: string;
  /** Addresses in the field's notation; absent where there is none. */
  readonly from?: string;
  readonly to?: string;
  /** The slot it would go to. */
  readonly slot?: SlotKey;
}

/** What an edit does to one device of the file, or to one that it adds to the file. */
export interface Write extends Shift {
  /** write: it gets an address. change: another one. remove: it has none any more. add: the device itself is new in the file. */
  readonly does: "write" | "change" | "remove" | "add";
  /** Why libvirt chooses the place, where libvirt does. */
  readonly why?: string;
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
  /** The answer to a preview: what would be written, who moves along, or why the edit would be refused. */
  | {
      readonly type: "preview";
      readonly id: number;
      readonly writes: readonly Write[];
      readonly shifts: readonly Shift[];
      readonly refused?: string;
    }
  /** Paint a picture into a PNG file; the answer carries the number back. */
  | { readonly type: "paint"; readonly id: number; readonly picture: Picture }
  /** Draw the board larger, smaller or in its usual size. */
  | { readonly type: "zoom"; readonly to: ZoomStep }
  /** Something was done that the board does not show by itself, in a sentence. */
  | { readonly type: "told"; readonly text: string }
  /** An intent changed nothing, with the reason in a sentence. */
  | { readonly type: "refused"; readonly reason: string };

/** Tells whether an unknown value is a well-formed message to the extension; anything else is dropped unread. */
export function isToHost(value: unknown): value is ToHost {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case "undo":
    case "redo":
      return true;
    case "ready":
      return isOptionalCount(value.domain);
    case "chooseDomain":
      return isCount(value.domain);
    case "copyAddress":
      return isStringArray(value.devices);
    case "reveal":
      return typeof value.device === "string";
    case "painted":
      return isCount(value.id) && (value.png instanceof Uint8Array || typeof value.failed === "string");
    case "preview":
      return isCount(value.id) && isEditIntent(value.edit);
    default:
      return isEditIntent(value);
  }
}

function isEditIntent(value: unknown): value is EditIntent {
  if (!isRecord(value) || !isCount(value.version) || !isOptionalCount(value.domain)) return false;
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
    case "told":
      return typeof value.text === "string";
    case "highlight":
      return value.device === undefined || typeof value.device === "string";
    case "preview":
      return isCount(value.id) && Array.isArray(value.shifts) && Array.isArray(value.writes);
    case "paint":
      return isCount(value.id) && isRecord(value.picture) && Array.isArray(value.picture.groups);
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

function isOptionalCount(value: unknown): value is number | undefined {
  return value === undefined || isCount(value);
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
