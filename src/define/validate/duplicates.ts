import { placeOf } from "../../address/places.ts";
import type { Draft } from "../../defaults/draft.ts";
import { isSerialAlias, walkAll } from "../../defaults/walk.ts";
import type { DriveAddress } from "../../domain/address.ts";
import type { Device, Disk } from "../../domain/device.ts";
import { placesOf } from "./place.ts";

/** Two disks of one name, on whatever bus (virDomainDefDuplicateDiskInfoValidate, libvirt 11.3). */
export function validateDuplicateTargets(draft: Draft): void {
  const known = new Map<string, Disk>();
  for (const disk of draft.disks) {
    const { target } = disk;
    const first = target === undefined ? undefined : known.get(target);
    if (target !== undefined && first === undefined) known.set(target, disk);
    if (target === undefined || first === undefined) continue;
    const values = { target, first: first.source ?? "<null>", second: disk.source ?? "<null>" };
    const related = placesOf(draft, [first], "target@dev");
    draft.refuse("disk-target-duplicate", values, { device: disk.id, part: "target@dev" }, related);
  }
}

/**
 * Two devices at one drive address: disks of one bus, SCSI host devices, and host devices with SCSI disks
 * (virDomainDefDuplicateDriveAddressesValidate, libvirt 11.3).
 */
export function validateDuplicateDrives(draft: Draft): void {
  const disks = new Map<string, Disk>();
  for (const disk of draft.disks) {
    if (disk.address?.type === "drive") refuseDiskTwin(draft, disks, disk, disk.address);
  }
  const hostdevs = new Map<string, Device>();
  for (const hostdev of draft.hostdevs) {
    const { address } = hostdev;
    if (hostdev.host?.type !== "scsi" || address?.type !== "drive") continue;
    const key = keyOf(address);
    const twin = hostdevs.get(key);
    const disk = disks.get(`scsi ${key}`);
    if (twin) refuseHostdevTwin(draft, "drive-double-use-hostdev", hostdev, twin, address);
    else hostdevs.set(key, hostdev);
    if (disk) refuseHostdevTwin(draft, "drive-double-use-disk-hostdev-late", hostdev, disk, address);
  }
}

function keyOf({ controller, bus, target, unit }: DriveAddress): string {
  return `${controller}:${bus}:${target}:${unit}`;
}

function numbersOf({ controller, bus, target, unit }: DriveAddress) {
  return { controller, bus, targetNumber: target, unit };
}

function refuseDiskTwin(draft: Draft, known: Map<string, Disk>, disk: Disk, address: DriveAddress): void {
  const key = `${disk.bus} ${keyOf(address)}`;
  const first = known.get(key);
  if (first === undefined) {
    known.set(key, disk);
    return;
  }
  // Two names that are the same lead to the same address; the name is to blame, and has been.
  const [place, firstPlace] = [placeOf(draft, disk), placeOf(draft, first)];
  if (first.target === disk.target && place.part === firstPlace.part) return;
  const values = { target: first.target ?? "", ...numbersOf(address) };
  draft.refuse("drive-double-use", values, place, [firstPlace]);
}

/** Host devices and disks meet while defaults are filled in already, as far as the addresses stand in the file. */
function refuseHostdevTwin(
  draft: Draft,
  code: "drive-double-use-hostdev" | "drive-double-use-disk-hostdev-late",
  hostdev: Device,
  other: Device,
  address: DriveAddress,
): void {
  const isTold = draft.refusals.some(
    (refusal) =>
      (refusal.code === "drive-double-use-disk-hostdev" && refusal.subject.device === hostdev.id) ||
      (refusal.code === "drive-target-name-conflict" && refusal.subject.device === other.id),
  );
  if (isTold) return;
  draft.refuse(code, numbersOf(address), placeOf(draft, hostdev), [placeOf(draft, other)]);
}

const userAlias = /^ua-[A-Za-z0-9_-]*$/;

/**
 * User aliases must differ; libvirt drops all others. The serial that a console stands for is never looked at
 * (virDomainDefValidateAliases, libvirt 11.3).
 */
export function validateAliases(draft: Draft): void {
  const known = new Map<string, Device>();
  const [console] = draft.list("console");
  const unseen = isSerialAlias(draft, console) ? [console, draft.list("serial")[0]] : [];
  for (const device of walkAll(draft)) {
    const { alias } = device;
    if (alias === undefined || !userAlias.test(alias) || unseen.includes(device as never)) continue;
    const first = known.get(alias);
    if (first === undefined) known.set(alias, device);
    else {
      const place = { device: device.id, part: "alias@name" };
      draft.refuse("alias-duplicate", { alias }, place, placesOf(draft, [first], "alias@name"));
    }
  }
}
