import { describe, expect, test } from "vitest";
import { checkAll } from "../../src/check/checks.ts";
import type { Problem } from "../../src/check/problem.ts";
import { type Case, corpusFolder, corpusIsRequired, hasCorpus, readCorpus } from "../support/corpus.ts";
import { defineText } from "../support/pipeline.ts";
import refusedByQemu from "./refusedByQemu.json" with { type: "json" };

/** What we say about one case at all, and what of it is an error beyond libvirt's refusals. */
interface Said {
  readonly case: Case;
  readonly refusals: readonly string[];
  readonly errors: readonly Problem[];
}

function sayAbout(subject: Case): Said {
  const answer = defineText(subject.text, subject.options);
  if (answer === undefined) return { case: subject, refusals: [], errors: [] };
  const errors = checkAll(answer.definition).filter(({ severity }) => severity === "error");
  return { case: subject, refusals: answer.refusals, errors };
}

describe("what keeps a guest from starting", () => {
  if (!hasCorpus()) {
    test("the corpora may be absent, and the fixtures of the checks stand in", () => {
      console.warn(`No corpora at ${corpusFolder}: only the fixtures of the checks are tried.`);
      expect(corpusIsRequired(), "LIBVIRT_SLOTS_CORPUS=required, and there are none").toBe(false);
    });
    return;
  }

  const said = readCorpus().map(sayAbout);

  test("every domain that QEMU refuses has an error", () => {
    const refused = said.filter((one) => isRefusedByQemu(one.case));
    const silent = refused.filter(({ refusals, errors }) => refusals.length + errors.length === 0);
    console.log(`QEMU refuses ${refused.length} domains; ${refused.length - silent.length} are foretold`);
    expect(silent.map(({ case: { set, id } }) => `${set} ${id}`)).toEqual([]);
  });

  test("no domain that starts has an error", () => {
    const starting = said.filter((one) => starts(one.case));
    const alarmed = starting.filter(({ errors }) => errors.length > 0);
    console.log(`${starting.length} domains start; ${alarmed.length} have an error`);
    expect(alarmed.map(complaint)).toEqual([]);
  });
});

/**
 * The random domains were recorded from `virsh define` alone. Those of `refusedByQemu` were started afterwards, each
 * with the result of define less its host devices, and QEMU 10.0.13 refused them in these words.
 */
function isRefusedByQemu({ id, verdict }: Case): boolean {
  if (verdict.outcome !== "accepted") return false;
  return verdict.start === "qemu-refuses" || Object.hasOwn(refusedByQemu, id);
}

function starts({ id, verdict }: Case): boolean {
  if (verdict.outcome !== "accepted" || Object.hasOwn(refusedByQemu, id)) return false;
  return verdict.start === "works" || verdict.start === "untried";
}

function complaint({ case: { set, id }, errors }: Said): string {
  return `${set} ${id}: ${errors.map(({ code, values }) => `${code} ${Object.values(values).join(" ")}`).join(", ")}`;
}
