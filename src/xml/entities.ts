import { code, isNameUnit } from "./characters.ts";
import type { Problems } from "./problems.ts";

const predefined: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** What an attribute value means: references decoded, line breaks and tabs as spaces, the way XML reads it. */
export function meaningOfValue(text: string, start: number, end: number): string {
  return decodeReferences(spacesFor(text.slice(start, end)));
}

/** What a text means: references decoded, line ends as LF. */
export function meaningOfText(text: string, start: number, end: number): string {
  return decodeReferences(lineFeedsFor(text.slice(start, end)));
}

/** Decodes the five names and numeric references; everything else stays as written. No declared entity is ever used. */
function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#[xX]?[0-9a-fA-F]+|[a-z]+);/g,
    (written) => meaningOf(written.slice(1, -1)) ?? written,
  );
}

/** CRLF and CR as LF, the way XML reads every text. */
export function lineFeedsFor(raw: string): string {
  return raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
}

/** Line breaks and tabs as spaces, the way XML reads attribute values. */
function spacesFor(raw: string): string {
  return hasLineBreakOrTab(raw) ? raw.replace(/\r\n|[\t\n\r]/g, " ") : raw;
}

/** What stands between `&` and `;` means; undefined when XML gives it no meaning. */
function meaningOf(reference: string): string | undefined {
  if (!reference.startsWith("#"))
    return Object.hasOwn(predefined, reference) ? predefined[reference] : undefined;
  const isHex = reference.startsWith("#x");
  const digits = reference.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits)) return undefined;
  const point = Number.parseInt(digits, isHex ? 16 : 10);
  return isCharacter(point) ? String.fromCodePoint(point) : undefined;
}

/** The code points XML 1.0 allows (production Char). */
function isCharacter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

/** Reports every `&` of the stretch that begins no reference XML knows by itself. */
export function reportReferences(text: string, start: number, end: number, problems: Problems): void {
  for (let at = text.indexOf("&", start); at !== -1 && at < end; at = text.indexOf("&", at + 1)) {
    if (problems.isFull) return;
    reportReference(text, at, end, problems);
  }
}

function reportReference(text: string, at: number, end: number, problems: Problems): void {
  let stop = at + 1;
  while (stop < end && (isNameUnit(text.charCodeAt(stop)) || text[stop] === "#")) stop++;
  const isClosed = stop > at + 1 && stop < end && text.charCodeAt(stop) === code.semicolon;
  if (!isClosed) {
    problems.add("bare-ampersand", "Write &amp; for an ampersand.", { start: at, end: at + 1 });
    return;
  }
  const reference = text.slice(at + 1, stop);
  if (meaningOf(reference) !== undefined) return;
  const range = { start: at, end: stop + 1 };
  if (reference.startsWith("#")) {
    problems.add(
      "bad-character-reference",
      `&${reference}; names no character XML allows; use another.`,
      range,
    );
  } else {
    problems.add("unknown-entity", `&${reference}; is not known here; write the character itself.`, range);
  }
}

function hasLineBreakOrTab(raw: string): boolean {
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (unit === code.tab || unit === code.lineFeed || unit === code.carriageReturn) return true;
  }
  return false;
}
