import type { Definition } from "../define/definition.ts";
import { listOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const most = 3;

/** More parallel ports than a PC has places for. */
export function checkParallelPorts(definition: Definition): Problem[] {
  return listOf(definition, "parallel")
    .slice(most)
    .map(({ id }) => problem("parallel-count", { most }, { device: id }));
}
