import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { reasonText } from "../../src/feature/reasonWords.ts";

const folder = path.resolve(import.meta.dirname, "../../src/address");

/** Codes that address rules give as reasons, found where they are written: `code: "…", values`. */
function codesInRules(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("Rule.ts"),
  );
  return files.flatMap((name) => {
    const text = readFileSync(path.join(folder, name), "utf8");
    return [...text.matchAll(/code: "([a-z0-9-]+)"/g)].map((match) => match[1]!);
  });
}

test("every reason of an address rule has words", () => {
  const values = {
    model: "m",
    bus: "b",
    wanted: "w",
    unit: 1,
    machine: "x",
    driver: "d",
    number: 2,
    other: "o",
  };
  const codes = codesInRules();
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) expect(reasonText({ code, values })).toMatch(/^[A-Za-z].*\.$/);
});

test("a code without words is our own mistake", () => {
  expect(() => reasonText({ code: "no-such-code", values: {} })).toThrow(RangeError);
  expect(() => reasonText({ code: "pci-kind-mismatch", values: {} })).toThrow(RangeError);
});
