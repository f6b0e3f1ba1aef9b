import { composeEdits, type TextEdit } from "../../text/textEdit.ts";
import { findings } from "../diagnostics.ts";
import type { Snapshot } from "../snapshot.ts";
import { type ProvenFix, preferredFixOf } from "./fixesOf.ts";

/** How many fixes are made in one go; a file that needs more takes another go. */
const atMost = 100;

/** What fixing everything does to a document. */
export interface FixedAll {
  readonly count: number;
  /** On the text as it was, as one list. */
  readonly edits: readonly TextEdit[];
  readonly after: Snapshot;
}

/** Preferred fixes one after the other until none is left; undefined where there is none at all. */
export function fixEverything(snapshot: Snapshot): FixedAll | undefined {
  let at: FixedAll = { count: 0, edits: [], after: snapshot };
  const seen = new Set([snapshot.text]);
  while (at.count < atMost) {
    const next = nextFix(at.after, seen);
    if (next === undefined) break;
    seen.add(next.after.text);
    at = { count: at.count + 1, edits: composeEdits(at.edits, next.edits), after: next.after };
  }
  return at.count === 0 ? undefined : at;
}

/** The first preferred fix that leads to a text not seen before: two fixes must not undo each other for ever. */
function nextFix(snapshot: Snapshot, seen: ReadonlySet<string>): ProvenFix | undefined {
  for (const finding of findings(snapshot)) {
    const found = preferredFixOf(finding);
    if (found && !seen.has(found.after.text)) return found;
  }
  return undefined;
}
