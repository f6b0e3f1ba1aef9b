import type { ProblemSeverity } from "../../catalog/problems/start.ts";
import type { Problem } from "../../check/problem.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Change } from "../../edit/change.ts";
import { writeChanges } from "../../edit/guard.ts";
import { applyEdits, type TextEdit } from "../../text/textEdit.ts";
import { refusalsOf } from "../diagnostics.ts";
import { problemsOf } from "../problems.ts";
import { type DomainView, Snapshot } from "../snapshot.ts";

/** Edits that were tried on a copy and found to cure, and the document they lead to. */
export interface Proven {
  readonly edits: readonly TextEdit[];
  readonly after: Snapshot;
}

/** How often each complaint is made, and how bad it is. */
type Complaints = ReadonlyMap<string, { readonly count: number; readonly severity: ProblemSeverity }>;

/** Makes changes on a copy; undefined where they cannot be written, or leave no such domain. */
export function copyWith(domain: DomainView, changes: readonly Change[]): Proven | undefined {
  const { snapshot } = domain;
  const result = writeChanges(snapshot.document, changes);
  if (result.edits === undefined || result.edits.length === 0) return undefined;
  const after = new Snapshot(applyEdits(snapshot.text, result.edits), snapshot.version + 1, snapshot.options);
  const isThere = after.domains[snapshot.domains.indexOf(domain)] !== undefined;
  return isThere && after.document.problems.length === 0 ? { edits: result.edits, after } : undefined;
}

/**
 * Tries changes on a copy. They hold if the problem is met less often than before, and nothing comes up that was not
 * there: no refusal and no start problem ever, no warning unless an error goes for it.
 */
export function tryChanges(
  domain: DomainView,
  about: Refusal | Problem,
  changes: readonly Change[],
): Proven | undefined {
  const copy = copyWith(domain, changes);
  return copy && holds(domain, copy.after, about) ? copy : undefined;
}

/** Whether a later version of a domain is without the problem, or has it less often, and has no new one. */
export function holds(domain: DomainView, after: Snapshot, about: Refusal | Problem): boolean {
  const changed = after.domains[domain.snapshot.domains.indexOf(domain)];
  return changed !== undefined && cures(complaintsOf(domain), complaintsOf(changed), about);
}

/** Whether a complaint weighs as much as a refusal. */
export function isError(about: Refusal | Problem): boolean {
  return severityOf(about) === "error";
}

function cures(before: Complaints, after: Complaints, about: Refusal | Problem): boolean {
  const key = complaintOf(about);
  if ((after.get(key)?.count ?? 0) >= (before.get(key)?.count ?? 0)) return false;
  // Numbers in it may have changed, and it is the same complaint all the same.
  if (countOfCode(after, about.code) >= countOfCode(before, about.code)) return false;
  const mayWarn = isError(about);
  return [...after].every(
    ([other, { count, severity }]) =>
      count <= (before.get(other)?.count ?? 0) ||
      severity === "information" ||
      severity === "hint" ||
      (severity === "warning" && mayWarn),
  );
}

function countOfCode(complaints: Complaints, code: string): number {
  let sum = 0;
  for (const [key, { count }] of complaints) if (key.startsWith(`${code} `)) sum += count;
  return sum;
}

const known = new WeakMap<DomainView, Complaints>();

/** Worked out once for each version of a domain. */
function complaintsOf(domain: DomainView): Complaints {
  const found = known.get(domain);
  if (found !== undefined) return found;
  const complaints = new Map<string, { count: number; severity: ProblemSeverity }>();
  const refusals = refusalsOf(domain);
  for (const about of [...refusals, ...problemsOf(domain, refusals)]) {
    const key = complaintOf(about);
    complaints.set(key, { count: (complaints.get(key)?.count ?? 0) + 1, severity: severityOf(about) });
  }
  known.set(domain, complaints);
  return complaints;
}

function severityOf(about: Refusal | Problem): ProblemSeverity {
  return "severity" in about ? about.severity : "error";
}

/** The same complaint reads the same before and after, wherever the device has gone in the file. */
export function complaintOf({ code, values }: Refusal | Problem): string {
  const texts = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return `${code} ${texts.sort().join(" ")}`;
}
