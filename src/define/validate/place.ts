import type { Draft } from "../../defaults/draft.ts";
import type { Controller, Device } from "../../domain/device.ts";
import type { Place } from "../../domain/refusal.ts";

/** The devices as places to look at next; those that libvirt adds stand nowhere in the file. */
export function placesOf(draft: Draft, devices: readonly (Device | undefined)[], part?: string): Place[] {
  return devices
    .filter((device): device is Device => device !== undefined && draft.isWritten(device.id))
    .map((device) => (part === undefined ? { device: device.id } : { device: device.id, part }));
}

/** Who is to blame for a controller: itself where it is written, else the first disk that made libvirt add it. */
export function controllerPlace(draft: Draft, controller: Controller, part?: string): Place {
  const user = draft.isWritten(controller.id) ? undefined : diskOn(draft, controller);
  if (user) return { device: user.id, part: "target@bus" };
  return part === undefined ? { device: controller.id } : { device: controller.id, part };
}

/** The first disk on each controller; every controller that libvirt adds asks for its own. */
const disksByDraft = new WeakMap<Draft, ReadonlyMap<string, Device>>();

function diskOn(draft: Draft, { type, index }: Controller): Device | undefined {
  const known = disksByDraft.get(draft) ?? firstDisks(draft);
  disksByDraft.set(draft, known);
  return known.get(`${type} ${index}`);
}

function firstDisks(draft: Draft): ReadonlyMap<string, Device> {
  const disks = new Map<string, Device>();
  for (const disk of draft.disks) {
    if (disk.address?.type !== "drive") continue;
    const key = `${disk.bus} ${disk.address.controller}`;
    if (!disks.has(key)) disks.set(key, disk);
  }
  return disks;
}
