import { describe, expect, test } from "vitest";
import type { Node } from "../../src/xml/document.ts";
import { parse } from "../../src/xml/parse.ts";
import { mostProblems } from "../../src/xml/problems.ts";
import { homes } from "./samples.ts";

/** Texts that once made a scanner walk the same stretch again and again: minutes, where it should be less than a second. */
const texts: Record<string, string> = {
  "unfinished tags": "<a ".repeat(200_000),
  "open values": '<a b="'.repeat(200_000),
  "open values on lines": '<a b="\n'.repeat(100_000),
  "bare ampersands": "&".repeat(1_000_000),
  "open elements": "<a>".repeat(200_000),
  "open elements on lines": "<a>\n".repeat(200_000),
  "open comments": "<!--".repeat(200_000),
  "open CDATA": "<![CDATA[".repeat(100_000),
  "open instructions": "<?x ".repeat(200_000),
  "open document types": "<!DOCTYPE a [".repeat(100_000),
  "open quotes in document types": "<!DOCTYPE a '".repeat(100_000),
  "deep nesting": "<a>".repeat(100_000) + "</a>".repeat(100_000),
  "CDATA ends in text": `<a>${"]]>".repeat(500_000)}</a>`,
  "hyphens in a comment": `<!--${"-".repeat(2_000_000)}`,
  "a huge value": `<a b="${"x".repeat(3_000_000)}"/>`,
  "a huge value of ampersands": `<a b="${"&".repeat(1_000_000)}"/>`,
  "very many attributes": `<a ${"b='1' ".repeat(200_000)}/>`,
  "values that never close": `<a ${"b='x c=\"".repeat(200_000)}`,
  "a huge name": `<${"n".repeat(1_000_000)}>`,
  "stray end tags": "</a>".repeat(300_000),
  "nameless end tags": "</".repeat(500_000),
  "misspelt end tags": "<a></b>".repeat(150_000),
  "stray end tags after many blanks": `<a>${"<c>".repeat(200)}${`\n${" ".repeat(500)}</b>`.repeat(4_000)}`,
  "children to give back through every depth": "<a>\n".repeat(255) + "<b/>\n".repeat(300_000),
  "indented children to give back": `<r>\n${" <a>\n".repeat(250)}${" <b/>\n".repeat(300_000)}`,
  "children that live elsewhere": `<devices>${"<disk>".repeat(250)}${"<interface/>".repeat(100_000)}`,
  "control characters": "\u0001".repeat(1_000_000),
  "half surrogate pairs": "\ud800".repeat(1_000_000),
  blanks: `<a${" ".repeat(3_000_000)}`,
};

// Each takes well under a second; the limit is for a machine that is busy with the rest of the tests.
const patience = { timeout: 60_000 };

describe("a hostile text gives a tree and few problems", patience, () => {
  test.each(Object.entries(texts))("%s", (_, text) => {
    const document = parse(text, { homes });
    expect(document.problems.length).toBeLessThanOrEqual(mostProblems);
    expect(depthOf(document.children)).toBeLessThanOrEqual(257);
    expect(document.children.at(-1)?.range.end ?? 0).toBeLessThanOrEqual(text.length);
  });
});

test("a large well-formed domain keeps all its devices", patience, () => {
  const disk = "    <disk type='file'>\n      <source file='/a&amp;b'/>\n    </disk>\n";
  const document = parse(`<domain>\n  <devices>\n${disk.repeat(20_000)}  </devices>\n</domain>\n`);
  expect(document.problems).toEqual([]);
  const devices = document.root?.children.find((node) => node.kind === "element");
  expect(devices?.children.filter((node) => node.kind === "element").length).toBe(20_000);
});

function depthOf(nodes: readonly Node[]): number {
  let deepest = 0;
  for (const node of nodes) {
    deepest = Math.max(deepest, node.kind === "element" ? 1 + depthOf(node.children) : 0);
  }
  return deepest;
}
