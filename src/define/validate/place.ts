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

function diskOn(draft: Draft, controller: Controller): Device | undefined {
  return draft.disks.find(
    (disk) =>
      disk.bus === controller.type &&
      disk.address?.type === "drive" &&
      disk.address.controller === controller.index,
  );
}
