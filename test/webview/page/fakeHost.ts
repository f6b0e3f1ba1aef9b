import type {
  Board,
  BoardDevice,
  BoardSlot,
  DeviceKey,
  Occupant,
  SlotKey,
} from "../../../src/protocol/board.ts";
import {
  type EditIntent,
  isToHost,
  type Place,
  type Shift,
  type ToHost,
  type Write,
} from "../../../src/protocol/messages.ts";
import { type SampleName, sampleBoards } from "../sampleBoards.ts";

/** What a test can see and do on the far side of the slot editor. */
export interface Harness {
  /** Every message the slot editor sent, oldest first; malformed ones are kept too. */
  readonly posted: unknown[];
  /** Content security policy violations of the page. */
  readonly violations: string[];
  /** Sends anything at all to the slot editor. */
  send(message: unknown): void;
  /** The board as the last answer left it. */
  board(): Board;
  /** Whether edits are answered with a board. */
  answers: boolean;
}

declare global {
  interface Window {
    harness: Harness;
    acquireVsCodeApi: () => unknown;
  }
}

const parameters = new URLSearchParams(location.search);
let board = sampleBoards[(parameters.get("board") ?? "typicalQ35") as SampleName]();
const posted: unknown[] = [];
const violations: string[] = [];

document.addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample} ${event.sourceFile}`);
});

window.harness = {
  posted,
  violations,
  send: (message) => window.postMessage(message, "*"),
  board: () => board,
  answers: true,
};

let state: unknown = JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined;

window.acquireVsCodeApi = () => ({
  getState: () => state,
  setState: (next: unknown) => {
    state = next;
    sessionStorage.setItem("state", JSON.stringify(next));
  },
  postMessage: (message: unknown) => {
    posted.push(message);
    if (isToHost(message) && window.harness.answers) setTimeout(() => answer(message), 30);
  },
});

/** Answers like the extension: with the next board, or with a refusal. */
function answer(message: ToHost): void {
  if ("version" in message && message.version !== board.version) {
    window.harness.send({ type: "refused", reason: "The text changed meanwhile." });
    return;
  }
  switch (message.type) {
    case "ready":
      if (parameters.has("empty")) {
        window.harness.send({ type: "empty", reason: "This is not a domain." });
        return;
      }
      if (parameters.has("readOnly"))
        board = { ...board, readOnly: "This is an old revision: nothing can be moved." };
      break;
    case "move":
      board = moved(board, message.device, message.slot);
      break;
    case "arrange":
      board = { ...message.places.reduce(placed, board), version: board.version + 1 };
      break;
    case "addController":
    case "reservePorts":
      board = { ...board, version: board.version + 1 };
      break;
    case "preview": {
      window.harness.send({ type: "preview", id: message.id, ...forecastOf(message.edit) });
      return;
    }
    case "pin":
      board = replaced(board, message.devices, { placement: "given", implied: false });
      break;
    case "pinAll":
      board = replaced(board, unpinned(board), { placement: "given", implied: false });
      break;
    case "unpin":
      board = replaced(board, message.devices, { placement: "assigned" });
      break;
    default:
      return;
  }
  window.harness.send({ type: "board", board });
}

/** What an edit would bring about, as far as this host knows: addresses that are written down, ghosts that make way. */
function forecastOf(edit: EditIntent): { writes: readonly Write[]; shifts: readonly Shift[] } {
  const shifts = board.devices
    .filter((device) => isPushed(edit, device))
    .map(({ key, label }) => ({ device: key, label, from: "0000:00:04.0", to: "0000:00:05.0" }));
  return { writes: board.devices.flatMap((device) => writesOf(edit, device)), shifts };
}

function writesOf(edit: EditIntent, device: BoardDevice): Write[] {
  const { key, label, address, why, slot } = device;
  const told = { device: key, label, ...(address !== undefined && { from: address }) };
  switch (edit.type) {
    case "pin":
    case "pinAll": {
      if (device.placement !== "assigned" || (edit.type === "pin" && !edit.devices.includes(key))) return [];
      const place = { ...(address !== undefined && { to: address }), ...(slot !== undefined && { slot }) };
      return [
        { ...told, ...place, ...(why !== undefined && { why }), does: device.implied ? "add" : "write" },
      ];
    }
    case "unpin":
      return edit.devices.includes(key)
        ? [{ ...told, to: "0000:00:1c.0", slot: "pcie.0/1c", why: "The first free slot.", does: "remove" }]
        : [];
    case "arrange":
      return edit.places
        .filter((place) => place.device === key)
        .map((place) => ({ ...told, to: `at ${place.slot}`, slot: place.slot, does: "change" }));
    default:
      return [];
  }
}

/** A ghost in the slot that something is dropped on makes way. */
function isPushed(edit: EditIntent, device: BoardDevice): boolean {
  return (
    edit.type === "arrange" &&
    device.placement === "assigned" &&
    edit.places.some((place) => place.slot === device.slot && place.device !== device.key)
  );
}

function placed(of: Board, { device, slot, function: fn }: Place): Board {
  const next = moved(of, device, slot);
  if (fn === undefined) return next;
  const seat = (occupant: Occupant) =>
    occupant.device === device
      ? { ...occupant, function: String(fn) }
      : { ...occupant, function: occupant.function ?? "0" };
  const seats = (one: BoardSlot) =>
    one.key === slot ? withFreeFunctions({ ...one, occupants: one.occupants.map(seat) }) : one;
  return { ...next, buses: next.buses.map((bus) => ({ ...bus, slots: bus.slots.map(seats) })) };
}

/** Whoever joined a slot has opened it: the functions that nobody has are free. */
function withFreeFunctions(slot: BoardSlot): BoardSlot {
  const taken = new Set(slot.occupants.map((occupant) => Number(occupant.function ?? 0)));
  return { ...slot, freeFunctions: [0, 1, 2, 3, 4, 5, 6, 7].filter((fn) => !taken.has(fn)) };
}

function unpinned(of: Board): DeviceKey[] {
  return of.devices.filter((device) => device.placement === "assigned").map((device) => device.key);
}

function moved(of: Board, device: DeviceKey, slot: SlotKey): Board {
  const buses = of.buses.map((bus) => ({
    ...bus,
    slots: bus.slots.map((one) => reseated(one, device, slot)),
  }));
  const tray = of.tray.filter((key) => key !== device);
  return replaced({ ...of, buses, tray }, [device], {
    placement: "given",
    implied: false,
    slot,
    address: `at ${slot}`,
  });
}

function reseated(slot: BoardSlot, device: DeviceKey, target: SlotKey): BoardSlot {
  const others = slot.occupants.filter((occupant) => occupant.device !== device);
  return { ...slot, occupants: slot.key === target ? [...others, { device }] : others };
}

function replaced(of: Board, keys: readonly DeviceKey[], change: Partial<BoardDevice>): Board {
  const devices = of.devices.map((device) => (keys.includes(device.key) ? { ...device, ...change } : device));
  const count = (placement: string) => devices.filter((device) => device.placement === placement).length;
  return {
    ...of,
    version: of.version + 1,
    devices,
    summary: { ...of.summary, pinned: count("given"), unpinned: count("assigned") },
  };
}
