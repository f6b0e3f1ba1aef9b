import type { Draft } from "../defaults/draft.ts";
import type { MemoryDevice } from "../domain/device.ts";
import { asDimmBase } from "./leak.ts";
import { idsOf, placeOf } from "./places.ts";

/**
 * Gives memory modules the lowest free memory slot where memory hot-plug is on. An address of another type is
 * replaced, and two of its old numbers show through as base (qemuDomainAssignMemorySlots,
 * qemu_domain_address.c, libvirt 11.3).
 */
export function assignDimm(draft: Draft): void {
  const max = draft.domain.memory.max;
  if (!max || (max.slots === 0 && max.size === 0n)) return;
  const memories = draft.list("memory");
  const occupants = new Map<number, MemoryDevice>();
  for (const memory of memories) {
    if (memory.address?.type === "dimm") occupants.set(memory.address.slot, memory);
  }
  let next = 0;
  for (const memory of memories) {
    if (!usesSlot(memory) || memory.unreadableAddress || memory.address?.type === "dimm") continue;
    while (occupants.has(next)) next++;
    if (next < max.slots) assign(draft, memory, next, occupants);
    else draft.refuse("dimm-none-free", {}, placeOf(draft, memory), [{ part: "maxMemory@slots" }]);
  }
}

/** Whether the memory device is a module in a slot. */
export function usesSlot(memory: MemoryDevice): boolean {
  return memory.model === "dimm" || memory.model === "nvdimm";
}

function assign(
  draft: Draft,
  memory: MemoryDevice,
  slot: number,
  occupants: Map<number, MemoryDevice>,
): void {
  memory.address = { type: "dimm", slot, base: asDimmBase(memory.address) };
  const before = occupants.get(slot - 1);
  draft.explain(memory, {
    rule: "dimm-lowest-slot",
    values: { slot },
    because: before ? idsOf([before]) : [],
  });
  occupants.set(slot, memory);
}
