import type { Definition } from "../define/definition.ts";
import { listOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Persistent memory on a board that takes ordinary modules only. */
export function checkNvdimmMachines(definition: Definition): Problem[] {
  const { target } = definition;
  if (target.class !== "loongarch-virt") return [];
  return listOf(definition, "memory")
    .filter(({ model }) => model === "nvdimm")
    .map(({ id }) => problem("nvdimm-machine", { machine: target.machine }, { device: id, part: "@model" }));
}
