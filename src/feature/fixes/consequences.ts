import type { Problem } from "../../check/problem.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { composeEdits, type TextEdit } from "../../text/textEdit.ts";
import { type Finding, findings, refusalsOf } from "../diagnostics.ts";
import type { DomainView, Snapshot } from "../snapshot.ts";
import type { Fix } from "./fix.ts";
import { type ProvenFix, preferredFixOf, proposalsOf } from "./fixesOf.ts";
import { copyWith, holds, isError } from "./trial.ts";

/** How many fixes may follow from one. */
const mostFollowing = 12;

/** Fixes made one after the other on a text. */
export interface FixedAll {
  readonly count: number;
  /** On the text as it was, as one list. */
  readonly edits: readonly TextEdit[];
  readonly after: Snapshot;
}

/**
 * A cure that brings other errors to light, together with the preferred cures of those. All of it holds as a single
 * cure does: the problem is gone, and nothing is there that was not.
 */
export function cureWithConsequences(
  domain: DomainView,
  about: Refusal | Problem,
): (FixedAll & Pick<ProvenFix, "title">) | undefined {
  if (!isError(about)) return undefined;
  for (const fix of proposalsOf(domain, about)) {
    if (fix.preferred === undefined) continue;
    const [changes] = fix.ways;
    const start = changes && copyWith(domain, changes);
    if (start === undefined) continue;
    const end = followUp({ count: 1, ...start });
    if (end.count > 1 && holds(domain, end.after, about) && isClean(domain, fix, end.after)) {
      return { title: fix.title, ...end };
    }
  }
  return undefined;
}

function isClean(domain: DomainView, fix: Fix, after: Snapshot): boolean {
  const changed = after.domains[domain.snapshot.domains.indexOf(domain)];
  return !fix.mustBeClean || (changed !== undefined && refusalsOf(changed).length === 0);
}

/** The preferred cures of all errors that a change has brought to light, and of those that come up then. */
export function followUp(start: FixedAll): FixedAll {
  return settle(start, mostFollowing, ({ diagnostic }) => diagnostic.severity === "error");
}

/** Preferred fixes until none is left; two of them must not undo each other for ever. */
export function settle(
  start: FixedAll,
  atMost: number,
  isWanted: (finding: Finding) => boolean = () => true,
): FixedAll {
  const seen = new Set([start.after.text]);
  let at = start;
  while (at.count - start.count < atMost) {
    const next = nextFix(at.after, seen, isWanted);
    if (next === undefined) break;
    seen.add(next.after.text);
    at = { count: at.count + 1, edits: composeEdits(at.edits, next.edits), after: next.after };
  }
  return at;
}

function nextFix(
  snapshot: Snapshot,
  seen: ReadonlySet<string>,
  isWanted: (finding: Finding) => boolean,
): ProvenFix | undefined {
  for (const finding of findings(snapshot)) {
    const found = isWanted(finding) ? preferredFixOf(finding) : undefined;
    if (found && !seen.has(found.after.text)) return found;
  }
  return undefined;
}

/** What to add to the title of a fix that others follow. */
export function following(count: number): string {
  if (count === 0) return "";
  return count === 1 ? ", and 1 fix that follows" : `, and ${count} fixes that follow`;
}
