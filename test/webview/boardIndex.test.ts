import { describe, expect, test } from "vitest";
import type { Board, BoardBus } from "../../src/protocol/board.ts";
import { busesAround, indexBoard } from "../../webview/boardIndex.ts";

/** Buses in a line each: "name slots", and "name slots < parent/slot" where it hangs from another. */
function boardOf(...lines: readonly string[]): Board {
  const buses = lines.map((line): BoardBus => {
    const [head = "", parentSlot] = line.split(" < ");
    const [key = "", count = "0"] = head.split(" ");
    const slots = Array.from({ length: Number(count) }, (_, at) => ({
      key: `${key}/${at}`,
      label: String(at),
      occupants: [],
    }));
    const family = key.startsWith("scsi") ? "drive" : "pci";
    const parent = parentSlot === undefined ? {} : { parent: parentSlot.split("/")[0] ?? "", parentSlot };
    return { key, family, label: key, detail: "", slots, ...parent };
  });
  const summary = { pinned: 0, unpinned: 0, freeSlots: 0, problems: 0 };
  return { version: 1, title: "", machine: "", buses, devices: [], tray: [], acceptances: [], summary };
}

describe("webview/boardIndex", () => {
  test("a bus is drawn inside the slot it hangs from, unless it is of another family", () => {
    const index = indexBoard(boardOf("root 4", "port 1 < root/1", "scsi0 8 < port/0"));
    expect(index.inside.get("root/1")?.map((bus) => bus.key)).toEqual(["port"]);
    expect(index.inside.has("port/0")).toBe(false);
    expect(index.sections.map((section) => section.buses.map((bus) => bus.key))).toEqual([
      ["root"],
      ["scsi0"],
    ]);
  });

  test("a bus whose parent is unknown stands at the top", () => {
    expect(indexBoard(boardOf("lost 4 < gone/0")).sections[0]?.buses[0]?.key).toBe("lost");
  });

  test("a slot is wide where a bus of several slots begins anywhere behind it", () => {
    const index = indexBoard(
      boardOf("root 4", "port 1 < root/1", "switch 32 < port/0", "down 1 < switch/0", "plain 1 < root/2"),
    );
    expect([...index.wide].sort()).toEqual(["port/0", "root/1"]);
  });

  test("the buses around a slot lead from the inside out, and a ring of buses ends", () => {
    const index = indexBoard(boardOf("root 4", "port 1 < root/1", "switch 2 < port/0"));
    expect(busesAround(index, "switch").map((bus) => bus.key)).toEqual(["switch", "port", "root"]);
    const ring = indexBoard(boardOf("a 1 < b/0", "b 1 < a/0"));
    expect(busesAround(ring, "a").map((bus) => bus.key)).toEqual(["a", "b"]);
    expect([...ring.wide]).toEqual([]);
  });
});
