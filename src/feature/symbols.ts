import { deviceCards } from "./deviceCards.ts";
import type { DocumentSymbol } from "./lsp.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** The outline: each domain with its devices, named as a person knows them. */
export function symbols(snapshot: Snapshot): DocumentSymbol[] {
  return snapshot.domains.map((domain) => {
    const { root } = domain.reading;
    const { name, type } = domain.reading.domain;
    return {
      name: name === undefined || name === "" ? "domain" : name,
      detail: type,
      kind: "domain",
      range: snapshot.rangeOf(root.range),
      selectionRange: snapshot.rangeOf(root.nameRange),
      children: deviceSymbols(domain),
    };
  });
}

function deviceSymbols({ snapshot, reading, definition }: DomainView): DocumentSymbol[] {
  const cards = deviceCards(definition);
  return [...reading.elements].flatMap(([device, element]): DocumentSymbol[] => {
    const card = cards.get(device);
    if (card === undefined) return [];
    const { label, detail, address, defined } = card;
    return [
      {
        name: label,
        detail: [detail, address].filter((part) => part !== undefined && part !== "").join(" · "),
        kind: defined.device.kind === "controller" ? "controller" : "device",
        range: snapshot.rangeOf(element.range),
        selectionRange: snapshot.rangeOf(element.nameRange),
        children: [],
      },
    ];
  });
}
