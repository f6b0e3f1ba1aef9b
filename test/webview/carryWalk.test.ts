import { describe, expect, test } from "vitest";
import { indexBoard } from "../../webview/boardIndex.ts";
import { columnOf, drawnPlaces, nextPlace, type Place, type Stride } from "../../webview/carryWalk.ts";
import type { Box, WalkKey } from "../../webview/keyboard.ts";
import { typicalQ35 } from "./sampleBoards.ts";

/**
 * A board as it is drawn, a word per place in columns and rows: "a1" is slot 1 of bus a, "a1#2" its function 2. A word in
 * parentheses takes nothing, a word over several columns is that wide, "-" is an empty spot.
 */
function drawn(picture: string) {
  const boxes = new Map<string, Box>();
  const targets = new Set<string>();
  const places: Place[] = [];
  picture
    .trim()
    .split("\n")
    .forEach((line, row) => {
      line
        .trim()
        .split(/\s+/)
        .forEach((word, column) => {
          const key = word.replace(/[()]/g, "");
          if (key === "-") return;
          const box = { left: column * 100, right: column * 100 + 90, top: row * 40, bottom: row * 40 + 30 };
          if (!boxes.has(key)) places.push({ key, slot: key.replace(/#.*/, ""), bus: key.charAt(0) });
          boxes.set(key, { ...box, left: boxes.get(key)?.left ?? box.left });
          if (key === word) targets.add(key);
        });
    });
  return { places, targets, boxOf: (key: string) => boxes.get(key) };
}

/** Walks by keys and tells every place on the way. */
function walked(picture: string, from: string | undefined, ...keys: readonly WalkKey[]): string {
  const board = drawn(picture);
  let at = from;
  let last: Stride | undefined;
  const way = keys.map((key) => {
    const column = columnOf(key, at, last);
    at = nextPlace({ ...board, from: at, column }, key);
    last = column !== undefined && at !== undefined ? { column, to: at } : undefined;
    return at ?? "nowhere";
  });
  return way.join(" ");
}

/** Two columns of slots; a3 is open and shows its free functions below itself. */
const bench = `
   a1    a2    -     -
   (a3)  (a3)  (a3)  (a3)
   a3#1  a3#2  a3#3  a3#4
   a4    (a5)  a6    a7
   b1    -     -     -
   c1    c2    -     -
`;

describe("webview/carryWalk", () => {
  test("left and right step from place to place in reading order, functions too, and stay at the ends", () => {
    expect(walked(bench, "a2", "ArrowRight", "ArrowRight")).toBe("a3#1 a3#2");
    expect(walked(bench, "a6", "ArrowLeft", "ArrowLeft")).toBe("a4 a3#4");
    expect(walked(bench, "a1", "ArrowLeft")).toBe("a1");
    expect(walked(bench, "c2", "ArrowRight")).toBe("c2");
  });

  test("up and down step to the row above or below, in the column or the nearest to it", () => {
    expect(walked(bench, "a7", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp")).toBe("b1 c2 b1 a7");
    expect(walked(bench, "a3#4", "ArrowDown", "ArrowUp", "ArrowUp")).toBe("a7 a3#1 a2");
    expect(walked(bench, "c2", "ArrowDown")).toBe("c2");
    expect(walked(bench, "a2", "ArrowUp")).toBe("a2");
  });

  test("up and down pass a slot with all its functions in one step", () => {
    const tall = "a1 a2\n a3#1 a3#2\n a3#3 a3#4\n a4 a5";
    expect(walked(tall, "a2", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp")).toBe("a3#1 a5 a3#1 a2");
    expect(walked(tall, "a3#2", "ArrowDown")).toBe("a5");
    expect(walked(tall, "a3#4", "ArrowUp")).toBe("a2");
  });

  test("up and down keep to the column where they began, past wide and short rows", () => {
    const wide = "a1 a2 a3\n b1 b1 b1\n c1 - -\n d1 d2 d3";
    expect(walked(wide, "a3", "ArrowDown", "ArrowDown", "ArrowDown")).toBe("b1 c1 d3");
    expect(walked(wide, "d2", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown")).toBe(
      "c1 b1 a2 a2 b1",
    );
    expect(walked(wide, "b1", "ArrowDown", "ArrowDown")).toBe("c1 d1");
  });

  test("any other key begins a column of its own", () => {
    const wide = "a1 a2 a3\n b1 b1 b1\n c1 c2 c3";
    expect(walked(wide, "a3", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowUp")).toBe("b1 c1 b1 a1");
    expect(walked(wide, "a3", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowDown", "ArrowDown")).toBe(
      "b1 a3 a2 b1 c2",
    );
  });

  test("where something else has moved the cargo meanwhile, its column is the new one", () => {
    expect(columnOf("ArrowDown", "c1", { column: "a3", to: "b1" })).toBe("c1");
    expect(columnOf("ArrowUp", "b1", { column: "a3", to: "b1" })).toBe("a3");
    expect(columnOf("ArrowLeft", "b1", { column: "a3", to: "b1" })).toBeUndefined();
  });

  test("a column that is no longer drawn is not kept to", () => {
    const { places, targets, boxOf } = drawn("a1 a2\n b1 b2");
    const walk = { places, targets, from: "a2", column: "gone", boxOf };
    expect(nextPlace(walk, "ArrowDown")).toBe("b2");
  });

  test("a row is not passed over for having nothing in the column", () => {
    expect(walked("a1 - -\n - - a2\n a3 - -", "a1", "ArrowDown", "ArrowDown")).toBe("a2 a3");
  });

  test("Home and End lead to the first and the last, Page keys from bus to bus", () => {
    expect(walked(bench, "a6", "Home", "End")).toBe("a1 c2");
    expect(walked(bench, "a6", "PageDown", "PageDown", "PageDown")).toBe("b1 c1 c1");
    expect(walked(bench, "c2", "PageUp", "PageUp", "PageUp")).toBe("b1 a1 a1");
  });

  test("the walk begins where the device is, whether or not it could stay there", () => {
    expect(walked(bench, "a5", "ArrowRight")).toBe("a6");
    expect(walked(bench, "a5", "ArrowLeft")).toBe("a4");
    expect(walked(bench, "a5", "ArrowUp")).toBe("a3#1");
    expect(walked("(a1) a2\n b1", "a1", "PageDown")).toBe("b1");
    expect(walked("(a1) b1\n c1", "a1", "PageUp")).toBe("b1");
  });

  test("where nothing is further that way, a device comes to the nearest place that takes it", () => {
    expect(walked("a1 a2\n (a3) -", "a3", "ArrowDown")).toBe("a2");
    expect(walked("(a1) a2\n a3 -", "a1", "ArrowUp")).toBe("a2");
    expect(walked("(a1)", "a1", "ArrowDown")).toBe("nowhere");
  });

  test("from the tray the walk begins at either end", () => {
    expect(walked(bench, undefined, "ArrowDown")).toBe("a1");
    expect(walked(bench, undefined, "ArrowLeft")).toBe("c2");
    expect(walked(bench, undefined, "PageDown")).toBe("a1");
  });

  test("a row that is far along the order is still found", () => {
    const wide = Array.from({ length: 200 }, (_, at) => `a${at}`);
    const picture = `${wide.join(" ")}\n b0 b1 b2`;
    expect(walked(picture, "a1", "ArrowDown", "ArrowUp")).toBe("b1 a1");
  });

  test("places that are not drawn are stepped to in their order", () => {
    const { places, targets } = drawn("a1 a2\n b1 b2");
    expect(nextPlace({ places, targets, from: "a2", boxOf: () => undefined }, "ArrowDown")).toBe("b1");
  });

  test("reading order is the order of the drawing: what is behind a slot comes before the next slot", () => {
    const order = drawnPlaces(indexBoard(typicalQ35())).map(({ key }) => key);
    const from = order.indexOf("pcie.0/01");
    expect(order.slice(from, from + 4)).toEqual(["pcie.0/01", "pcie.0/02", "pci.1/00", "pci.2/00"]);
    const gpu = order.indexOf("pci.5/00");
    expect(order.slice(gpu, gpu + 3)).toEqual(["pci.5/00", "pci.5/00#2", "pci.5/00#3"]);
  });
});
