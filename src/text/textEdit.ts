import type { Range } from "./range.ts";

/** Replaces the text of `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A stretch of the original that was kept, or text that was put in. */
type Piece = { readonly kept: Range } | { readonly added: string };

/**
 * The text after all edits, which may come in any order. Edits at the same place apply in the order given.
 * Throws a RangeError when edits overlap or leave the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { range, newText } of sortEdits(edits)) {
    if (range.end > text.length) {
      throw new RangeError(`An edit ends at ${range.end}; expected at most ${text.length}.`);
    }
    parts.push(text.slice(done, range.start), newText);
    done = range.end;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

/** The edits by place; insertions come before a replacement that starts there. Throws a RangeError on overlap. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits.toSorted(
    (one, other) => one.range.start - other.range.start || one.range.end - other.range.end,
  );
  let done = 0;
  for (const { range } of sorted) {
    if (range.start < done || range.end < range.start) {
      throw new RangeError(
        `An edit covers ${range.start}-${range.end}; expected it to start at ${done} or later and not to end before its start.`,
      );
    }
    done = range.end;
  }
  return sorted;
}

/**
 * One list of edits on the original text that does what `first` and then `second` do, where `second` speaks of
 * the text that `first` leaves. Throws a RangeError when either list overlaps itself.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const middle = piecesOf(sortEdits(first));
  return editsOf(editPieces(middle, sortEdits(second)));
}

/** The single smallest edit from one text to the other, or undefined when they are equal. Never splits a CRLF or a surrogate pair. */
export function minimalEdit(oldText: string, newText: string): TextEdit | undefined {
  if (oldText === newText) return undefined;
  const shorter = Math.min(oldText.length, newText.length);
  let start = 0;
  while (start < shorter && oldText.charCodeAt(start) === newText.charCodeAt(start)) start++;
  while (splitsUnit(oldText, start) || splitsUnit(newText, start)) start--;
  let tail = 0;
  const most = shorter - start;
  while (
    tail < most &&
    oldText.charCodeAt(oldText.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  ) {
    tail++;
  }
  while (splitsUnit(oldText, oldText.length - tail) || splitsUnit(newText, newText.length - tail)) tail--;
  return {
    range: { start, end: oldText.length - tail },
    newText: newText.slice(start, newText.length - tail),
  };
}

/** Whether the place lies inside a CRLF or a surrogate pair. */
function splitsUnit(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const isPair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return isPair || (before === 13 && after === 10);
}

function piecesOf(edits: readonly TextEdit[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { range, newText } of edits) {
    pieces.push({ kept: { start: done, end: range.start } }, { added: newText });
    done = range.end;
  }
  // The length of the original does not matter here: what follows the last edit is kept, however long it is.
  pieces.push({ kept: { start: done, end: Number.POSITIVE_INFINITY } });
  return pieces;
}

function lengthOf(piece: Piece): number {
  return "kept" in piece ? piece.kept.end - piece.kept.start : piece.added.length;
}

/** The piece's first `length` units, and the rest. */
function split(piece: Piece, length: number): [Piece, Piece] {
  if ("added" in piece)
    return [{ added: piece.added.slice(0, length) }, { added: piece.added.slice(length) }];
  const { start, end } = piece.kept;
  return [{ kept: { start, end: start + length } }, { kept: { start: start + length, end } }];
}

/** Applies sorted edits to the text that the pieces make up. */
function editPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const rest = pieces.toReversed();
  const result: Piece[] = [];
  let at = 0;
  const takeUntil = (offset: number, target: Piece[] | undefined): void => {
    while (at < offset) {
      const piece = rest.pop();
      if (piece === undefined) return;
      const [taken, left] = split(piece, Math.min(lengthOf(piece), offset - at));
      if (lengthOf(left) > 0) rest.push(left);
      at += lengthOf(taken);
      target?.push(taken);
    }
  };
  for (const { range, newText } of edits) {
    takeUntil(range.start, result);
    result.push({ added: newText });
    takeUntil(range.end, undefined);
  }
  return [...result, ...rest.toReversed()];
}

/** The edits on the original that leave exactly these pieces. */
function editsOf(pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  let newText = "";
  for (const piece of pieces) {
    if ("added" in piece) {
      newText += piece.added;
    } else if (lengthOf(piece) > 0) {
      const { start, end } = piece.kept;
      if (start > done || newText !== "") edits.push({ range: { start: done, end: start }, newText });
      newText = "";
      done = end;
    }
  }
  return edits;
}
