import type { DeviceId } from "../domain/device.ts";
import type { Change } from "../edit/change.ts";
import { type EditResult, writeChanges } from "../edit/guard.ts";
import { type PinOptions, pinAll, pinDevices } from "../edit/pin.ts";
import { unpin } from "../edit/unpin.ts";
import { refusalsOf } from "./diagnostics.ts";
import { editRefusalWords } from "./editRefusalWords.ts";
import type { TextEdit } from "./lsp.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** Text edits, or a sentence that says why there are none and what to do. */
export type EditAnswer =
  | { readonly edits: readonly TextEdit[]; readonly refused?: undefined }
  | { readonly refused: string; readonly edits?: undefined };

/** Writes down everything libvirt would choose, in every domain of the document. */
export function pinEverything(snapshot: Snapshot, options: PinOptions = {}): EditAnswer {
  return pinWith(snapshot, snapshot.domains, (domain) => pinAll(domain.edit, domain.definition, options));
}

/** Writes down what libvirt would choose for some devices of one domain. */
export function pinSome(domain: DomainView, devices: ReadonlySet<DeviceId>): EditAnswer {
  return pinWith(domain.snapshot, [domain], () => pinDevices(domain.edit, domain.definition, devices));
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

function pinWith(
  snapshot: Snapshot,
  domains: readonly DomainView[],
  changesOf: (domain: DomainView) => Change[],
): EditAnswer {
  if (domains.length === 0) return { refused: editRefusalWords["no-domain"] };
  if (snapshot.document.problems.length > 0) return { refused: editRefusalWords["broken-xml"] };
  if (domains.some((domain) => !domain.isQemu)) return { refused: editRefusalWords["other-driver"] };
  if (domains.some((domain) => refusalsOf(domain).length > 0)) {
    return { refused: editRefusalWords["refused-domain"] };
  }
  return answerOf(snapshot, writeChanges(snapshot.document, domains.flatMap(changesOf)));
}
