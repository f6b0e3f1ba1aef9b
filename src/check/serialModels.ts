import type { Definition } from "../define/definition.ts";
import { listOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Serial ports of the board on boards whose port libvirt does not know: it accepts them, and fails to start the guest. */
export function checkSerialModels(definition: Definition): Problem[] {
  return listOf(definition, "serial")
    .filter(({ targetType, targetModel }) => targetType === "system-serial" && targetModel === undefined)
    .map(({ id }) =>
      problem(
        "serial-model-missing",
        { machine: definition.target.machine },
        { device: id, part: "target@type" },
      ),
    );
}
