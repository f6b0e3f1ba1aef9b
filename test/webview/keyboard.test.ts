import { describe, expect, test } from "vitest";
import { indexBoard } from "../../webview/boardIndex.ts";
import { noFilter, visibleUnder } from "../../webview/filter.ts";
import {
  chipCommandOf,
  drawnDevices,
  historyCommandOf,
  type KeyPress,
  neighbour,
  type Spot,
  spotBeyond,
  type WalkKey,
} from "../../webview/keyboard.ts";
import { smallPc, typicalQ35 } from "./sampleBoards.ts";

const everything = { filter: noFilter, visible: undefined, collapsed: new Set<string>() };

/** A key as people write it: "Ctrl+Shift+Z". */
function press(text: string): KeyPress {
  const parts = text.split("+");
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Cmd"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
}

describe("webview/keyboard", () => {
  test("walks the devices as they are drawn: down each bus, controllers before what hangs from them, then the tray", () => {
    expect(drawnDevices(indexBoard(smallPc()), everything).join(" ")).toBe(
      "piix-isa ide usb video net0 balloon hda cd tablet",
    );
    const order = drawnDevices(indexBoard(typicalQ35()), everything);
    expect(order.slice(0, 6)).toEqual(["video", "port1", "net0", "port2", "usb", "port3"]);
    expect(order.slice(-2)).toEqual(["net2", "tpm"]);
    expect(new Set(order).size).toBe(typicalQ35().devices.length);
  });

  test("skips what is closed, filtered away, or of another family", () => {
    const index = indexBoard(typicalQ35());
    const closed = drawnDevices(index, { ...everything, collapsed: new Set(["pcie.0"]) });
    expect(closed).not.toContain("net0");
    expect(closed).toContain("sda");
    const filter = { ...noFilter, query: "52:54:00:6b:3c:58" };
    const found = drawnDevices(index, { ...everything, filter, visible: visibleUnder(index, filter) });
    expect(found).toEqual(["port1", "net0"]);
    const usb = drawnDevices(index, { ...everything, filter: { ...noFilter, family: "usb" } });
    expect(usb).toEqual(["tablet", "redir", "net2", "tpm"]);
  });

  test.each<[WalkKey, string | undefined, string]>([
    ["ArrowRight", "a", "b"],
    ["ArrowDown", "b", "c"],
    ["ArrowRight", "c", "c"],
    ["ArrowLeft", "a", "a"],
    ["Home", "c", "a"],
    ["End", "a", "c"],
    ["ArrowRight", undefined, "a"],
    ["ArrowLeft", undefined, "c"],
  ])("%s from %s leads to %s", (key, from, to) => {
    expect(neighbour(["a", "b", "c"], from, key)).toBe(to);
  });

  test("up and down find the nearest line, then the nearest column", () => {
    const spot = (item: string, left: number, top: number): Spot<string> => ({
      item,
      left,
      right: left + 90,
      top,
      bottom: top + 30,
    });
    const spots = [
      spot("a", 0, 0),
      spot("b", 100, 0),
      spot("c", 0, 40),
      spot("d", 100, 40),
      spot("e", 0, 80),
    ];
    const beyond = (item: string, down: boolean) =>
      spotBeyond(spots, spots.find((one) => one.item === item) ?? spot("?", 0, 0), down);
    expect(beyond("b", true)).toBe("d");
    expect(beyond("d", false)).toBe("b");
    expect(beyond("d", true)).toBe("e");
    expect(beyond("a", false)).toBeUndefined();
  });

  test.each([
    ["Enter", "pickUp"],
    [" ", "pickUp"],
    ["Delete", "unpin"],
    ["Shift+F10", "menu"],
    ["ContextMenu", "menu"],
    ["ArrowUp", "walk"],
    ["x", undefined],
    ["Ctrl+Enter", undefined],
    ["F10", undefined],
    ["Shift+ArrowDown", "extend"],
    ["Ctrl+ ", "toggle"],
    ["Cmd+a", "selectAll"],
    ["Escape", "clearSelection"],
  ])("%s on a device means %s", (key, command) => {
    expect(chipCommandOf(press(key))).toBe(command);
  });

  test.each([
    ["Ctrl+z", "undo"],
    ["Cmd+z", "undo"],
    ["Ctrl+Shift+Z", "redo"],
    ["Ctrl+y", "redo"],
    ["z", undefined],
    ["Ctrl+Alt+z", undefined],
    ["Ctrl+Cmd+z", undefined],
  ])("%s means %s", (key, command) => {
    expect(historyCommandOf(press(key))).toBe(command);
  });
});
