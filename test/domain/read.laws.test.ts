import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeElement } from "../../src/domain/place.ts";
import { readDomains } from "../../src/domain/readDomain.ts";
import { parse } from "../../src/xml/parse.ts";
import { repository } from "../support/repository.ts";
import { wordsOf } from "./reading.ts";

const folder = path.join(repository, "examples");
const examples = readdirSync(folder)
  .filter((file) => file.endsWith(".xml"))
  .map((file) => readFileSync(path.join(folder, file), "utf8"));

/** Reads everything, puts every refusal into words and finds its place. */
function readWhole(text: string): number {
  let devices = 0;
  for (const reading of readDomains(parse(text))) {
    devices += reading.domain.devices.length;
    expect([...reading.elements.keys()]).toEqual(reading.domain.devices.map((device) => device.id));
    for (const refusal of reading.refusals) {
      expect(wordsOf(refusal)).not.toBe("");
      for (const place of [refusal.subject, ...refusal.related]) placeElement(reading, place);
    }
  }
  return devices;
}

describe("reading never fails", () => {
  test("whatever prefix of a domain is typed", () => {
    const text = examples[0] ?? "";
    let most = 0;
    for (let end = 0; end <= text.length; end += 3) most = Math.max(most, readWhole(text.slice(0, end)));
    expect(most).toBeGreaterThan(3);
  });

  test("whatever stretch of a domain is missing or written twice", () => {
    const cut = fc.tuple(fc.constantFrom(...examples), fc.nat(), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(cut, ([text, first, second, twice]) => {
        const start = first % text.length;
        const end = start + (second % 60);
        const stretch = twice ? text.slice(start, end).repeat(2) : "";
        readWhole(text.slice(0, start) + stretch + text.slice(end));
      }),
      { numRuns: 300 },
    );
  });

  test("whatever stands in an attribute", () => {
    const text = examples.find((example) => example.includes("slot=")) ?? "";
    const values = [...text.matchAll(/='[^']*'|="[^"]*"/g)];
    expect(values.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.nat(values.length - 1), fc.string({ maxLength: 12 }), (index, value) => {
        const match = values[index];
        const start = (match?.index ?? 0) + 2;
        const end = start + (match?.[0].length ?? 3) - 3;
        readWhole(text.slice(0, start) + value.replace(/[<&'"]/g, "") + text.slice(end));
      }),
      { numRuns: 300 },
    );
  });
});
