import type { Problem } from "../../check/problem.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { TextEdit } from "../../text/textEdit.ts";
import { type Finding, refusalsOf } from "../diagnostics.ts";
import type { DomainView, Snapshot } from "../snapshot.ts";
import { type Fix, siteOf } from "./fix.ts";
import { fixes } from "./fixes.ts";
import { complaintOf, tryChanges } from "./trial.ts";

/** A fix that was tried on a copy: what it does to the text, and the document it leads to. */
export interface ProvenFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  readonly after: Snapshot;
}

const known = new WeakMap<DomainView, Map<string, readonly ProvenFix[]>>();

/**
 * Every cure of a problem that holds, in the order of its row; one of them is preferred at most. Editors ask at every
 * move of the cursor, so that what was found for one version of a text is kept.
 */
export function fixesOf({ about }: Finding): readonly ProvenFix[] {
  if (about === undefined) return [];
  const { domain, refusal } = about;
  const { subject } = refusal;
  const key = `${complaintOf(refusal)} ${subject.device} ${subject.part}`;
  const ofDomain = known.get(domain) ?? new Map<string, readonly ProvenFix[]>();
  known.set(domain, ofDomain);
  const found = ofDomain.get(key) ?? findFixes(domain, refusal);
  ofDomain.set(key, found);
  return found;
}

function findFixes(domain: DomainView, about: Refusal | Problem): ProvenFix[] {
  const proven: (Omit<ProvenFix, "preferred"> & { preferred: Fix["preferred"] | false })[] = [];
  for (const one of proposalsOf(domain, about)) {
    const tried = prove(domain, about, one);
    if (tried === undefined || proven.some((other) => isSameText(other, tried))) continue;
    proven.push({ ...tried, preferred: one.preferred ?? false });
  }
  const best =
    proven.find(({ preferred }) => preferred === true) ??
    proven.find(({ preferred }) => preferred === "otherwise");
  return proven.map((one) => ({ ...one, preferred: one === best }));
}

/** The preferred cure of a problem, without trying more than it takes to find it. */
export function preferredFixOf({ about }: Finding): ProvenFix | undefined {
  if (about === undefined) return undefined;
  const { domain, refusal } = about;
  const proposals = [...proposalsOf(domain, refusal)];
  for (const wish of [true, "otherwise"] as const) {
    for (const one of proposals) {
      const tried = one.preferred === wish ? prove(domain, refusal, one) : undefined;
      if (tried) return tried;
    }
  }
  return undefined;
}

/** Every cure in its row's order, before anybody has tried it. */
export function* proposalsOf(domain: DomainView, about: Refusal | Problem): Generator<Fix> {
  if (domain.snapshot.document.problems.length > 0) return;
  const site = siteOf(domain, about);
  const cures = fixes[about.code] ?? [];
  for (const cure of cures) yield* cure(site);
  const [other] = about.related;
  // A device that libvirt adds stands in no file: whom it clashes with can give in.
  if (site.device !== undefined || about.subject.device === undefined || other?.device === undefined) return;
  const turned = siteOf(domain, { ...about, subject: other });
  for (const cure of cures) {
    for (const one of cure(turned)) yield { ...one, title: `${one.title}, on the other device` };
  }
}

/** Tries the ways of a fix one after the other. */
export function prove(domain: DomainView, about: Refusal | Problem, fix: Fix): ProvenFix | undefined {
  const at = domain.snapshot.domains.indexOf(domain);
  for (const changes of fix.ways) {
    const tried = tryChanges(domain, about, changes);
    const changed = tried?.after.domains[at];
    if (tried === undefined || changed === undefined) continue;
    if (fix.mustBeClean && refusalsOf(changed).length > 0) continue;
    return { title: fix.title, preferred: fix.preferred !== undefined, ...tried };
  }
  return undefined;
}

function isSameText(one: Pick<ProvenFix, "after">, other: Pick<ProvenFix, "after">): boolean {
  return one.after.text === other.after.text;
}
