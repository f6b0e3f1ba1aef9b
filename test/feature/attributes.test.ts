import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { diagnostics } from "../../src/feature/diagnostics.ts";
import type { Diagnostic } from "../../src/feature/lsp.ts";
import { Snapshot } from "../../src/feature/snapshot.ts";
import { recordedQemu } from "../support/corpus.ts";

/**
 * What libvirt 11.3 says to each spelling of an element: `refused` by its parser, refused by its `schema` alone
 * (`virsh define --validate`), or `taken` by both. A line with `#` is a domain; what follows takes the place of `@@`.
 */
const file = readFileSync(path.join(import.meta.dirname, "attributes.txt"), "utf8");

/** Codes that say that something means nothing, or is not spelled as it should be. */
const odd: ReadonlySet<string> = new Set([
  "attribute-unknown",
  "address-unknown-attribute",
  "schema-mismatch",
]);

interface Section {
  readonly domain: string;
  readonly cases: readonly (readonly [verdict: string, element: string])[];
}

const sections: Section[] = file
  .split(/^# /m)
  .slice(1)
  .map((text) => {
    const [domain = "", ...lines] = text.trimEnd().split("\n");
    return { domain, cases: lines.map((line) => line.split("\t") as [string, string]) };
  });

function tell(domain: string, element: string): readonly Diagnostic[] {
  return diagnostics(new Snapshot(domain.replace("@@", element), 1, recordedQemu));
}

/** The first case of a section is right; what is told there is told of everything. */
function verdictOf(told: readonly Diagnostic[], usual: ReadonlySet<string>): string {
  if (told.some(({ libvirtError }) => libvirtError !== undefined)) return "refused";
  const fresh = told.filter(({ code }) => !usual.has(code));
  return fresh.some(({ code }) => odd.has(code)) ? "schema" : fresh.length > 0 ? "other" : "taken";
}

test("the table is whole", () => {
  expect(sections.length).toBeGreaterThan(30);
  expect(sections.flatMap(({ cases }) => cases).length).toBeGreaterThan(1800);
});

test.each(sections)("is flagged as libvirt's schema and parser do: $domain", ({ domain, cases }) => {
  const usual = new Set(tell(domain, cases[0]?.[1] ?? "").map(({ code }) => code));
  const wrong = cases.flatMap(([verdict, element]) => {
    const ours = verdictOf(tell(domain, element), usual);
    // Both take some values that QEMU refuses or that harm, and what the schema refuses may have a better reason.
    const agrees = ours === verdict || (ours === "other" && verdict !== "refused");
    return agrees ? [] : [`${element}: ${verdict}, and we say ${ours}`];
  });
  expect(wrong).toEqual([]);
});
