import { describe, expect, test } from "vitest";
import { type NumberBase, toInt32, toUint32, toUint64, toWrappedInt32 } from "../../src/domain/number.ts";

describe("domain/number reads unsigned numbers as C does", () => {
  test.each<[string, NumberBase, number | undefined]>([
    ["5", 0, 5],
    ["0x1f", 0, 31],
    ["0X1F", 0, 31],
    ["010", 0, 8],
    ["0", 0, 0],
    ["00", 0, 0],
    ["0b101", 0, 5],
    ["0B11", 0, 3],
    [" \t5", 0, 5],
    ["+5", 0, 5],
    ["08", 0, undefined],
    ["1f", 0, undefined],
    ["0x", 0, undefined],
    ["0b", 0, undefined],
    ["0b2", 0, undefined],
    ["5 ", 0, undefined],
    ["5.0", 0, undefined],
    ["-0", 0, undefined],
    ["++5", 0, undefined],
    ["+ 5", 0, undefined],
    ["", 0, undefined],
    [" ", 0, undefined],
    ["\u00a05", 0, undefined],
    ["010", 10, 10],
    ["0x1", 10, undefined],
    ["1f", 10, undefined],
    ["10", 16, 16],
    ["0b1", 16, 0xb1],
    ["0xFf", 16, 255],
    ["g", 16, undefined],
    ["4294967295", 10, 4294967295],
    ["4294967296", 10, undefined],
    ["0x100000000", 0, undefined],
    ["99999999999999999999999999999999", 10, undefined],
  ])("%j in base %i is %s", (text, base, value) => {
    expect(toUint32(text, base)).toBe(value);
  });

  test.each<[string, NumberBase, bigint | undefined]>([
    ["0xffffffffffffffff", 16, 0xffff_ffff_ffff_ffffn],
    ["10000000000000000", 16, undefined],
    ["18446744073709551615", 10, 18446744073709551615n],
    ["18446744073709551616", 10, undefined],
    ["9007199254740993", 10, 9007199254740993n],
    ["01777777777777777777777", 0, 18446744073709551615n],
    ["7", 10, 7n],
  ])("%j in base %i has 64 bits: %s", (text, base, value) => {
    expect(toUint64(text, base)).toBe(value);
  });
});

describe("domain/number reads signed numbers as C does", () => {
  test.each<[string, number | undefined]>([
    ["2147483647", 2147483647],
    ["2147483648", undefined],
    ["-2147483648", -2147483648],
    ["-2147483649", undefined],
    ["-0", 0],
    [" -1", -1],
    ["- 1", undefined],
    ["-", undefined],
  ])("%j is %s", (text, value) => {
    expect(toInt32(text, 10)).toBe(value);
  });

  test.each<[string, number | undefined]>([
    ["4294967295", -1],
    ["-1", -1],
    ["-2", -2],
    ["2147483648", -2147483648],
    ["4294967296", undefined],
    ["-4294967296", undefined],
    ["7", 7],
  ])("%j wraps around to %s where an unsigned number ends up in a signed variable", (text, value) => {
    expect(toWrappedInt32(text, 10)).toBe(value);
  });
});
