import type { Board, DeviceKey, SlotKey } from "./board.ts";

/** What the slot editor asks of the extension. Every intent that edits names the board version it was made on. */
export type ToHost =
  /** The webview's script runs and wants its first board. */
  | { readonly type: "ready" }
  /** Put a device into a slot and write its address. */
  | { readonly type: "move"; readonly version: number; readonly device: DeviceKey; readonly slot: SlotKey }
  /** Write down the addresses libvirt would choose for these devices. */
  | { readonly type: "pin"; readonly version: number; readonly devices: readonly DeviceKey[] }
  /** Write down every address libvirt would choose. */
  | { readonly type: "pinAll"; readonly version: number }
  /** Remove the addresses of these devices. */
  | { readonly type: "unpin"; readonly version: number; readonly devices: readonly DeviceKey[] }
  /** Show the device's XML in the text editor. */
  | { readonly type: "reveal"; readonly device: DeviceKey }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

/** What the extension tells the slot editor. */
export type ToWebview =
  /** The current board; replaces the one before. */
  | { readonly type: "board"; readonly board: Board }
  /** There is nothing to draw, with the reason in a sentence. */
  | { readonly type: "empty"; readonly reason: string }
  /** The text cursor stands in this device, or in none. */
  | { readonly type: "highlight"; readonly device: DeviceKey | undefined }
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
    case "move":
      return isVersion(value.version) && typeof value.device === "string" && typeof value.slot === "string";
    case "pinAll":
      return isVersion(value.version);
    case "pin":
    case "unpin":
      return isVersion(value.version) && isStringArray(value.devices);
    default:
      return false;
  }
}

/** Tells whether an unknown value is a well-formed message to the webview. The board itself comes from our own host. */
export function isToWebview(value: unknown): value is ToWebview {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case "board":
      return isRecord(value.board) && isVersion(value.board.version) && Array.isArray(value.board.buses);
    case "empty":
    case "refused":
      return typeof value.reason === "string";
    case "highlight":
      return value.device === undefined || typeof value.device === "string";
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isVersion(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
