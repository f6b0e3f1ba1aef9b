import type { Draft } from "../../defaults/draft.ts";
import type { Disk } from "../../domain/device.ts";
import { diskIndexOf } from "../../domain/diskName.ts";
import { relatedPlaces } from "../places.ts";
import { addressOfIndex, driveKey, driveValues, isDriveBus } from "./diskAddress.ts";
import { scsiPlacesOf } from "./scsiPlaces.ts";

/**
 * Gives a disk whose bus is known the drive address that its target name stands for. Other disks are not avoided: a
 * name is a place. Refuses names that cannot be read, on every bus, and places that a SCSI host device has
 * (virDomainDiskDefPostParse and virDomainDiskDefAssignAddress, conf/domain_postparse.c, libvirt 11.3).
 */
export function assignDisk(draft: Draft, disk: Disk): void {
  const { target, bus } = disk;
  if (disk.address || disk.unreadableAddress || target === undefined) return;
  const index = diskIndexOf(target);
  if (index === undefined) {
    draft.refuse("disk-target-unknown-name", { target }, { device: disk.id, part: "target@dev" });
    return;
  }
  if (!isDriveBus(bus)) return;
  const address = addressOfIndex(bus, index);
  disk.address = address;
  draft.explain(disk, {
    rule: "drive-target-name",
    values: { target, bus, index, controller: address.controller, unit: address.unit },
    because: [],
  });
  if (bus === "scsi") refuseTakenPlace(draft, disk, target);
}

function refuseTakenPlace(draft: Draft, disk: Disk, target: string): void {
  if (disk.address?.type !== "drive") return;
  const hostdev = scsiPlacesOf(draft).hostdevs.get(driveKey(disk.address));
  if (!hostdev) return;
  const values = { ...driveValues(disk.address), target };
  const subject = { device: disk.id, part: "target@dev" };
  draft.refuse("drive-target-name-conflict", values, subject, relatedPlaces(draft, [hostdev]));
}
