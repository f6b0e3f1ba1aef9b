import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "../../src/xml/parse.ts";
import { meaningOf, readStrictly } from "../../src/xml/strict.ts";
import { corpusFolder, corpusIsRequired, hasCorpus } from "../support/corpus.ts";
import { placesByLibrary, placesByUs } from "./places.ts";

/** libvirt's own example of a broken text. */
const broken = "broken-xml-invalid.xml";

describe("every domain of the corpora", { timeout: 120_000 }, () => {
  if (!hasCorpus()) {
    test("may be absent, and the random documents of the laws stand in", () => {
      expect(corpusIsRequired(), "LIBVIRT_SLOTS_CORPUS=required, and there are none").toBe(false);
    });
    return;
  }

  test.each([
    ["libvirt", 1208],
    ["random", 500],
    ["qemu", 116],
  ])("of %s has the tree and the places that another parser gives it", (set, count) => {
    const folder = path.join(corpusFolder, set, "input");
    const files = readdirSync(folder).filter((file) => file.endsWith(".xml"));
    expect(files.length).toBe(count);
    for (const file of files.filter((name) => name !== broken)) {
      const text = readFileSync(path.join(folder, file), "utf8");
      const document = parse(text);
      expect(document.problems, file).toEqual([]);
      expect(placesByUs(document), file).toEqual(placesByLibrary(text));
      expect(document.root && meaningOf(document.root), file).toEqual(readStrictly(text));
    }
  });

  test("but the broken one is reported", () => {
    const text = readFileSync(path.join(corpusFolder, "libvirt/input", broken), "utf8");
    expect(parse(text).problems.length).toBeGreaterThan(0);
    expect(readStrictly(text)).toBeUndefined();
  });
});
