import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportFormats } from "../../src/service.ts";
import { readStrictly } from "../../src/xml/strict.ts";
import { repository } from "../support/repository.ts";
import { everything, open } from "./cursor.ts";

const folder = path.join(repository, "examples");
const samples = readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .map((name) => readFileSync(path.join(folder, name), "utf8"));

/** A sample that somebody has typed so far, with a piece taken out of it, and a place in it. */
const halfTyped = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.nat({ max: 40 }), fc.nat())
  .map(([sample, end, hole, width, at]) => {
    const text = sample.slice(0, (end % sample.length) + 1);
    const from = hole % text.length;
    const torn = text.slice(0, from) + text.slice(from + width);
    return { torn, at: at % (torn.length + 1) };
  });

describe("feature: in half-typed text", () => {
  test("nothing fails, and every answer lies within the document", () => {
    fc.assert(
      fc.property(halfTyped, ({ torn, at }) => {
        const { service, snapshot } = open(torn.replaceAll("|", "/"));
        const position = snapshot.lines.positionAt(at);
        const ranges = [
          service.hover(snapshot, position)?.range,
          service.definitionAt(snapshot, position),
          ...service.referencesAt(snapshot, position, true),
          service.renamableAt(snapshot, position)?.range,
          ...service.codeLenses(snapshot).map(({ range }) => range),
          ...service.symbols(snapshot).map(({ range }) => range),
        ].filter((range) => range !== undefined);
        for (const { start, end } of ranges) {
          expect(snapshot.lines.offsetAt(end)).toBeGreaterThanOrEqual(snapshot.lines.offsetAt(start));
        }
        for (const { position: place } of service.inlayHints(snapshot, everything)) {
          expect(snapshot.lines.positionAt(snapshot.lines.offsetAt(place))).toEqual(place);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("every entry of the outline names itself within its own range", () => {
    fc.assert(
      fc.property(halfTyped, ({ torn }) => {
        const { service, snapshot } = open(torn.replaceAll("|", "/"));
        for (const domain of service.symbols(snapshot)) {
          for (const { name, range, selectionRange } of [domain, ...domain.children]) {
            expect(name).not.toBe("");
            const [outer, inner] = [range, selectionRange].map(({ start, end }) => [
              snapshot.lines.offsetAt(start),
              snapshot.lines.offsetAt(end),
            ]);
            expect(inner![0]).toBeGreaterThanOrEqual(outer![0]!);
            expect(inner![1]).toBeLessThanOrEqual(outer![1]!);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("pictures stay well-formed and say nothing undefined", () => {
    fc.assert(
      fc.property(halfTyped, ({ torn }) => {
        const { service, snapshot } = open(torn.replaceAll("|", "/"));
        for (const format of exportFormats) {
          const text = service.exportBoard(snapshot, format);
          if (text === undefined) continue;
          expect(text).not.toMatch(/undefined|NaN/);
          if (format === "svg") expect(readStrictly(text)?.name).toBe("svg");
        }
      }),
      { numRuns: 100 },
    );
  });
});
