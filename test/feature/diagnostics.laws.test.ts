import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getDomainService } from "../../src/service.ts";
import { readStrictly } from "../../src/xml/strict.ts";
import { hasCorpus, readCorpus } from "../support/corpus.ts";
import { repository } from "../support/repository.ts";

const folder = path.join(repository, "examples");
const texts = [
  ...readdirSync(folder)
    .filter((file) => file.endsWith(".xml"))
    .map((file) => readFileSync(path.join(folder, file), "utf8")),
  ...(hasCorpus() ? readCorpus().map(({ text }) => text) : []),
];

/** A text with some stretches cut out or typed over, as it is while somebody works on it. */
const unfinished = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat({ max: 400 }),
        typed: fc.constantFrom("", "<", "'", "<address type='pci' slot='", "0x", "/>", "\r\n", "-1", "&"),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((cut, { at, length, typed }) => {
      const start = Math.floor(at * cut.length);
      return cut.slice(0, start) + typed + cut.slice(start + length);
    }, text),
  );

describe("while somebody types", () => {
  test("diagnostics always come, and lie inside the text", () => {
    fc.assert(
      fc.property(unfinished, (text) => {
        const service = getDomainService();
        const snapshot = service.snapshot("a.xml", 1, text);
        for (const { range, message } of service.diagnostics(snapshot)) {
          const [start, end] = [snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)];
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(message).not.toMatch(/\{\w+\}|undefined/);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("pinning gives well-formed XML or a reason", () => {
    fc.assert(
      fc.property(unfinished, fc.boolean(), (text, onlyPresent) => {
        const service = getDomainService();
        const snapshot = service.snapshot("a.xml", 1, text);
        const answer = service.pinAll(snapshot, { onlyPresent });
        if (answer.edits === undefined) expect(answer.refused).toMatch(/\S.*\.$/);
        else expect(readStrictly(service.apply(snapshot, answer.edits))).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });
});
