import { describe, expect, test } from "vitest";
import { Lines } from "../../src/text/lines.ts";

describe("a position", () => {
  test.each([
    ["|", 0, 0],
    ["ab|c", 0, 2],
    ["ab\n|c", 1, 0],
    ["ab|\nc", 0, 2],
    ["ab\r\n|c", 1, 0],
    ["ab\r|\nc", 0, 2],
    ["ab\r|c", 1, 0],
    ["\n\n\r\r\n|", 4, 0],
    ["é😀|x", 0, 3],
  ])("in %j is %i:%i", (marked, line, character) => {
    const offset = marked.indexOf("|");
    expect(new Lines(marked.replace("|", "")).positionAt(offset)).toEqual({ line, character });
  });
});

describe("an offset", () => {
  test.each([
    ["ab\r\ncd", 0, 9, 2],
    ["ab\r\ncd", 1, 1, 5],
    ["ab\r\ncd", 1, 9, 6],
    ["ab\r\ncd", 7, 0, 6],
    ["ab\r\ncd", -1, 5, 0],
    ["ab\r\ncd", 1, -3, 4],
    ["ab\rcd", 0, 3, 2],
    ["ab\ncd", 0, 3, 2],
    ["", 0, 0, 0],
  ])("in %j of %i:%i is %i", (text, line, character, offset) => {
    expect(new Lines(text).offsetAt({ line, character })).toBe(offset);
  });
});

test("offsets outside the text move to its ends", () => {
  const lines = new Lines("ab\ncd");
  expect(lines.positionAt(-1)).toEqual({ line: 0, character: 0 });
  expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
});

test.each([
  ["", 1],
  ["a", 1],
  ["a\n", 2],
  ["a\r\nb\rc\nd", 4],
])("%j has %i lines", (text, count) => {
  expect(new Lines(text).count).toBe(count);
});
