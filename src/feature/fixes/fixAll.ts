import { composeEdits } from "../../text/textEdit.ts";
import { findings } from "../diagnostics.ts";
import type { Snapshot } from "../snapshot.ts";
import { cureWithConsequences, type FixedAll, settle } from "./consequences.ts";

/** How many fixes are made in one go; a file that needs more takes another go. */
const atMost = 100;
/** How many problems are looked at once more, for cures that have consequences. */
const mostStubborn = 12;

/**
 * Preferred fixes one after the other until none is left, then those that hold together with what follows from them;
 * undefined where there is none at all.
 */
export function fixEverything(snapshot: Snapshot): FixedAll | undefined {
  let at = settle({ count: 0, edits: [], after: snapshot }, atMost);
  for (let tries = 0; tries < mostStubborn && at.count < atMost; tries++) {
    const next = stubbornFix(at.after);
    if (next === undefined) break;
    const whole = {
      count: at.count + next.count,
      edits: composeEdits(at.edits, next.edits),
      after: next.after,
    };
    at = settle(whole, atMost - whole.count);
  }
  return at.count === 0 ? undefined : at;
}

function stubbornFix(snapshot: Snapshot): FixedAll | undefined {
  for (const { about } of findings(snapshot).slice(0, mostStubborn)) {
    const found = about && cureWithConsequences(about.domain, about.refusal);
    if (found) return found;
  }
  return undefined;
}
