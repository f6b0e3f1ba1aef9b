import { type ProblemCode, problemRow } from "../catalog/problems.ts";
import type { RefusalValues } from "../domain/refusal.ts";
import { adviceProblemWords } from "./words/adviceProblems.ts";
import { startProblemWords } from "./words/startProblems.ts";

/**
 * Our own sentence for every problem: what is wrong where, and how to mend it. `{subject}` is the device to blame and
 * `{other}` the one it clashes with, as a person calls them.
 */
export const problemWords = {
  ...startProblemWords,
  ...adviceProblemWords,
} as const satisfies Record<ProblemCode, string>;

/** The sentence of a code, and after it what libvirt or QEMU says when the guest is started. */
export function problemSentence(code: ProblemCode, values: RefusalValues): string {
  const sentence = fill(code, problemWords[code], values);
  const ours = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  const { start } = problemRow(code);
  if (start === undefined) return ours;
  const [speaker = "", ...words] = fill(code, start, values).split(": ");
  return `${ours} At start ${speaker} says: “${words.join(": ")}”.`;
}

function fill(code: ProblemCode, words: string, values: RefusalValues): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the words for ${code} want a value for ${name}`);
    return String(value);
  });
}
