import { describe, expect, test } from "vitest";
import { readDomains } from "../../src/domain/readDomain.ts";
import { parse } from "../../src/xml/parse.ts";
import { corpusIsRequired, hasCorpus, readCorpus } from "../support/corpus.ts";
import { wordsOf } from "./reading.ts";

describe("every domain of the corpora", { timeout: 60_000 }, () => {
  if (!hasCorpus()) {
    test("may be absent, and the recorded refusals stand in", () => {
      expect(corpusIsRequired(), "LIBVIRT_SLOTS_CORPUS=required, and there are none").toBe(false);
    });
    return;
  }

  test("is read without a refusal where libvirt accepts it", () => {
    const accepted = readCorpus().filter((one) => one.verdict.outcome === "accepted");
    expect(accepted.length).toBeGreaterThan(1_400);
    for (const { id, text } of accepted) {
      const readings = readDomains(parse(text));
      expect(readings.length, id).toBe(1);
      expect(
        readings.flatMap((reading) => reading.refusals.map(wordsOf)),
        id,
      ).toEqual([]);
    }
  });

  test("is refused first with libvirt's words where the parser refuses it", () => {
    const refused = readCorpus().flatMap(({ id, text, verdict }) => {
      const [first] = readDomains(parse(text))[0]?.refusals ?? [];
      return first && verdict.outcome === "rejected"
        ? [{ id, ours: wordsOf(first), real: verdict.error }]
        : [];
    });
    expect(refused.length).toBeGreaterThanOrEqual(18);
    for (const { id, ours, real } of refused) expect(ours, id).toBe(real);
  });
});
