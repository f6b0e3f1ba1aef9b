import type { MachineClass } from "../catalog/machines.ts";
import type { Definition } from "../define/definition.ts";
import { listOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Machines that tell their guest of memory modules through ACPI. */
const throughAcpi: ReadonlySet<MachineClass> = new Set(["i440fx", "q35", "arm-virt"]);
const modules: ReadonlySet<string> = new Set(["dimm", "nvdimm"]);

/** Memory modules in guests without ACPI. */
export function checkMemoryAcpi(definition: Definition): Problem[] {
  const { domain, target } = definition;
  if (domain.features.acpi || !throughAcpi.has(target.class)) return [];
  const missing = target.class === "arm-virt" ? "acpi-ged device" : "acpi device or acpi disabled";
  return listOf(definition, "memory")
    .filter(({ model }) => modules.has(model))
    .map(({ id }) => problem("dimm-without-acpi", { missing }, { device: id }));
}
