import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ProblemCode, problemRow, problems } from "../../src/catalog/problems.ts";
import { refusals } from "../../src/catalog/refusals.ts";
import { diagnostics as diagnosticsOf } from "../../src/feature/diagnostics.ts";
import type { Diagnostic } from "../../src/feature/lsp.ts";
import { problemWords } from "../../src/feature/problemWords.ts";
import { Snapshot } from "../../src/feature/snapshot.ts";
import { repository } from "../support/repository.ts";
import { type Fixture, fixtures } from "./fixtures.ts";

const codes = Object.keys(problems) as ProblemCode[];
/** What we say to each fixture, one line per code: `code: message`. */
const messages = new Map(
  readFileSync(path.join(import.meta.dirname, "messages.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split(/: (.*)/s) as [string, string]),
);

interface Told {
  readonly diagnostics: readonly Diagnostic[];
  /** The ranges, as the fixture's text with marks around them. */
  readonly marked: string;
}

function tell({ text, options = {} }: Fixture, code: ProblemCode): Told {
  const bare = text.replaceAll(/[⟦⟧]/g, "");
  const snapshot = new Snapshot(bare, 1, options);
  const diagnostics = diagnosticsOf(snapshot).filter((one) => one.code === code);
  const marked = diagnostics
    .map(({ range }) => [snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end)] as const)
    .sort(([one], [other]) => other - one)
    .reduce(
      (into, [start, end]) => `${into.slice(0, start)}⟦${into.slice(start, end)}⟧${into.slice(end)}`,
      bare,
    );
  return { diagnostics, marked };
}

/** The sections of the documentation by code. */
const sections = new Map(
  readFileSync(path.join(repository, "docs/problems.md"), "utf8")
    .split(/^### /m)
    .slice(1)
    .map((section) => section.split(/\n([\s\S]*)/) as [string, string]),
);

describe("the documentation", () => {
  test("has a section for every code, and no other", () => {
    expect([...sections.keys()]).toEqual(codes);
  });

  test.each(codes)("tells of %s what, why, the cure and the evidence", (code) => {
    const { severity, start } = problemRow(code);
    const section = sections.get(code) ?? "";
    expect(section).toMatch(new RegExp(`^\n\\*${severity}\\*`));
    for (const part of ["What", "Why", "Cure", "Evidence"]) {
      expect(section).toMatch(new RegExp(`^- \\*\\*${part}:\\*\\* .*\\.$`, "m"));
    }
    if (start) expect(section).toContain(start.slice(start.indexOf(": ") + 2));
  });
});

describe("every problem", () => {
  test.each(codes)("%s underlines its place and says what to do", (code) => {
    const { diagnostics, marked } = tell(fixtures[code], code);
    expect(marked).toBe(fixtures[code].text);
    expect(diagnostics.map(({ message }) => message)).toEqual([messages.get(code)]);
    expect(diagnostics[0]?.severity).toBe(problemRow(code).severity);
    expect(diagnostics[0]?.libvirtError).toBeUndefined();
  });

  test("has a code of its own, that no refusal has", () => {
    expect(codes.filter((code) => Object.hasOwn(refusals, code))).toEqual([]);
  });

  test("is an error exactly where something is said at start", () => {
    for (const code of codes) {
      const { severity, start } = problemRow(code);
      expect(start !== undefined, code).toBe(severity === "error");
    }
  });

  test("has a sentence that ends, and names no chapter of ours", () => {
    for (const words of Object.values(problemWords)) expect(words).toMatch(/[^.]\.$/);
  });
});
