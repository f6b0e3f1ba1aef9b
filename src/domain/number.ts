/**
 * Numbers as libvirt reads them from attributes: C's strtol family with nothing allowed after the digits
 * (virStrToLong_uip, virStrToLong_ullp and virStrToLong_i in util/virstring.c, libvirt 11.3).
 * White space and one `+` may stand in front. Base 0 takes the base from the prefix: 0x, 0b, or 0 for octal.
 */
export type NumberBase = 0 | 10 | 16;

const u32 = 0xffff_ffff;
const u64 = 0xffff_ffff_ffff_ffffn;
const int32 = 0x7fff_ffff;

/** An unsigned number of 32 bits, or undefined where libvirt refuses the text. */
export function toUint32(text: string, base: NumberBase): number | undefined {
  const value = digitsOf(text, signEnd(text, false), base);
  return value === undefined || value > u32 ? undefined : Number(value);
}

/** An unsigned number of 64 bits, or undefined where libvirt refuses the text. */
export function toUint64(text: string, base: NumberBase): bigint | undefined {
  const value = digitsOf(text, signEnd(text, false), base);
  return value === undefined || value > u64 ? undefined : BigInt(value);
}

/** A signed number of 32 bits, or undefined where libvirt refuses the text. */
export function toInt32(text: string, base: NumberBase): number | undefined {
  const start = signEnd(text, true);
  const value = digitsOf(text, start, base);
  if (value === undefined) return undefined;
  const isNegative = text[start - 1] === "-";
  if (value > int32 + (isNegative ? 1 : 0)) return undefined;
  return isNegative && value > 0 ? -Number(value) : Number(value);
}

/**
 * What C makes of an unsigned number of 32 bits that ends up in a signed variable: "-1" and "4294967295" are both -1
 * (virStrToLong_ui, libvirt 11.3). Undefined where libvirt refuses the text.
 */
export function toWrappedInt32(text: string, base: NumberBase): number | undefined {
  const start = signEnd(text, true);
  const value = digitsOf(text, start, base);
  if (value === undefined || value > u32) return undefined;
  return (text[start - 1] === "-" ? -Number(value) : Number(value)) | 0;
}

/** Whether C's isspace holds for the character at the index. */
export function isSpaceAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || (code >= 9 && code <= 13);
}

/** Where the digits start: behind white space and one sign. */
function signEnd(text: string, minusAllowed: boolean): number {
  let index = 0;
  while (isSpaceAt(text, index)) index++;
  const sign = text[index];
  return sign === "+" || (minusAllowed && sign === "-") ? index + 1 : index;
}

/** The value of all text from `start`, which must be digits of the base and nothing else. */
function digitsOf(text: string, start: number, base: NumberBase): number | bigint | undefined {
  const radix = radixAt(text, start, base);
  const first = hasPrefix(text, start, radix, base) ? start + 2 : start;
  if (first >= text.length) return undefined;
  let value = 0;
  for (let index = first; index < text.length; index++) {
    const digit = digitAt(text, index);
    if (digit >= radix) return undefined;
    value = value * radix + digit;
  }
  return value <= Number.MAX_SAFE_INTEGER ? value : exactly(text, first, radix);
}

function radixAt(text: string, start: number, base: NumberBase): number {
  if (base !== 0) return base;
  if (text[start] !== "0") return 10;
  const mark = text[start + 1];
  if (mark === "x" || mark === "X") return 16;
  return mark === "b" || mark === "B" ? 2 : 8;
}

function hasPrefix(text: string, start: number, radix: number, base: NumberBase): boolean {
  if (text[start] !== "0") return false;
  const mark = text[start + 1];
  if (radix === 16) return mark === "x" || mark === "X";
  return base === 0 && radix === 2;
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : 99;
}

/** The same digits again without rounding, for the rare number beyond 53 bits. */
function exactly(text: string, first: number, radix: number): bigint {
  let value = 0n;
  for (let index = first; index < text.length && value <= u64; index++) {
    value = value * BigInt(radix) + BigInt(digitAt(text, index));
  }
  return value;
}
