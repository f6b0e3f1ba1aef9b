import type { Definition } from "../define/definition.ts";
import { devicesOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** On boards with both, one memory-mapped virtio device sends all others without address there too. */
export function checkMmioContagion(definition: Definition): Problem[] {
  const mapped = devicesOf(definition).filter(({ address }) => address?.type === "virtio-mmio");
  const isGiven = ({ id }: { id: number }) => definition.domain.devices[id]?.address?.type === "virtio-mmio";
  const source = mapped.find(isGiven);
  const followers = mapped.filter((device) => !isGiven(device));
  if (source === undefined || followers.length === 0 || definition.target.row.root === undefined) return [];
  const place = { device: source.id, part: "address@type" };
  const related = followers.slice(0, 8).map(({ id }) => ({ device: id }));
  return [problem("virtio-mmio-contagion", { count: followers.length }, place, related)];
}
