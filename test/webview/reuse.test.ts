import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reuse } from "../../webview/reuse.ts";

describe("webview/reuse", () => {
  test("gives back the old value where nothing changed", () => {
    const old = { a: [1, { b: "x" }], c: undefined };
    expect(reuse(old, { a: [1, { b: "x" }], c: undefined })).toBe(old);
  });

  test("keeps equal parts and takes changed ones", () => {
    const old = { same: { deep: [1, 2] }, other: 1 };
    const next = reuse(old, { same: { deep: [1, 2] }, other: 2 });
    expect(next).toEqual({ same: { deep: [1, 2] }, other: 2 });
    expect(next.same).toBe(old.same);
  });

  test("sees keys and items come and go", () => {
    expect(reuse({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(reuse([1, 2, 3], [1, 2])).toEqual([1, 2]);
    expect(reuse({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  });

  test("always equals the new value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (old, next) => {
        expect(reuse(old, next)).toEqual(next);
      }),
      { seed: 20261121 },
    );
  });
});
