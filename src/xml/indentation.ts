import { code, isLineBreak } from "./characters.ts";

/** Nobody indents deeper; a text without line breaks must not be read over and over. */
const farthestBack = 512;
const tabWidth = 8;
const byteOrderMark = 0xfeff;

/** How the lines of one text are indented, in columns. Remembers the last line, because questions come in clusters. */
export class Indentation {
  readonly #text: string;
  #asked = -1;
  #lineStart: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The columns of blanks before `at` when nothing else stands before it on its line; undefined otherwise. */
  before(at: number): number | undefined {
    let start = at;
    while (start > 0 && at - start <= farthestBack && isBlank(this.#text.charCodeAt(start - 1))) start--;
    return startsLine(this.#text, start) ? columnsOf(this.#text, start, at) : undefined;
  }

  /** The columns of blanks that the line of `at` begins with; undefined when it begins too far away. */
  ofLine(at: number): number | undefined {
    const start = this.#startOfLine(at);
    if (start === undefined) return undefined;
    let end = start;
    while (end < at && isBlank(this.#text.charCodeAt(end))) end++;
    return columnsOf(this.#text, start, end);
  }

  #startOfLine(at: number): number | undefined {
    let start = at;
    while (start !== this.#asked && at - start <= farthestBack && !startsLine(this.#text, start)) start--;
    if (start !== this.#asked) this.#lineStart = startsLine(this.#text, start) ? start : undefined;
    this.#asked = at;
    return this.#lineStart;
  }
}

function startsLine(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return isLineBreak(before) || before === byteOrderMark;
}

function isBlank(unit: number): boolean {
  return unit === code.space || unit === code.tab;
}

function columnsOf(text: string, start: number, end: number): number {
  let columns = 0;
  for (let at = start; at < end; at++) {
    columns = text.charCodeAt(at) === code.tab ? columns - (columns % tabWidth) + tabWidth : columns + 1;
  }
  return columns;
}
