import type { Draft } from "../defaults/draft.ts";
import type { Device, DeviceId } from "../domain/device.ts";
import type { Place } from "../domain/refusal.ts";

/**
 * Where a device says its address: the wanted part where an address is in the file, else whatever the address comes
 * from, which is the target name of a disk and the element itself of all others.
 */
export function placeOf(draft: Draft, device: Device, part = "address"): Place {
  if (draft.domain.devices[device.id]?.address) return { device: device.id, part };
  return device.kind === "disk" ? { device: device.id, part: "target@dev" } : { device: device.id };
}

/** The places of other devices that had a say; those that libvirt added stand nowhere in the file. */
export function relatedPlaces(draft: Draft, devices: Iterable<Device>): Place[] {
  return [...devices].filter((device) => draft.isWritten(device.id)).map((device) => placeOf(draft, device));
}

/** At most this many devices are named as the reason of one choice. */
const manyEnough = 8;

/** The ids of the devices that a choice gives as its reason. */
export function idsOf(devices: Iterable<Device>): DeviceId[] {
  const ids: DeviceId[] = [];
  for (const device of devices) {
    if (ids.length === manyEnough) break;
    ids.push(device.id);
  }
  return ids;
}
