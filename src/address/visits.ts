import type { Draft } from "../defaults/draft.ts";
import { walk } from "../defaults/walk.ts";
import type { Device, Interface } from "../domain/device.ts";

/** One stop of libvirt's walk over all devices. */
export interface Visit {
  readonly device: Device;
  /** The second stop at an `<interface type='hostdev'>`, as the host device inside it. */
  readonly asHostdev: boolean;
}

/**
 * Every stop of libvirt's address walks. An interface of type hostdev is met twice with one address record, once
 * among the interfaces and once before the other host devices (virDomainDeviceInfoIterateFlags, libvirt 11.3).
 */
export function visitsOf(draft: Draft): Visit[] {
  const stops = walk(draft).map((device) => ({ device, asHostdev: false }));
  const embedded = draft.hostdevs.filter((device): device is Interface => device.kind === "interface");
  const hostdevsStart = draft.disks.length + draft.list("interface").length + draft.list("sound").length;
  stops.splice(hostdevsStart, 0, ...embedded.map((device) => ({ device, asHostdev: true })));
  return stops;
}
