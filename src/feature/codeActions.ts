import type { TextEdit as OffsetEdit } from "../text/textEdit.ts";
import { composeEdits } from "../text/textEdit.ts";
import { deviceAt } from "./deviceAt.ts";
import { type Finding, findings } from "./diagnostics.ts";
import { cureWithConsequences, following } from "./fixes/consequences.ts";
import { machineActions, rangeOfMachine } from "./fixes/convert.ts";
import { fixEverything } from "./fixes/fixAll.ts";
import { fixesOf, type ProvenFix } from "./fixes/fixesOf.ts";
import { isError } from "./fixes/trial.ts";
import type { CodeAction, Range, TextEdit } from "./lsp.ts";
import { type EditAnswer, pinEverything, pinSome, unpinSome } from "./pin.ts";
import type { Snapshot } from "./snapshot.ts";

/** The kind under which editors find "Pin all addresses" as a source action. */
export const pinSourceKind = "source.pinAddresses";

/** The kind under which editors fix a whole file, on command or when it is saved. */
export const fixAllKind = "source.fixAll.libvirt";

/** What can be done at a range of the document: cures of the problems there, conversions, and pinning. */
export function codeActions(snapshot: Snapshot, range: Range): CodeAction[] {
  if (snapshot.domains.length === 0) return [];
  return [
    ...findings(snapshot)
      .filter(({ diagnostic }) => overlaps(diagnostic.range, range))
      .flatMap((finding) => curesOf(snapshot, finding)),
    ...conversions(snapshot, range),
    ...pinActions(snapshot, range),
  ];
}

/** "Pin all addresses", where there is something to write. */
export function pinSourceAction(snapshot: Snapshot): CodeAction[] {
  return actionOf("Pin all addresses", pinSourceKind, pinEverything(snapshot));
}

/** All preferred cures of a document as one edit, where there are some. */
export function fixAllAction(snapshot: Snapshot): CodeAction[] {
  const fixed = snapshot.domains.length > 0 ? fixEverything(snapshot) : undefined;
  if (fixed === undefined) return [];
  const problems = fixed.count === 1 ? "1 problem" : `${fixed.count} problems`;
  const title = `Fix ${problems} of this file`;
  return actionOf(title, fixAllKind, { edits: lspEdits(snapshot, fixed.edits) });
}

function pinActions(snapshot: Snapshot, range: Range): CodeAction[] {
  const found = deviceAt(snapshot, range.start);
  const source = pinSourceAction(snapshot);
  const all = source.map((action) => ({ ...action, kind: "refactor.rewrite" }));
  if (found === undefined) return [...source, ...all];
  const devices = new Set([found.device]);
  return [
    ...actionOf("Pin this device", "refactor.rewrite", pinSome(found.domain, devices)),
    ...actionOf("Unpin this device", "refactor.rewrite", unpinSome(found.domain, devices)),
    ...all,
    ...source,
  ];
}

/** The fixes of a problem, and the best of them together with pinning, where that is possible then. */
function curesOf(snapshot: Snapshot, finding: Finding): CodeAction[] {
  const { diagnostic, about } = finding;
  const proven = withConsequences(finding, fixesOf(finding));
  const actions = proven.flatMap(({ title, edits, preferred }) =>
    actionOf(title, "quickfix", { edits: lspEdits(snapshot, edits) }, [diagnostic], preferred),
  );
  const [best] = proven;
  if (best === undefined || about === undefined || !isError(about.refusal)) return actions;
  return [
    ...actions,
    ...actionOf(`${best.title}, and pin all addresses`, "quickfix", thenPinned(snapshot, best), [diagnostic]),
  ];
}

const followed = new WeakMap<readonly ProvenFix[], readonly ProvenFix[]>();

/** Where no cure holds alone, one that does together with what follows from it. */
function withConsequences({ about }: Finding, proven: readonly ProvenFix[]): readonly ProvenFix[] {
  if (proven.length > 0 || about === undefined) return proven;
  const known = followed.get(proven);
  if (known !== undefined) return known;
  const whole = cureWithConsequences(about.domain, about.refusal);
  const found = whole
    ? [{ ...whole, title: `${whole.title}${following(whole.count - 1)}`, preferred: false }]
    : proven;
  followed.set(proven, found);
  return found;
}

const pinnedAfter = new WeakMap<ProvenFix, EditAnswer>();

/** What is found for a fix is kept as long as the fix is. */
function thenPinned(snapshot: Snapshot, best: ProvenFix): EditAnswer {
  const found = pinnedAfter.get(best) ?? pinAfter(snapshot, best);
  pinnedAfter.set(best, found);
  return found;
}

function pinAfter(snapshot: Snapshot, { edits, after }: ProvenFix): EditAnswer {
  const pinned = pinEverything(after);
  if (pinned.edits === undefined || pinned.edits.length === 0) return pinned;
  const second = pinned.edits.map(({ range, newText }) => ({
    range: { start: after.lines.offsetAt(range.start), end: after.lines.offsetAt(range.end) },
    newText,
  }));
  return { edits: lspEdits(snapshot, composeEdits(edits, second)) };
}

function conversions(snapshot: Snapshot, range: Range): CodeAction[] {
  return snapshot.domains.flatMap((domain) => {
    const machine = rangeOfMachine(domain);
    if (machine === undefined || !overlaps(machine, range)) return [];
    return machineActions(domain).flatMap(({ title, corrects, answer }) =>
      actionOf(title, corrects ? "quickfix" : "refactor.rewrite", answer),
    );
  });
}

function lspEdits(snapshot: Snapshot, edits: readonly OffsetEdit[]): TextEdit[] {
  return edits.map(({ range, newText }) => ({ range: snapshot.rangeOf(range), newText }));
}

/** No action for an edit that is refused or changes nothing. */
function actionOf(
  title: string,
  kind: string,
  answer: EditAnswer,
  diagnostics: readonly Finding["diagnostic"][] = [],
  isPreferred = false,
): CodeAction[] {
  if (answer.edits === undefined || answer.edits.length === 0) return [];
  return [{ title, kind, edits: answer.edits, diagnostics, isPreferred }];
}

function overlaps(one: Range, other: Range): boolean {
  return isBefore(one.start, other.end) && isBefore(other.start, one.end);
}

function isBefore(one: Range["start"], other: Range["start"]): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}
