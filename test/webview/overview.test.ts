import { describe, expect, test } from "vitest";
import { indexBoard } from "../../webview/boardIndex.ts";
import { noFilter, visibleUnder } from "../../webview/filter.ts";
import type { Drawn } from "../../webview/keyboard.ts";
import {
  type Anchor,
  markAt,
  type OverviewRow,
  overviewRows,
  rowsBetween,
  rowsOfSlots,
  translate,
} from "../../webview/overview.ts";
import { smallPc, typicalQ35 } from "./sampleBoards.ts";

const everything: Drawn = { filter: noFilter, visible: undefined, collapsed: new Set() };
const signs = { pinned: "#", chosen: "o", free: ".", reserved: "/", warning: "w", error: "!" } as const;

/** A row in a line: "pci.0 /#.": bars are written once for each column they take. */
function told({ bus, depth, marks }: OverviewRow): string {
  const line = marks.map(({ look, span }) => signs[look].repeat(span)).join("");
  return `${"  ".repeat(depth)}${bus.label} ${line}`;
}

describe("webview/overview", () => {
  test("shows each bus with what sits on it", () => {
    expect(overviewRows(indexBoard(smallPc()), everything).map(told)).toMatchInlineSnapshot(`
      [
        "pci.0 /##oo...",
        "ide0 #.o.",
        "usb0 o.",
      ]
    `);
  });

  test("shows the slots behind ports where the ports sit, and counts problems", () => {
    const rows = overviewRows(indexBoard(typicalQ35()), everything);
    expect(rows.map(told)).toMatchInlineSnapshot(`
      [
        "pcie.0 /##o#!#ooo...o.#...o...#",
        "  pci.15 o...",
        "scsi0 ##..w...",
        "sata0 o.....",
        "usb0 oo...",
        "virtio-serial0 /oo...",
      ]
    `);
    expect(rows[0]?.problems).toBe(2);
  });

  test("leaves out what the board leaves out", () => {
    const index = indexBoard(typicalQ35());
    const filter = { ...noFilter, query: "vdb" };
    const visible = visibleUnder(index, filter);
    const rows = overviewRows(index, { ...everything, filter, visible });
    expect(rows.map((row) => row.bus.label)).toEqual(["pcie.0"]);
    const drives = overviewRows(index, { ...everything, filter: { ...noFilter, family: "usb" } });
    expect(new Set(drives.map((row) => row.bus.family))).toEqual(new Set(["usb"]));
  });

  test("finds the mark at a point, or the last one before it", () => {
    const [row] = overviewRows(indexBoard(smallPc()), everything);
    if (row === undefined) throw new Error("no row");
    expect(markAt(row, 1, 0)?.slot).toBe("pci.0/01");
    expect(markAt(row, 99, 9)?.slot).toBe(row.marks.at(-1)?.slot);
  });

  test("knows which buses hold one of some slots, through ports too", () => {
    const index = indexBoard(typicalQ35());
    const rows = overviewRows(index, everything);
    expect(rowsOfSlots(index, rows, ["pci.9/00"])).toEqual(new Set(["pcie.0"]));
    expect(rowsOfSlots(index, rows, [])).toEqual(new Set());
  });
});

describe("webview/overview translates heights", () => {
  const anchors: readonly Anchor[] = [
    { board: 0, map: 0 },
    { board: 1000, map: 40 },
    { board: 1200, map: 80 },
  ];

  test.each([
    [0, 0],
    [500, 20],
    [1000, 40],
    [1100, 60],
    [1200, 80],
    [9999, 80],
  ])("%d on the board is %d on the map, and back", (board, map) => {
    expect(translate(anchors, board, "board", "map")).toBe(map);
    if (board <= 1200) expect(translate(anchors, map, "map", "board")).toBe(board);
  });

  test("of nothing, nothing", () => {
    expect(translate([], 5, "board", "map")).toBe(0);
  });

  test("and names the rows between two of them", () => {
    expect(rowsBetween([8, 40, 80], 120, 30, 80)).toEqual([true, true, false]);
  });
});
