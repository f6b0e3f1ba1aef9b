import type { Draft } from "../defaults/draft.ts";
import type { CcwAddress } from "../domain/address.ts";
import type { Device } from "../domain/device.ts";
import { idsOf, placeOf, relatedPlaces } from "./places.ts";
import { hasNoAddress, virtioDevicesOf } from "./virtioGroups.ts";
import { visitsOf } from "./visits.ts";

/** Where automatic numbers lie: the virtual channel subsystem image that QEMU uses, set 0. */
export const automaticCssid = 0xfe;
export const lastDevno = 0xffff;

/**
 * Puts the virtio devices of s390-ccw machines on the channel subsystem and numbers every ccw device that has no
 * numbers (qemuDomainAssignS390Addresses, qemu_domain_address.c, libvirt 11.3).
 */
export function assignCcw(draft: Draft): void {
  if (draft.target.class !== "s390-ccw") return;
  if (draft.target.capabilities.has("DEVICE_VFIO_CCW")) markMediated(draft);
  const marked = [...virtioDevicesOf(draft), ...draft.list("filesystem"), ...draft.list("vsock")];
  for (const device of marked) if (hasNoAddress(device)) device.address = { type: "ccw" };
  number(draft);
}

/** Channel devices of the host want a channel address, crypto queues none at all. */
function markMediated(draft: Draft): void {
  for (const device of draft.list("hostdev")) {
    if (device.mode !== "subsystem" || device.type !== "mdev") continue;
    if (device.model === "vfio-ccw" && hasNoAddress(device)) device.address = { type: "ccw" };
    if (device.model === "vfio-ap") delete device.address;
  }
}

function number(draft: Draft): void {
  const visits = visitsOf(draft);
  const occupants = new Map<string, Device>();
  for (const { device } of visits) {
    if (device.address?.type === "ccw") reserve(draft, occupants, device, device.address);
  }
  let next = 0;
  for (const { device } of visits) {
    if (device.address?.type !== "ccw" || device.address.devno !== undefined) continue;
    next = assign(draft, occupants, device, next);
  }
}

function reserve(draft: Draft, occupants: Map<string, Device>, device: Device, address: CcwAddress): void {
  if (address.devno === undefined) return;
  const devno = ccwText(address);
  const occupant = occupants.get(devno);
  if (!occupant) {
    occupants.set(devno, device);
    return;
  }
  const others = occupant === device ? [] : [occupant];
  const place = placeOf(draft, device, "address@devno");
  draft.refuse("ccw-double-use", { devno }, place, relatedPlaces(draft, others));
}

/** Returns where the search for the next free number starts. */
function assign(draft: Draft, occupants: Map<string, Device>, device: Device, from: number): number {
  let devno = from;
  const textOf = (number: number) => ccwText({ type: "ccw", cssid: automaticCssid, ssid: 0, devno: number });
  while (devno <= lastDevno && occupants.has(textOf(devno))) devno++;
  if (devno > lastDevno) {
    draft.refuse("ccw-none-free", {}, placeOf(draft, device));
    return devno;
  }
  device.address = { type: "ccw", cssid: automaticCssid, ssid: 0, devno };
  const before = occupants.get(textOf(devno - 1));
  const values = { devno: textOf(devno) };
  draft.explain(device, { rule: "ccw-lowest-devno", values, because: before ? idsOf([before]) : [] });
  occupants.set(textOf(devno), device);
  return devno + 1;
}

/** A channel address as libvirt and Linux write it: `fe.0.0001`. */
export function ccwText(address: CcwAddress): string {
  const hex = (value = 0, width = 1) => value.toString(16).padStart(width, "0");
  return `${hex(address.cssid)}.${hex(address.ssid)}.${hex(address.devno, 4)}`;
}
