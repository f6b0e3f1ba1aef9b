import fc from "fast-check";
import { expect, test } from "vitest";
import { Lines } from "../../src/text/lines.ts";
import { applyEdits, composeEdits, minimalEdit, sortEdits, type TextEdit } from "../../src/text/textEdit.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "\r", "\n", "😀"), maxLength: 12 });

/** Edits of a text of that length that do not overlap, in any order. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  const cuts = fc.array(fc.nat({ max: length }), { maxLength: 8 });
  return fc.tuple(cuts, fc.array(word, { minLength: 4, maxLength: 4 })).chain(([offsets, texts]) => {
    const sorted = offsets.toSorted((one, other) => one - other);
    const edits: TextEdit[] = [];
    for (let at = 0; at + 1 < sorted.length; at += 2) {
      const range = { start: sorted[at] as number, end: sorted[at + 1] as number };
      edits.push({ range, newText: texts[at / 2] as string });
    }
    return fc.shuffledSubarray(edits);
  });
}

const textAndEdits = word.chain((text) => fc.tuple(fc.constant(text), editsOf(text.length)));
const twoSteps = textAndEdits.chain(([text, first]) =>
  fc.tuple(fc.constant(text), fc.constant(first), editsOf(applyEdits(text, first).length)),
);

test("composed edits do what both lists do, one after the other", () => {
  fc.assert(
    fc.property(twoSteps, ([text, first, second]) => {
      expect(applyEdits(text, composeEdits(first, second))).toBe(applyEdits(applyEdits(text, first), second));
    }),
    { numRuns: 2000 },
  );
});

test("composed edits are sorted and keep at least one character between them", () => {
  fc.assert(
    fc.property(twoSteps, ([, first, second]) => {
      const composed = composeEdits(first, second);
      expect(sortEdits(composed)).toEqual(composed);
      for (const [at, edit] of composed.entries()) {
        const next = composed[at + 1];
        if (next !== undefined) expect(next.range.start).toBeGreaterThan(edit.range.end);
      }
    }),
  );
});

test("the minimal edit leads from one text to the other and splits no unit", () => {
  fc.assert(
    fc.property(word, word, (before, after) => {
      const edit = minimalEdit(before, after);
      expect(applyEdits(before, edit === undefined ? [] : [edit])).toBe(after);
      if (edit === undefined) return;
      const lines = new Lines(before);
      for (const offset of [edit.range.start, edit.range.end]) {
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
      }
    }),
    { numRuns: 2000 },
  );
});

test("offsets and positions lead to each other everywhere but inside CRLF", () => {
  fc.assert(
    fc.property(word, (text) => {
      const lines = new Lines(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const isInside = text[offset - 1] === "\r" && text[offset] === "\n";
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(isInside ? offset - 1 : offset);
      }
    }),
  );
});
