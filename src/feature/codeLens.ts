import { addressRules } from "../address/addressRules.ts";
import type { Definition } from "../define/definition.ts";
import { freeSlots } from "../topology/topology.ts";
import { firstChild } from "../xml/document.ts";
import type { CodeLens } from "./lsp.ts";
import type { Snapshot } from "./snapshot.ts";

/** Above `<devices>` of the domain that the slot editor shows: how full it is, and the ways to edit it. */
export function codeLenses(snapshot: Snapshot): CodeLens[] {
  const [domain] = snapshot.domains;
  if (domain === undefined) return [];
  const { root } = domain.reading;
  const range = snapshot.rangeOf((firstChild(root, "devices") ?? root).startTag);
  const counts = domain.assignsAddresses ? countsOf(domain.definition) : undefined;
  const title = [counts?.free, counts?.unpinned, "Open slot editor"].filter((part) => part !== undefined);
  return [
    { range, title: title.join(" · "), action: "openSlotEditor" },
    ...(counts?.unpinned === undefined
      ? []
      : [{ range, title: "Pin all addresses", action: "pinAll" } as const]),
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
