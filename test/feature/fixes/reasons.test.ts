import { expect, test } from "vitest";
import { problems } from "../../../src/catalog/problems.ts";
import { refusals } from "../../../src/catalog/refusals.ts";
import { fixes } from "../../../src/feature/fixes/fixes.ts";
import { reasonsForNoFix } from "./reasons.ts";

const codes = [...Object.keys(refusals), ...Object.keys(problems)];

test("every code has a cure, or a reason for having none", () => {
  expect(codes.filter((code) => !(code in fixes) && !(code in reasonsForNoFix))).toEqual([]);
});

test("no code has both, and none is unknown", () => {
  expect(codes.filter((code) => code in fixes && code in reasonsForNoFix)).toEqual([]);
  const named = [...Object.keys(fixes), ...Object.keys(reasonsForNoFix)];
  expect(named.filter((code) => !codes.includes(code))).toEqual([]);
});

test("every cure is a function, and every reason a sentence", () => {
  for (const cures of Object.values(fixes)) expect(cures.length).toBeGreaterThan(0);
  for (const reason of Object.values(reasonsForNoFix)) expect(reason).toMatch(/^[A-Za-z].+\.$/);
});
