import type { Draft } from "../../defaults/draft.ts";
import { walk } from "../../defaults/walk.ts";
import type { PciAddress } from "../../domain/address.ts";
import { pciAddressOf } from "./pciDraft.ts";

/**
 * Turns multifunction on at function 0 of every slot that has a device on another function, unless the file says
 * something (qemuDomainValidateDevicePCI… multifunction fix-up, libvirt 11.3).
 */
export function fixMultifunction(draft: Draft): void {
  const addresses = walk(draft)
    .map(pciAddressOf)
    .filter((address) => address !== undefined);
  const firstOf = new Map<number, PciAddress>();
  for (const address of addresses) {
    const key = slotKey(address);
    if (address.function === 0 && !firstOf.has(key)) firstOf.set(key, address);
  }
  for (const address of addresses) {
    const first = address.function === 0 ? undefined : firstOf.get(slotKey(address));
    if (first) first.multifunction ??= "on";
  }
}

function slotKey({ domain, bus, slot }: PciAddress): number {
  return domain * 0x2000 + bus * 0x20 + slot;
}
