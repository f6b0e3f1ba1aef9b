import type { Definition } from "../define/definition.ts";
import type { DeviceId } from "../domain/device.ts";

/**
 * Host devices that are functions of one host slot, such as a graphics card and its sound, by each of them: all of the
 * block in the order of their host functions. Devices that stand alone are left out.
 */
export function hostBlocks(definition: Definition): ReadonlyMap<DeviceId, readonly DeviceId[]> {
  const slots = new Map<string, { readonly id: DeviceId; readonly fn: number }[]>();
  for (const { device, written } of definition.devices) {
    if (!written || device.kind !== "hostdev" || device.host?.type !== "pci") continue;
    const { domain, bus, slot, function: fn } = device.host.address;
    const key = `${domain}:${bus}:${slot}`;
    slots.set(key, [...(slots.get(key) ?? []), { id: device.id, fn }]);
  }
  const blocks = new Map<DeviceId, readonly DeviceId[]>();
  for (const members of slots.values()) {
    if (members.length < 2) continue;
    const block = members.toSorted((one, other) => one.fn - other.fn).map(({ id }) => id);
    for (const id of block) blocks.set(id, block);
  }
  return blocks;
}
