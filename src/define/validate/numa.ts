import type { Draft } from "../../defaults/draft.ts";
import type { MemoryDevice } from "../../domain/device.ts";

/** Memory hot-plug is on: `<maxMemory>` has a size or slots. */
export function hasMemoryHotplug(draft: Draft): boolean {
  const { max } = draft.domain.memory;
  return max !== undefined && (max.size > 0n || max.slots > 0);
}

/**
 * libvirt adds one NUMA cell to a new guest with memory hot-plug that has none, and puts its memory devices there
 * (qemuDomainDefNumaAutoAdd, libvirt 11.3).
 */
function hasAddedCell(draft: Draft): boolean {
  const { domain, target } = draft;
  return target.newGuest && hasMemoryHotplug(draft) && domain.numaCells === 0 && target.class !== "s390-ccw";
}

/** How many NUMA nodes the guest has. */
export function numaNodesOf(draft: Draft): number {
  return hasAddedCell(draft) ? 1 : draft.domain.numaCells;
}

const joinsAddedCell: ReadonlySet<string> = new Set(["dimm", "nvdimm", "virtio-mem"]);

/** The NUMA node a memory device belongs to, if any. */
export function memoryNodeOf(draft: Draft, device: MemoryDevice): number | undefined {
  return device.node ?? (hasAddedCell(draft) && joinsAddedCell.has(device.model) ? 0 : undefined);
}
