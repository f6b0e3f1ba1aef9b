import type { Definition } from "../define/definition.ts";
import { controllersOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Machines whose one PCI bus is called pci; libvirt calls every controller so there (virQEMUCapsHasPCIMultiBus, 11.3). */
const singleBusArches: ReadonlySet<string> = new Set(["alpha", "sh4", "sh4eb"]);

/** A second bridge on machines for which libvirt counts on one PCI bus. */
export function checkPciBusNames(definition: Definition): Problem[] {
  if (!singleBusArches.has(definition.target.arch)) return [];
  const [first, ...others] = controllersOf(definition, "pci").filter(({ index }) => index !== 0);
  if (first === undefined) return [];
  return others.map(({ id }) =>
    problem("pci-bus-name-duplicate", {}, { device: id }, [{ device: first.id }]),
  );
}
