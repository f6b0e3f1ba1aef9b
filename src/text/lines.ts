/** A place as LSP counts it: line and character from 0, characters in UTF-16 units. */
export interface Position {
  line: number;
  character: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** The line index of one text: offsets to positions and back. A line ends with CRLF, CR or LF. */
export class Lines {
  /** The number of lines; an empty text has one. */
  readonly count: number;
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
    this.count = this.#starts.length;
  }

  /** The position of an offset. Offsets outside the text, or inside a line break, move to the nearest place before. */
  positionAt(offset: number): Position {
    const inText = clamp(offset, 0, this.#text.length);
    const line = this.#lineOf(inText);
    const start = this.#starts[line] ?? 0;
    return { line, character: Math.min(inText, this.#endOf(line)) - start };
  }

  /** The offset of a position. A line or character that does not exist moves to the nearest one that does. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#text.length;
    return clamp(start + position.character, start, this.#endOf(position.line));
  }

  /** The last line that starts at or before the offset. */
  #lineOf(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where the line's own characters end: before its line break. */
  #endOf(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    const isCrLf =
      this.#text.charCodeAt(next - 1) === lineFeed && this.#text.charCodeAt(next - 2) === carriageReturn;
    return next - (isCrLf ? 2 : 1);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const breaks = code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
    if (breaks) starts.push(at + 1);
  }
  return starts;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
