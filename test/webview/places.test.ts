import { describe, expect, test } from "vitest";
import type { Board, BoardDevice, BoardSlot, BusFamily } from "../../src/protocol/board.ts";
import { indexBoard } from "../../webview/boardIndex.ts";
import {
  blockOf,
  type Formation,
  loadAlone,
  offersAt,
  placesFor,
  refusalFor,
  slotsFor,
} from "../../webview/places.ts";

/**
 * A bus of slots in a line: `a b - [c] - x` is a in slot 0, b in slot 1, c as a ghost in slot 3, and x, which is fixed;
 * `d.0+e.1` are functions of one slot.
 */
function boardOf(line: string, family: BusFamily = "pci") {
  const devices: BoardDevice[] = [];
  const slots = line.split(" ").map((word, at): BoardSlot => {
    const names = word === "-" ? [] : word.replace(/[[\]]/g, "").split("+");
    const occupants = names.map((name) => {
      const [key = "", fn] = name.split(".");
      return { device: key, ...(fn !== undefined && { function: fn }) };
    });
    for (const { device } of occupants) devices.push(deviceOf(device, `s${at}`, word.startsWith("[")));
    return { key: `s${at}`, label: String(at), occupants };
  });
  const board: Board = {
    version: 1,
    title: "",
    machine: "",
    buses: [{ key: "bus", family, label: "bus", detail: "", slots }],
    devices,
    tray: [],
    acceptances: [{ buses: ["bus"], refusedBuses: {}, refusedSlots: {}, otherwise: "Elsewhere." }],
    summary: { pinned: 0, unpinned: 0, freeSlots: 0, problems: 0 },
  };
  return indexBoard(board);
}

function deviceOf(key: string, slot: string, ghost: boolean): BoardDevice {
  return {
    key,
    kind: "interface",
    label: key,
    detail: "",
    implied: false,
    placement: ghost ? "assigned" : "given",
    slot,
    acceptance: 0,
    problems: [],
    ...(key === "x" && { fixed: "Soldered." }),
  };
}

const load = (devices: string, formation: Formation = "run") => ({ devices: devices.split("+"), formation });

/** The offers of a slot, each as its label and where everybody goes. */
function offers(line: string, devices: string, slot: string, family?: BusFamily): string[] {
  return offersAt(boardOf(line, family), load(devices), slot).map(
    ({ label, places }) =>
      `${label}: ${places.map((one) => `${one.device}@${one.slot}${one.function === undefined ? "" : `.${one.function}`}`).join(" ")}`,
  );
}

describe("webview/places offers", () => {
  test("a taken PCI slot offers a swap, then a function", () => {
    expect(offers("a b", "a", "s1")).toEqual(["Swap with b: a@s1 b@s0", "Join b as function 1: a@s1.1"]);
  });

  test("other buses offer a swap only", () => {
    expect(offers("a b", "a", "s1", "drive")).toEqual(["Swap with b: a@s1 b@s0"]);
    expect(offers("a b", "a", "s1", "usb")).toEqual(["Swap with b: a@s1 b@s0"]);
  });

  test("whole slots change places, functions and all", () => {
    expect(offers("a d.0+e.1", "a", "s1")).toEqual([
      "Swap with d and e: a@s1 d@s0.0 e@s0.1",
      "Join d as function 2: a@s1.2",
    ]);
    expect(offers("a d.0+e.1", "d", "s0")).toEqual(["Join a as function 1: d@s0.1"]);
  });

  test("of many devices the first is named, and how many there are", () => {
    const [swap] = offers("a d.0+e.1+f.2", "a", "s1");
    expect(swap).toContain("Swap with d and e and f: ");
    const [crowd] = offers("a d.0+e.1+f.2+g.3", "a", "s1");
    expect(crowd).toBe("Swap with d and 3 more: a@s1 d@s0.0 e@s0.1 f@s0.2 g@s0.3");
  });

  test("what is fixed neither swaps nor shares", () => {
    expect(offers("a x", "a", "s1")).toEqual([]);
  });

  test("free slots and ghosts need no offer", () => {
    expect(offers("a - [g]", "a", "s1")).toEqual([]);
    expect(offers("a - [g]", "a", "s2")).toEqual([]);
    expect(refusalFor(boardOf("a - [g]"), load("a"), "s2")).toBeUndefined();
  });
});

describe("webview/places selections", () => {
  test("take free slots one after another, over what is taken", () => {
    const index = boardOf("a b - x -");
    expect(placesFor(index, load("a+b"), "s2")).toEqual([
      { device: "a", slot: "s2" },
      { device: "b", slot: "s4" },
    ]);
    expect(slotsFor(index, load("a+b"))).toEqual(["s0", "s1", "s2"]);
    expect(refusalFor(index, load("a+b"), "s4")).toBe(
      "From here on there are no 2 free slots that take them.",
    );
  });

  test("become functions of one slot", () => {
    const index = boardOf("a b - x");
    expect(slotsFor(index, load("a+b", "functions"))).toEqual(["s0", "s1", "s2"]);
    expect(placesFor(index, load("a+b", "functions"), "s2")).toEqual([
      { device: "a", slot: "s2", function: 0 },
      { device: "b", slot: "s2", function: 1 },
    ]);
  });

  test("function 0 takes the other functions of its slot along, which keep their numbers", () => {
    const index = boardOf("a d.0+e.3 -");
    expect(loadAlone(index, "d")).toEqual(load("d+e", "functions"));
    expect(loadAlone(index, "e")).toEqual(load("e"));
    expect(loadAlone(index, "a")).toEqual(load("a"));
    expect(placesFor(index, load("d+e", "functions"), "s2")).toEqual([
      { device: "d", slot: "s2", function: 0 },
      { device: "e", slot: "s2", function: 3 },
    ]);
    expect(refusalFor(index, load("d+e", "functions"), "s1")).toBe("They are pinned here already.");
  });

  test("the functions of one slot are a block", () => {
    const index = boardOf("a d.0+e.1");
    const block = (key: string) => blockOf(index, index.devices.get(key) as BoardDevice);
    expect(block("e")).toEqual(["d", "e"]);
    expect(block("a")).toEqual(["a"]);
    expect(blockOf(index, { ...(index.devices.get("a") as BoardDevice), together: ["a", "z"] })).toEqual([
      "a",
      "z",
    ]);
  });
});
