import { addressRules } from "../address/addressRules.ts";
import type { Definition } from "../define/definition.ts";
import { freeSlots } from "../topology/topology.ts";
import { firstChild } from "../xml/document.ts";
import type { CodeLens } from "./lsp.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** Above `<devices>` of every domain: how full it is, and the ways to edit it. */
export function codeLenses(snapshot: Snapshot): CodeLens[] {
  return snapshot.domains.flatMap((domain, at) => lensesOf(snapshot, domain, at));
}

function lensesOf(snapshot: Snapshot, domain: DomainView, at: number): CodeLens[] {
  const { root } = domain.reading;
  const range = snapshot.rangeOf((firstChild(root, "devices") ?? root).startTag);
  const counts = domain.assignsAddresses ? countsOf(domain.definition) : undefined;
  const title = [counts?.free, counts?.unpinned, "Open slot editor"].filter((part) => part !== undefined);
  return [
    { range, title: title.join(" · "), action: "openSlotEditor", domain: at },
    // Pinning writes in every domain of a document, so one lens for it is enough.
    ...(counts?.unpinned === undefined || at > 0
      ? []
      : [{ range, title: "Pin all addresses", action: "pinAll", domain: at } as const]),
  ];
}

/** Machines without PCI have no slots to count, and where all is pinned there is nothing to say about it. */
function countsOf(definition: Definition): {
  readonly free: string | undefined;
  readonly unpinned: string | undefined;
} {
  const buses = addressRules.pci.buses(definition);
  const free = buses.reduce((sum, bus) => sum + freeSlots(bus).length, 0);
  const unpinned = definition.devices.filter(
    ({ copyOf, placement }) => copyOf === undefined && placement.state === "assigned",
  ).length;
  return {
    free: buses.length === 0 ? undefined : `${free} free ${free === 1 ? "slot" : "slots"}`,
    unpinned: unpinned === 0 ? undefined : `${unpinned} unpinned`,
  };
}
