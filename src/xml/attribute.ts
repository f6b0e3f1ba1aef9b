import { code, isLineBreak, isNameStart, isSpace, skipName, skipSpace } from "./characters.ts";
import type { Problems } from "./problems.ts";
import type { Scan } from "./scan.ts";

/** Where a value lies between its quotes, and where the attribute ends. */
interface ValuePlace {
  readonly start: number;
  readonly end: number;
  readonly attributeEnd: number;
}

/** Scans the attribute whose name begins at `start` into the tree, and returns where it ends. */
export function scanAttribute(scan: Scan, start: number): number {
  const { text, problems } = scan;
  const nameEnd = skipName(text, start);
  const equals = skipSpace(text, nameEnd);
  if (text.charCodeAt(equals) !== code.equals) return addWithoutValue(scan, start, nameEnd, nameEnd);
  const valueAt = skipSpace(text, equals + 1);
  const unit = text.charCodeAt(valueAt);
  if (unit === code.doubleQuote || unit === code.apostrophe) {
    return addWithValue(scan, start, nameEnd, placeQuoted(text, valueAt, unit, problems));
  }
  if (valueAt > equals + 1 || endsUnquoted(text, valueAt)) {
    return addWithoutValue(scan, start, nameEnd, equals + 1);
  }
  return addWithValue(scan, start, nameEnd, placeUnquoted(text, valueAt, problems));
}

function addWithValue(scan: Scan, start: number, nameEnd: number, place: ValuePlace): number {
  const { start: valueStart, end: valueEnd, attributeEnd: end } = place;
  scan.checkReferences(valueStart, valueEnd);
  scan.nodes.addAttribute(start, nameEnd, valueStart, valueEnd, end);
  return end;
}

function addWithoutValue(scan: Scan, start: number, nameEnd: number, end: number): number {
  const name = scan.text.slice(start, nameEnd);
  scan.problems.add("missing-value", `Give ${name} a value, as in ${name}='…'.`, { start, end });
  scan.nodes.addAttribute(start, nameEnd, end, end, end);
  return end;
}

function placeUnquoted(text: string, start: number, problems: Problems): ValuePlace {
  let end = start;
  while (!endsUnquoted(text, end)) end++;
  problems.add("unquoted-value", "Put the value in quotes.", { start, end });
  return { start, end, attributeEnd: end };
}

function endsUnquoted(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (at >= text.length || isSpace(unit) || unit === code.greater || unit === code.less) return true;
  return unit === code.slash && text.charCodeAt(at + 1) === code.greater;
}

/**
 * Places a value that begins with a quote. The closing quote is believed when what follows it may follow a value;
 * otherwise it opens the next value, or lies in another tag, and the quote of this one was forgotten.
 */
function placeQuoted(text: string, open: number, quote: number, problems: Problems): ValuePlace {
  const start = open + 1;
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== quote && text.charCodeAt(at) !== code.less) at++;
  if (text.charCodeAt(at) === quote) {
    const isBelieved = mayFollowValue(text, at + 1) || !opensNextValue(text, start, at);
    if (isBelieved) return { start, end: at, attributeEnd: at + 1 };
  } else if (text.charCodeAt(at) === code.less) {
    const close = closingQuoteOnLine(text, at, quote);
    if (close !== undefined) {
      problems.add("less-than-in-value", "Write &lt; for < in a value.", { start: at, end: at + 1 });
      return { start, end: close, attributeEnd: close + 1 };
    }
  }
  const end = endOfUnclosedValue(text, start, at);
  problems.add("missing-quote", `Close the value with ${String.fromCharCode(quote)}.`, { start: open, end });
  return { start, end, attributeEnd: end };
}

function mayFollowValue(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    at >= text.length || isSpace(unit) || unit === code.greater || unit === code.slash || unit === code.less
  );
}

/** Whether the quote at `close` is the one that opens another attribute's value, as in `dev='vda bus='virtio'`. */
function opensNextValue(text: string, start: number, close: number): boolean {
  return nameBeforeEquals(text, start, close) !== undefined;
}

/** The start of the white space before ` name=` where that ends exactly at `end`. */
function nameBeforeEquals(text: string, start: number, end: number): number | undefined {
  let at = end - 1;
  if (text.charCodeAt(at) !== code.equals) return undefined;
  while (at > start && !isSpace(text.charCodeAt(at - 1))) at--;
  if (at <= start || !isNameStart(text.charCodeAt(at))) return undefined;
  if (skipName(text, at) !== end - 1) return undefined;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** A `<` in a value: the value goes on when its quote closes it on the same line and does not open another one. */
function closingQuoteOnLine(text: string, less: number, quote: number): number | undefined {
  let at = less;
  while (at < text.length && text.charCodeAt(at) !== quote && !isLineBreak(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== quote || text.charCodeAt(at - 1) === code.equals) return undefined;
  return mayFollowValue(text, at + 1) ? at : undefined;
}

/** Where a value whose quote is missing ends: before `>`, `/>`, a line end, or the next attribute. */
function endOfUnclosedValue(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (isLineBreak(unit) || unit === code.greater) return at;
    if (unit === code.slash && text.charCodeAt(at + 1) === code.greater) return at;
    if (isSpace(unit) && startsAttribute(text, skipSpace(text, at))) return at;
  }
  return limit;
}

function startsAttribute(text: string, at: number): boolean {
  const nameEnd = skipName(text, at);
  if (nameEnd === at || text.charCodeAt(nameEnd) !== code.equals) return false;
  const unit = text.charCodeAt(nameEnd + 1);
  return unit === code.doubleQuote || unit === code.apostrophe;
}
