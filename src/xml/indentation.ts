import { code, isLineBreak } from "./characters.ts";

/** Nobody indents deeper; a text made of blanks must not be read over and over. */
const farthestBack = 512;
const tabWidth = 8;

/** The columns of blanks before `at` when nothing else stands before it on its line; undefined otherwise. */
export function indentationAt(text: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) {
    start--;
    if (at - start > farthestBack) return undefined;
  }
  if (start > 0 && !isLineBreak(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== 0xfeff)
    return undefined;
  return columnsOf(text, start, at);
}

function columnsOf(text: string, start: number, end: number): number {
  let columns = 0;
  for (let at = start; at < end; at++) {
    columns = text.charCodeAt(at) === code.tab ? columns - (columns % tabWidth) + tabWidth : columns + 1;
  }
  return columns;
}

function isBlank(unit: number): boolean {
  return unit === code.space || unit === code.tab;
}
