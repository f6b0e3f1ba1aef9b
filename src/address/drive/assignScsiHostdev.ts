import { scsiModelOf } from "../../catalog/scsiModels.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { DriveAddress } from "../../domain/address.ts";
import type { Device, Hostdev } from "../../domain/device.ts";
import { type Words, wordsOf } from "../leak.ts";
import { idsOf, placeOf, relatedPlaces } from "../places.ts";
import { driveKey, driveLayout, driveValues, isScsiHostdev } from "./diskAddress.ts";
import { type ScsiPlaces, scsiPlacesOf } from "./scsiPlaces.ts";

/**
 * Gives a SCSI host device without address the lowest free unit, and refuses an address that a SCSI disk has. All
 * disks must have theirs. Controllers need not exist yet (virDomainHostdevDefPostParse and
 * virDomainHostdevAssignAddress, conf/domain_postparse.c, libvirt 11.3).
 */
export function assignScsiHostdev(draft: Draft, hostdev: Hostdev): void {
  if (!isScsiHostdev(hostdev) || hostdev.unreadableAddress) return;
  const places = scsiPlacesOf(draft);
  if (hostdev.address) {
    refuseDisksPlace(draft, hostdev, places);
    return;
  }
  const address = lowestFree(draft, places);
  hostdev.address = address;
  draft.explain(hostdev, {
    rule: "drive-lowest-unit",
    values: { controller: address.controller, unit: address.unit },
    because: idsOf(occupantsBefore(places, address)),
  });
  places.hostdevs.set(driveKey(address), hostdev);
}

/** Only the numbers are compared, of whatever type the address is: the types share one record. */
function refuseDisksPlace(draft: Draft, hostdev: Hostdev, places: ScsiPlaces): void {
  const address = asDrive(wordsOf(hostdev.address));
  const disk = places.disks.get(driveKey(address));
  if (!disk || hasRefusal(draft, disk, hostdev)) return;
  const values = driveValues(address);
  draft.refuse(
    "drive-double-use-disk-hostdev",
    values,
    placeOf(draft, hostdev),
    relatedPlaces(draft, [disk]),
  );
}

/** Whether the disk has already been refused for sitting where the host device sits. */
function hasRefusal(draft: Draft, disk: Device, hostdev: Hostdev): boolean {
  return draft.refusals.some(
    ({ code, subject, related }) =>
      code === "drive-target-name-conflict" &&
      subject.device === disk.id &&
      related.some((place) => place.device === hostdev.id),
  );
}

function asDrive([controller, bus, target, unit]: Words): DriveAddress {
  return { type: "drive", controller, bus, target, unit };
}

/**
 * The first free unit, controller by controller, seven units each. Places only fill up, so the search goes on where
 * the last one ended.
 */
function lowestFree(draft: Draft, places: ScsiPlaces): DriveAddress {
  const { next } = places;
  while (!isFree(draft, places, next.controller, next.unit)) {
    next.unit++;
    if (next.unit < driveLayout.scsi.units) continue;
    next.unit = 0;
    next.controller++;
  }
  return { type: "drive", controller: next.controller, bus: 0, target: 0, unit: next.unit };
}

function isFree(draft: Draft, places: ScsiPlaces, controller: number, unit: number): boolean {
  const { lastUnit, reservedUnit } = scsiModelOf(draft.controllers.find("scsi", controller)?.model);
  if (unit === reservedUnit || unit > (lastUnit ?? unit)) return false;
  const key = driveKey({ controller, bus: 0, target: 0, unit });
  return !places.hostdevs.has(key) && !places.disks.has(key);
}

function* occupantsBefore(places: ScsiPlaces, address: DriveAddress): Iterable<Device> {
  for (let unit = 0; unit < address.unit; unit++) {
    const key = driveKey({ ...address, unit });
    const occupant = places.disks.get(key) ?? places.hostdevs.get(key);
    if (occupant) yield occupant;
  }
}
