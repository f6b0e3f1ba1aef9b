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
  if (isOfMany(fix)) return found;
  const foreign = [
    ...foreignEdits(snapshot, diagnostic, fix),
    ...movedBystanders(snapshot, after, diagnostic),
  ];
  return [...found, ...foreign.map((breach) => told + breach)];
}

/** Cures that are about several devices, and say so in their titles. */
function isOfMany({ title }: CodeAction): boolean {
  return /^(?:Convert|Adapt) to|pin all|name it|names it|one slot|(?:of|on) the other|Give .* this address|USB (?:off|on)|^Write machine|<boot dev>|boot orders|<maxMemory>|<memory>|that follows?|<features>|NUMA cell|of the others too/.test(
    title,
  );
}

/** Text that changed outside the blamed device; new elements beside it are no harm. */
function foreignEdits(snapshot: Snapshot, { range }: Diagnostic, { edits }: CodeAction): string[] {
  const { text, lines } = snapshot;
  const found = getDomainService().deviceAt(snapshot, range.start);
  const own = found?.domain.reading.elements.get(found.device)?.range;
  return edits.flatMap((edit) => {
    const [start, end] = [lines.offsetAt(edit.range.start), lines.offsetAt(edit.range.end)];
    const isOwn = own !== undefined && own.start <= start && end <= own.end;
    // An element that goes takes its whole lines along.
    const goesWithLines =
      own !== undefined && text.slice(start, end).trim() === text.slice(own.start, own.end);
    return isOwn || goesWithLines || start === end ? [] : [`it changes “${text.slice(start, end)}”`];
  });
}

/** Devices with a given place that libvirt puts elsewhere afterwards, the blamed one left out. */
function movedBystanders(before: Snapshot, after: Snapshot, { range }: Diagnostic): string[] {
  const blamed = getDomainService().deviceAt(before, range.start);
  return before.domains.flatMap((domain, at) => {
    const changed = after.domains[at];
    if (changed === undefined) return ["the domain has gone"];
    const places = placesOf(changed);
    return [...placesOf(domain)].flatMap(([key, { id, place }]) => {
      if (domain === blamed?.domain && id === blamed.device) return [];
      const now = places.get(key)?.place;
      return now === undefined || now === place ? [] : [`${key} moves from ${place} to ${now}`];
    });
  });
}

/** Where each device with an address in the file ends up, by what it is and its number among its kind. */
function placesOf({ definition }: DomainView): Map<string, { id: number; place: string }> {
  const counts = new Map<string, number>();
  const places = new Map<string, { id: number; place: string }>();
  for (const { device, written, placement } of definition.devices) {
    if (!written) continue;
    const name =
      device.kind === "controller" ? `${device.type} controller ${device.index}` : String(device.kind);
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    if (placement.state !== "given" || device.address === undefined) continue;
    // Multifunction and zPCI ids are filled in by libvirt beside a given place.
    const numbers = Object.entries(device.address).filter(
      ([field]) => field !== "multifunction" && field !== "zpci",
    );
    const place = numbers.map(([field, value]) => `${field}=${JSON.stringify(value, bigints)}`).join(" ");
    places.set(`${name} #${number}`, { id: device.id, place });
  }
  return places;
}

function bigints(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

/** The same complaint, wherever it stands: the text has moved. */
function countOf(all: readonly Diagnostic[], wanted: Diagnostic): number {
  return all.filter((other) => isSame(other, wanted)).length;
}

/** libvirt's words tell one complaint from another; ours name devices, and a fix may rename one. */
function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && one.libvirtError === other.libvirtError;
}
