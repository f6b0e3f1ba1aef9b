import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { corpusFolder, corpusIsRequired, hasCorpus, readCorpus } from "../support/corpus.ts";
import { judge } from "./judge.ts";
import { type Floor, fallsBelow, raised, scoreOf, scoreTable } from "./score.ts";

const floorFile = path.join(import.meta.dirname, "floor.json");
const readFloor = (): Floor => JSON.parse(readFileSync(floorFile, "utf8"));
const raise = process.env.LIBVIRT_SLOTS_RAISE_FLOOR !== undefined;

describe("what libvirt makes of the corpora", () => {
  if (!hasCorpus()) {
    test("the corpora may be absent, and the golden cases stand in", () => {
      console.warn(`No corpora at ${corpusFolder}: only the recorded cases of test/golden are compared.`);
      expect(corpusIsRequired(), "LIBVIRT_SLOTS_CORPUS=required, and there are none").toBe(false);
    });
    return;
  }

  const corpus = readCorpus();

  test("the corpora are whole", () => {
    const sizeOf = (wanted: string) => corpus.filter(({ set }) => set === wanted).length;
    expect(sizeOf("libvirt baseline")).toBe(1177);
    expect(sizeOf("libvirt variants")).toBe(118);
    expect(sizeOf("random")).toBe(500);
    expect(sizeOf("qemu")).toBe(116);
  });

  test("no score falls below its floor", () => {
    const score = scoreOf(corpus.map(judge));
    console.log(scoreTable(score));
    if (raise) writeFileSync(floorFile, `${JSON.stringify(raised(readFloor(), score), null, 2)}\n`);
    expect(fallsBelow(score, readFloor())).toEqual([]);
  });
});
