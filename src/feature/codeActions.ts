import type { DeviceId } from "../domain/device.ts";
import { deviceAt } from "./deviceAt.ts";
import { type Finding, findings } from "./diagnostics.ts";
import type { CodeAction, Diagnostic, Range } from "./lsp.ts";
import { moveToSlot } from "./move.ts";
import { freeSlotsFor } from "./nextFreeSlot.ts";
import { type EditAnswer, pinEverything, pinSome, unpinSome } from "./pin.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** The kind under which editors find "Pin all addresses" as a source action. */
export const pinSourceKind = "source.pinAddresses";

/** How many free slots are tried before giving up; the first one nearly always does. */
const attempts = 8;

/** What can be done at a range of the document: cures of the problems there, and pinning. */
export function codeActions(snapshot: Snapshot, range: Range): CodeAction[] {
  if (snapshot.domains.length === 0) return [];
  return [
    ...findings(snapshot)
      .filter(({ diagnostic }) => overlaps(diagnostic.range, range))
      .flatMap(cures),
    ...pinActions(snapshot, range),
  ];
}

/** "Pin all addresses", where there is something to write. */
export function pinSourceAction(snapshot: Snapshot): CodeAction[] {
  return actionOf("Pin all addresses", pinSourceKind, pinEverything(snapshot));
}

function pinActions(snapshot: Snapshot, range: Range): CodeAction[] {
  const found = deviceAt(snapshot, range.start);
  const all = pinSourceAction(snapshot).map((action) => ({ ...action, kind: "refactor.rewrite" }));
  if (found === undefined) return [...pinSourceAction(snapshot), ...all];
  const devices = new Set([found.device]);
  return [
    ...actionOf("Pin this device", "refactor.rewrite", pinSome(found.domain, devices)),
    ...actionOf("Unpin this device", "refactor.rewrite", unpinSome(found.domain, devices)),
    ...all,
    ...pinSourceAction(snapshot),
  ];
}

/** Problems of a place that another place solves. */
const movable: ReadonlySet<string> = new Set([
  "pci-double-use",
  "pci-slot-too-low",
  "pci-slot-too-high",
  "pci-slot-range",
  "pci-bus-range",
  "pci-function-range",
  "pci-bus-incompatible",
  "pci-domain-nonzero",
  "pci-needs-integrated",
  "pci-index-not-larger-than-bus",
  "drive-double-use",
  "drive-double-use-hostdev",
  "drive-double-use-disk-hostdev",
  "drive-sata-bus",
  "drive-sata-target",
  "drive-scsi-bus",
  "drive-ide-controller",
  "drive-ide-target",
  "usb-double-use",
  "usb-port-not-present",
  "usb-hub-missing",
  "vioserial-double-use",
  "vioserial-port-range",
  "ccw-double-use",
]);

function cures({ diagnostic, about }: Finding): CodeAction[] {
  const device = about?.refusal.subject.device;
  if (about === undefined || device === undefined || !movable.has(diagnostic.code)) return [];
  return [...moveAction(about.domain, device, diagnostic), ...unpinAction(about.domain, device, diagnostic)];
}

function moveAction(domain: DomainView, device: DeviceId, diagnostic: Diagnostic): CodeAction[] {
  for (const slot of freeSlotsFor(domain, device).slice(0, attempts)) {
    const answer = moveToSlot(domain, device, slot);
    if (answer.edits === undefined) continue;
    return actionOf("Move to the next free slot", "quickfix", answer, [diagnostic], true);
  }
  return [];
}

function unpinAction(domain: DomainView, device: DeviceId, diagnostic: Diagnostic): CodeAction[] {
  const answer = unpinSome(domain, new Set([device]));
  return actionOf("Remove the address and let libvirt choose", "quickfix", answer, [diagnostic]);
}

/** No action for an edit that is refused or changes nothing. */
function actionOf(
  title: string,
  kind: string,
  answer: EditAnswer,
  diagnostics: readonly Diagnostic[] = [],
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
