import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { type RefusalCode, refusals } from "../../src/catalog/refusals.ts";
import { refusalWords } from "../../src/feature/refusalWords.ts";
import { repository } from "../support/repository.ts";
import { reasonsForNoFix } from "./fixes/reasons.ts";

const file = path.join(repository, "docs/refusals.md");
const codes = (Object.keys(refusals) as RefusalCode[]).sort();

const opening = `# What libvirt refuses

Every refusal of \`virsh define\` that is foretold while you type, with libvirt's own words (11.3). \`virsh\` stops at the first one; here
they come all at once, libvirt's first among them. Words in ‹› stand for names and numbers of the domain. What libvirt lets pass and
what fails or harms later stands in [problems.md](problems.md), where it is also told how to silence a code.
`;

/** What people are called in a section, where a message would name them. */
const people: Readonly<Record<string, string>> = { subject: "the device", other: "another device" };

function section(code: RefusalCode): string {
  const named = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => `‹${name}›`);
  const ours = refusalWords[code].replace(/\{(\w+)\}/g, (all, name: string) => people[name] ?? all);
  const sentence = named(ours.charAt(0).toUpperCase() + ours.slice(1)).replaceAll("<", "\\<");
  const reason = reasonsForNoFix[code]?.replaceAll("<", "\\<");
  const noFix =
    reason === undefined ? "" : `\nNo quick fix: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}\n`;
  return `### ${code}\n\n*error* · libvirt says: \`${named(refusals[code])}\`\n\n${sentence}\n${noFix}`;
}

test("every refusal has its section, in libvirt's words and ours", () => {
  const text = [opening, ...codes.map(section)].join("\n");
  if (process.env.LIBVIRT_SLOTS_WRITE_DOCS !== undefined) writeFileSync(file, text);
  expect(readFileSync(file, "utf8"), "write it anew with LIBVIRT_SLOTS_WRITE_DOCS=1").toBe(text);
});
