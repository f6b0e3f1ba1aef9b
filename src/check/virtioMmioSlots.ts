import { mmioSlots } from "../catalog/mmioSlots.ts";
import type { Definition } from "../define/definition.ts";
import { devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Memory-mapped virtio devices for which the machine has no place, or none left. */
export function checkVirtioMmioSlots(definition: Definition): Problem[] {
  const { target } = definition;
  const count = mmioSlots[target.class];
  if (count === undefined) return [];
  const code = count === 0 ? "virtio-mmio-machine" : "virtio-mmio-count";
  return devicesOf(definition)
    .filter(({ address }) => address?.type === "virtio-mmio")
    .slice(count)
    .map((device) =>
      problem(code, { machine: target.machine, count }, seatPlace(definition, device, "address@type")),
    );
}
