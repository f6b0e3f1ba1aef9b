import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Case, hasCorpus, readCorpus, recordedQemu } from "../support/corpus.ts";
import { repository } from "../support/repository.ts";
import { breaches, type Tally } from "./fixing.ts";
import { breachesOfFixAll } from "./fixingAll.ts";

const folder = path.join(repository, "examples");
const examples: Case[] = readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .map((id) => ({
    set: "examples",
    id,
    text: readFileSync(path.join(folder, id), "utf8"),
    options: recordedQemu,
    verdict: { outcome: "accepted", expected: undefined, start: "untried" },
  }));
const corpus = hasCorpus() ? readCorpus() : [];
const wholeCorpus = process.env.LIBVIRT_SLOTS_FIXES === "all";

/** Every so many inputs are enough for each run; all of them are tried where somebody asks for it. */
const step = wholeCorpus ? 1 : 9;

function sample(cases: readonly Case[]): Case[] {
  return cases.filter((_, at) => at % step === 0);
}

function expectLawful(cases: readonly Case[]): void {
  const tally: Tally = { problems: 0, cured: 0, fixes: 0 };
  const found = cases.flatMap(({ set, id, text, options }) =>
    breaches(text, options, tally).map((breach) => `${set} ${id}: ${breach}`),
  );
  if (wholeCorpus) process.stdout.write(`${JSON.stringify({ cases: cases.length, ...tally })}\n`);
  expect(found).toEqual([]);
}

test("fixes of the examples cure, and harm nobody", () => {
  expectLawful(examples);
});

test("fixes of rejected inputs cure, and harm nobody", () => {
  expectLawful(sample(corpus.filter(({ verdict }) => verdict.outcome === "rejected")));
}, 600_000);

test("fixes of accepted inputs cure, and harm nobody", () => {
  expectLawful(sample(corpus.filter(({ verdict }) => verdict.outcome === "accepted")));
}, 900_000);

test("fixing everything makes no input worse, loses no device, and is done when it is done", () => {
  const counts = { inputs: 0, withErrors: 0, cleared: 0 };
  const found = [...examples, ...sample(corpus)].flatMap(({ set, id, text, options }) =>
    breachesOfFixAll(text, options, counts).map((breach) => `${set} ${id}: ${breach}`),
  );
  if (wholeCorpus) process.stdout.write(`${JSON.stringify({ fixAll: true, ...counts })}\n`);
  expect(found).toEqual([]);
}, 600_000);

const accepted = [...examples, ...corpus.filter(({ verdict }) => verdict.outcome === "accepted")].filter(
  ({ text }) => /<address [^>]*type=/.test(text) && text.length < 20_000,
);

/** Slips that people make in a file that was right. */
const mutations: readonly ((text: string, at: number) => string)[] = [
  // Two devices at one address.
  (text, at) => {
    const all = [...text.matchAll(/<address [^>]*type=['"](?:pci|drive|usb|ccw)['"][^>]*\/>/g)];
    const [one, other] = [all[at % Math.max(all.length, 1)], all[(at + 1) % Math.max(all.length, 1)]];
    return one && other
      ? text.slice(0, other.index) + one[0] + text.slice(other.index + other[0].length)
      : text;
  },
  // A slot, unit or bus that may not be there.
  (text, at) => replaceNth(text, /\b(slot|unit|bus)=(['"])[^'"]*\2/g, at, "$1=$230$2"),
  // Hexadecimal digits without their prefix.
  (text, at) => replaceNth(text, /slot=(['"])[^'"]*\1/g, at, "slot=$11f$1"),
  // A disk on another bus.
  (text, at) => replaceNth(text, /bus=(['"])(?:virtio|scsi|ide|sata)\1/g, at, "bus=$1sata$1"),
  // An index that another controller has.
  (text, at) => replaceNth(text, /index=(['"])[1-9]\d*\1/g, at, "index=$11$1"),
  // A controller fewer.
  (text, at) => replaceNth(text, /<controller [^>]*\/>/g, at, ""),
  // Another machine under the same addresses.
  (text) => text.replace(/machine=(['"])pc(?:-i440fx[^'"]*)?\1/, "machine=$1q35$1"),
  (text) => text.replace(/machine=(['"])(?:pc-)?q35[^'"]*\1/, "machine=$1pc$1"),
  // A name that another disk has.
  (text, at) => replaceNth(text, /dev=(['"])[hsv]d[a-z]\1/g, at, "dev=$1vda$1"),
];

function replaceNth(text: string, pattern: RegExp, nth: number, by: string): string {
  const count = [...text.matchAll(pattern)].length;
  let at = 0;
  return text.replace(pattern, (found) =>
    at++ === nth % Math.max(count, 1) ? found.replace(new RegExp(pattern.source), by) : found,
  );
}

test("fixes of slips cure, and harm nobody", () => {
  const slips = fc.record({
    origin: fc.constantFrom(...accepted),
    mutation: fc.constantFrom(...mutations),
    at: fc.nat({ max: 40 }),
  });
  const tally: Tally = { problems: 0, cured: 0, fixes: 0 };
  fc.assert(
    fc.property(slips, ({ origin, mutation, at }) => {
      expect(breaches(mutation(origin.text, at), origin.options, tally, 12)).toEqual([]);
    }),
    { numRuns: wholeCorpus ? 3000 : 150, seed: 4 },
  );
  expect(tally.cured).toBeGreaterThan(tally.problems / 4);
  if (wholeCorpus) process.stdout.write(`${JSON.stringify({ slips: true, ...tally })}\n`);
}, 900_000);
