import { expect, test } from "vitest";
import { contains, covers } from "../../src/text/range.ts";

const range = (start: number, end: number) => ({ start, end });

test.each([
  [range(2, 4), 1, false],
  [range(2, 4), 2, true],
  [range(2, 4), 3, true],
  [range(2, 4), 4, false],
  [range(2, 2), 2, false],
])("%o contains %i: %s", (outer, offset, expected) => {
  expect(contains(outer, offset)).toBe(expected);
});

test.each([
  [range(2, 4), range(2, 4), true],
  [range(2, 4), range(3, 3), true],
  [range(2, 4), range(4, 4), true],
  [range(2, 4), range(1, 3), false],
  [range(2, 4), range(3, 5), false],
])("%o covers %o: %s", (outer, inner, expected) => {
  expect(covers(outer, inner)).toBe(expected);
});
