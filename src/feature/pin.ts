import type { DefinedDevice } from "../define/definition.ts";
import type { DeviceId } from "../domain/device.ts";
import type { Change } from "../edit/change.ts";
import { type EditResult, writeChanges } from "../edit/guard.ts";
import { type PinOptions, pinAll, pinDevices } from "../edit/pin.ts";
import { unpin } from "../edit/unpin.ts";
import { applyEdits } from "../text/textEdit.ts";
import { refusalsOf } from "./diagnostics.ts";
import { type EditObstacle, editRefusalWords } from "./editRefusalWords.ts";
import type { TextEdit } from "./lsp.ts";
import { type DomainView, Snapshot } from "./snapshot.ts";

/** Text edits, or a sentence that says why there are none and what to do. */
export type EditAnswer =
  | { readonly edits: readonly TextEdit[]; readonly refused?: undefined }
  | { readonly refused: string; readonly edits?: undefined };

/** Writes down everything libvirt would choose, in some domains of the document or in all. */
export function pinEverything(
  snapshot: Snapshot,
  options: PinOptions = {},
  domains: readonly DomainView[] = snapshot.domains,
): EditAnswer {
  const changesOf = (domain: DomainView) => pinAll(domain.edit, domain.definition, options);
  return pinWith(snapshot, domains, changesOf, ({ written }) => written || !options.onlyPresent);
}

/** Writes down what libvirt would choose for some devices of one domain. */
export function pinSome(domain: DomainView, devices: ReadonlySet<DeviceId>): EditAnswer {
  const changesOf = () => pinDevices(domain.edit, domain.definition, devices);
  return pinWith(domain.snapshot, [domain], changesOf, ({ device }) => devices.has(device.id));
}

/** Takes the addresses of devices away, of some in one domain or of all. */
export function unpinSome(domain: DomainView, devices?: ReadonlySet<DeviceId>): EditAnswer {
  const elements = [...domain.reading.elements].flatMap(([id, element]) =>
    devices === undefined || devices.has(id) ? [element] : [],
  );
  return answerOf(domain.snapshot, writeChanges(domain.snapshot.document, unpin(elements)));
}

/** An edit's result in LSP words. */
export function answerOf(snapshot: Snapshot, result: EditResult): EditAnswer {
  if (result.edits === undefined) return { refused: editRefusalWords[result.refused.code] };
  return { edits: result.edits.map(({ range, newText }) => ({ range: snapshot.rangeOf(range), newText })) };
}

/** Pins, and tries the outcome on a copy: libvirt must take it and leave what was pinned where it is. */
function pinWith(
  snapshot: Snapshot,
  domains: readonly DomainView[],
  changesOf: (domain: DomainView) => Change[],
  isPinned: (defined: DefinedDevice) => boolean,
): EditAnswer {
  const obstacle = obstacleTo(snapshot, domains);
  if (obstacle !== undefined) return { refused: editRefusalWords[obstacle] };
  const result = writeChanges(snapshot.document, domains.flatMap(changesOf));
  if (result.edits === undefined || result.edits.length === 0) return answerOf(snapshot, result);
  const after = new Snapshot(applyEdits(snapshot.text, result.edits), snapshot.version, snapshot.options);
  const pinnedOf = (domain: DomainView) => after.domains[snapshot.domains.indexOf(domain)];
  const holds = domains.every((domain) =>
    keepsPlaces(pinnedOf(domain), domain.definition.devices.filter(isPinned)),
  );
  if (holds) return answerOf(snapshot, result);
  const isWhole = domains.every((domain) => domain.definition.devices.every(isPinned));
  return { refused: editRefusalWords[isWhole ? "refused-when-pinned" : "leans-on-added"] };
}

function obstacleTo(snapshot: Snapshot, domains: readonly DomainView[]): EditObstacle | undefined {
  if (domains.length === 0) return "no-domain";
  if (snapshot.document.problems.length > 0) return "broken-xml";
  if (domains.some((domain) => !domain.assignsAddresses)) return "other-driver";
  return domains.some((domain) => refusalsOf(domain).length > 0) ? "refused-domain" : undefined;
}

/** libvirt moves given addresses too, where a bus that they name turns out another than it was. */
function keepsPlaces(pinned: DomainView | undefined, meant: readonly DefinedDevice[]): boolean {
  if (pinned === undefined || refusalsOf(pinned).length > 0) return false;
  const given = pinned.definition.devices.filter(({ written }) => written);
  const places = new Set(given.map(placeOf));
  return meant.every((defined) => defined.placement.state === "none" || places.has(placeOf(defined)));
}

/** A device's kind and place, in one word. */
function placeOf({ device, placement }: DefinedDevice): string {
  if (device.address === undefined || placement.state === "none") return device.kind;
  const numbers = Object.entries(device.address).filter(
    ([name]) => name !== "multifunction" && name !== "zpci",
  );
  return [device.kind, ...numbers.map(([name, value]) => `${name}=${value}`).sort()].join(" ");
}
