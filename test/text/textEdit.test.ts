import { describe, expect, test } from "vitest";
import { applyEdits, composeEdits, minimalEdit, sortEdits, type TextEdit } from "../../src/text/textEdit.ts";

/** `2-4=xy` replaces, `2=xy` inserts, `2-4=` deletes. */
function edits(notation: string): TextEdit[] {
  return notation
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      const [, start, end, newText] = /^(\d+)(?:-(\d+))?=(.*)$/.exec(part) ?? [];
      return { range: { start: Number(start), end: Number(end ?? start) }, newText: newText ?? "" };
    });
}

const notationOf = (list: readonly TextEdit[]): string =>
  list
    .map(({ range, newText }) =>
      range.start === range.end ? `${range.start}=${newText}` : `${range.start}-${range.end}=${newText}`,
    )
    .join(" ");

describe("applying", () => {
  test.each([
    ["", "abcdef"],
    ["0=X", "Xabcdef"],
    ["6=X", "abcdefX"],
    ["2-4=", "abef"],
    ["4-6=Y 0-2=X", "XcdY"],
    ["2-4=X 4-5=Y", "abXYf"],
    ["3=X 3=Y", "abcXYdef"],
    ["3-4=Z 3=X", "abcXZef"],
  ])("%j to abcdef gives %s", (notation, expected) => {
    expect(applyEdits("abcdef", edits(notation))).toBe(expected);
  });

  test.each([
    ["2-4=X 3-5=Y", "An edit covers 3-5; expected it to start at 4 or later"],
    ["2-4=X 3=Y", "An edit covers 3-3; expected it to start at 4 or later"],
    ["4-2=X", "An edit covers 4-2; expected"],
    ["5-9=X", "An edit ends at 9; expected at most 6."],
  ])("%j is refused", (notation, message) => {
    const apply = () => applyEdits("abcdef", edits(notation));
    expect(apply).toThrow(RangeError);
    expect(apply).toThrow(message);
  });
});

test("sorting goes by place and keeps the order of insertions at one place", () => {
  expect(notationOf(sortEdits(edits("5=c 1-3=b 1=a 5=d")))).toBe("1=a 1-3=b 5=c 5=d");
});

describe("composing", () => {
  test.each([
    ["", "2=X", "2=X"],
    ["2=X", "", "2=X"],
    ["2=XYZ", "3-4=", "2=XZ"],
    ["2=XYZ", "2-5=", ""],
    ["1-3=", "1=Q", "1-3=Q"],
    ["2=XY", "1-3=Z", "1-2=ZY"],
    ["0=A 6=B", "7=C", "0=A 6=CB"],
    ["0-6=", "0=new", "0-6=new"],
  ])("%j then %j is %j", (first, second, expected) => {
    const composed = composeEdits(edits(first), edits(second));
    expect(notationOf(composed)).toBe(expected);
    const text = "abcdef";
    expect(applyEdits(text, composed)).toBe(applyEdits(applyEdits(text, edits(first)), edits(second)));
  });
});

describe("the minimal edit", () => {
  test.each([
    ["abc", "abc", undefined],
    ["abc", "abXc", "2=X"],
    ["abc", "ac", "1-2="],
    ["aaa", "aa", "2-3="],
    ["abc", "xyz", "0-3=xyz"],
    ["", "x", "0=x"],
    ["a\r\nb", "a\nb", "1-3=\n"],
    ["a😀b", "a😁b", "1-3=😁"],
  ])("from %j to %j is %j", (before, after, expected) => {
    const edit = minimalEdit(before, after);
    expect(edit && notationOf([edit])).toBe(expected);
  });
});
