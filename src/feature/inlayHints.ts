import { deviceCards } from "./deviceCards.ts";
import type { InlayHint, Range } from "./lsp.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** The address libvirt would choose, behind the first tag of each device in the range that is not pinned. */
export function inlayHints(snapshot: Snapshot, range: Range): InlayHint[] {
  const start = snapshot.lines.offsetAt(range.start);
  const end = snapshot.lines.offsetAt(range.end);
  return snapshot.domains
    .filter((domain) => domain.assignsAddresses)
    .flatMap((domain) => hints(domain, start, end));
}

function hints({ snapshot, reading, definition }: DomainView, start: number, end: number): InlayHint[] {
  const cards = deviceCards(definition);
  return [...reading.elements].flatMap(([device, { startTag }]): InlayHint[] => {
    const card = cards.get(device);
    const isSeen = start <= startTag.end && startTag.end <= end;
    if (!isSeen || card?.address === undefined || card.defined.copyOf !== undefined) return [];
    if (card.defined.placement.state !== "assigned") return [];
    const position = snapshot.lines.positionAt(startTag.end);
    const tooltip = [`libvirt would put ${card.name} here.`, card.why].filter((part) => part !== undefined);
    return [{ position, label: `→ ${card.address}`, tooltip: tooltip.join(" ") }];
  });
}
