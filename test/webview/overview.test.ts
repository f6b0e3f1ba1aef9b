import { describe, expect, test } from "vitest";
import { indexBoard } from "../../webview/boardIndex.ts";
import { noFilter, visibleUnder } from "../../webview/filter.ts";
import type { Drawn } from "../../webview/keyboard.ts";
import {
  type Anchor,
  anchorsOf,
  markAt,
  type OverviewRow,
  overviewRows,
  type RowExtent,
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

describe("webview/overview anchors", () => {
  const at = (board: number, map: number): Anchor => ({ board, map });
  const told = (rows: readonly RowExtent[], end: Anchor) =>
    anchorsOf(rows, end)
      .map(({ board, map }) => `${board}=${map}`)
      .join(" ");

  test("stand for buses and for the lines of their marks", () => {
    const first = { depth: 0, map: 8, top: 20, bottom: 500, lines: [at(50, 24), at(300, 32)] };
    const second = { depth: 0, map: 48, top: 520, bottom: 900, lines: [at(550, 64)] };
    expect(told([first, second], at(1000, 80))).toBe(
      "0=0 20=8 50=24 300=32 500=48 520=48 550=64 900=80 1000=80",
    );
  });

  test("leave out what is not laid out yet", () => {
    const known = { depth: 0, map: 48, top: 520, bottom: 900 };
    const unknown = { depth: 0, map: 8 };
    expect(told([unknown, known, { depth: 0, map: 80 }], at(2000, 100))).toBe("0=0 520=48 900=80 2000=100");
  });

  test("go up only: slots behind an inner bus rest below its row", () => {
    const outer = { depth: 0, map: 8, top: 20, bottom: 900, lines: [at(50, 24), at(700, 32)] };
    const inner = { depth: 1, map: 48, top: 100, bottom: 600, lines: [at(130, 64), at(400, 72)] };
    expect(told([outer, inner], at(1000, 88))).toBe(
      "0=0 20=8 50=24 100=48 130=64 400=72 600=88 900=88 1000=88",
    );
  });
});
