import type { DefineOptions } from "../../src/domain/target.ts";
import type { DomainView } from "../../src/feature/snapshot.ts";
import { type CodeAction, type Diagnostic, getDomainService, type Snapshot } from "../../src/service.ts";
import { readStrictly } from "../../src/xml/strict.ts";

/** What is known of all fixes of some texts. */
export interface Tally {
  problems: number;
  cured: number;
  fixes: number;
}

/** Everything that the fixes of a text do against the law, in words; nothing where they keep it. */
export function breaches(text: string, options: DefineOptions, tally: Tally, most = 60): string[] {
  const service = getDomainService(options);
  const snapshot = service.snapshot("law.xml", 1, text);
  const before = service.diagnostics(snapshot);
  return before.slice(0, most).flatMap((diagnostic) => {
    const fixes = service
      .codeActions(snapshot, { start: diagnostic.range.start, end: diagnostic.range.start })
      .filter(({ diagnostics }) => diagnostics.some((solved) => isSame(solved, diagnostic)));
    tally.problems++;
    tally.fixes += fixes.length;
    if (fixes.length > 0) tally.cured++;
    return fixes.flatMap((fix) => breachesOf(snapshot, before, diagnostic, fix, options));
  });
}

function breachesOf(
  snapshot: Snapshot,
  before: readonly Diagnostic[],
  diagnostic: Diagnostic,
  fix: CodeAction,
  options: DefineOptions,
): string[] {
  const service = getDomainService(options);
  const text = service.apply(snapshot, fix.edits);
  const after = service.snapshot("after.xml", 2, text);
  const left = service.diagnostics(after);
  const found: string[] = [];
  const told = `${diagnostic.code} “${fix.title}”: `;
  if (readStrictly(snapshot.text) && readStrictly(text) === undefined) found.push(`${told}no XML any more`);
  if (countOf(left, diagnostic) >= countOf(before, diagnostic)) found.push(`${told}it is still there`);
  for (const other of left) {
    if (other.severity === "error" && countOf(left, other) > countOf(before, other))
      found.push(`${told}a new error, ${other.message}`);
  }
  if (!isOfMany(fix)) found.push(...movedBystanders(snapshot, after).map((moved) => `${told}${moved}`));
  return found;
}

/** Cures that are about the whole domain, and say so in their titles. */
function isOfMany({ title }: CodeAction): boolean {
  return /^(?:Convert|Adapt) to|pin all|with the .*address|one slot|Renumber|Write machine/.test(title);
}

/** Devices whose address changed in the text beside the one that the fix is about. */
function movedBystanders(before: Snapshot, after: Snapshot): string[] {
  return before.domains.flatMap((domain, at) => {
    const changed = after.domains[at];
    if (changed === undefined) return ["the domain has gone"];
    const addresses = addressesOf(domain);
    const kept = addressesOf(changed);
    const gone = [...addresses].flatMap(([key, count]) => {
      const missing = count - (kept.get(key) ?? 0);
      return missing > 0 ? Array.from({ length: missing }, () => key) : [];
    });
    return gone.length > 1 ? [`several addresses changed: ${gone.join(", ")}`] : [];
  });
}

/** How often each address stands in the file, by kind of device. */
function addressesOf({ reading }: DomainView): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, address } of reading.domain.devices) {
    if (address === undefined) continue;
    const numbers = Object.entries(address).filter(([name]) => name !== "multifunction");
    const key = `${kind} ${numbers.map(([name, value]) => `${name}=${String(value)}`).join(" ")}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The same complaint, wherever it stands: the text has moved. */
function countOf(all: readonly Diagnostic[], wanted: Diagnostic): number {
  return all.filter((other) => isSame(other, wanted)).length;
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.code === other.code && (one.libvirtError ?? one.message) === (other.libvirtError ?? other.message)
  );
}
