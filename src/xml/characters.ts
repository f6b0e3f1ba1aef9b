/** What XML calls a name start, a name and white space, decided per UTF-16 unit. */

const isNameStartTable = tableOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:");
const isNameTable = tableOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:0123456789-.");

export const code = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  exclamation: 33,
  doubleQuote: 34,
  ampersand: 38,
  apostrophe: 39,
  slash: 47,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
} as const;

export function isSpace(unit: number): boolean {
  return unit === code.space || unit === code.lineFeed || unit === code.tab || unit === code.carriageReturn;
}

export function isLineBreak(unit: number): boolean {
  return unit === code.lineFeed || unit === code.carriageReturn;
}

/** Every unit outside ASCII counts: the exact list of letters would help nobody here. */
export function isNameStart(unit: number): boolean {
  return unit > 127 || isNameStartTable[unit] === 1;
}

export function isNameUnit(unit: number): boolean {
  return unit > 127 || isNameTable[unit] === 1;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The end of the name that starts at `from`; `from` itself when none does. */
export function skipName(text: string, from: number): number {
  if (!isNameStart(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (isNameUnit(text.charCodeAt(at))) at++;
  return at;
}

/** Finds the next hit of one needle again and again, and never searches the same stretch twice. */
export class NextIndex {
  readonly #text: string;
  readonly #needle: string;
  #searchedFrom = 0;
  #hit = -2;

  constructor(text: string, needle: string) {
    this.#text = text;
    this.#needle = needle;
  }

  /** The first hit at or after `from`; the length of the text when there is none. */
  from(from: number): number {
    const isKnown = this.#hit !== -2 && from >= this.#searchedFrom && from <= this.#hit;
    if (isKnown) return this.#hit;
    const found = this.#text.indexOf(this.#needle, from);
    this.#searchedFrom = from;
    this.#hit = found === -1 ? this.#text.length : found;
    return this.#hit;
  }
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
