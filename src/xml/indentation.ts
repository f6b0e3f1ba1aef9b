import { code, isLineBreak } from "./characters.ts";

/** Nobody indents deeper; a text without line breaks must not be read over and over. */
const farthestBack = 512;
const tabWidth = 8;
const byteOrderMark = 0xfeff;

/** The columns of blanks before `at` when nothing else stands before it on its line; undefined otherwise. */
export function indentationAt(text: string, at: number): number | undefined {
  const start = lineStart(text, at);
  return start !== undefined && endOfBlanks(text, start) >= at ? columnsOf(text, start, at) : undefined;
}

/** The columns of blanks that the line of `at` begins with; undefined when it begins too far away. */
export function lineIndentationAt(text: string, at: number): number | undefined {
  const start = lineStart(text, at);
  return start === undefined ? undefined : columnsOf(text, start, Math.min(at, endOfBlanks(text, start)));
}

function lineStart(text: string, at: number): number | undefined {
  const limit = Math.max(0, at - farthestBack);
  let start = at;
  while (start > limit && !isLineBreak(text.charCodeAt(start - 1))) start--;
  if (start === limit && start > 0 && !isLineBreak(text.charCodeAt(start - 1))) return undefined;
  return text.charCodeAt(start) === byteOrderMark ? start + 1 : start;
}

function endOfBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === code.space || text.charCodeAt(at) === code.tab) at++;
  return at;
}

function columnsOf(text: string, start: number, end: number): number {
  let columns = 0;
  for (let at = start; at < end; at++) {
    columns = text.charCodeAt(at) === code.tab ? columns - (columns % tabWidth) + tabWidth : columns + 1;
  }
  return columns;
}
