import type { Draft } from "../../defaults/draft.ts";
import type { Disk, Hostdev, Interface } from "../../domain/device.ts";
import { wordsOf } from "../leak.ts";
import { placeOf } from "../places.ts";
import { type DriveBus, driveBuses, isScsiHostdev } from "./diskAddress.ts";

/**
 * More controllers than any guest can have: 256 PCI buses have fewer slots. For a larger number libvirt adds millions
 * and fails for want of a slot in the end; here the number is refused with the same words and adds nothing.
 */
const mostControllers = 8192;

/**
 * Adds the controllers that drive addresses of disks need, all from 0 to the highest number, without model
 * (virDomainDefAddDiskControllersForType, conf/domain_conf.c, libvirt 11.3).
 */
export function addDriveControllers(draft: Draft): void {
  for (const bus of driveBuses) {
    let highest = -1;
    for (const disk of draft.disks) {
      if (disk.bus !== bus || disk.address?.type !== "drive") continue;
      highest = Math.max(highest, sensible(draft, bus, disk, disk.address.controller));
    }
    addUpTo(draft, bus, highest);
  }
}

/**
 * Adds the controllers that SCSI host devices need, all from 0 to the highest number, with the model of the last
 * controller met while the number rose. An address of another type counts by its first number
 * (virDomainDefMaybeAddHostdevSCSIcontroller, conf/domain_conf.c, libvirt 11.3).
 */
export function addScsiHostdevControllers(draft: Draft, hostdevs: readonly (Hostdev | Interface)[]): void {
  let highest = -1;
  let model: string | undefined;
  for (const hostdev of hostdevs) {
    if (!isScsiHostdev(hostdev) || hostdev.unreadableAddress) continue;
    const controller = sensible(draft, "scsi", hostdev, wordsOf(hostdev.address)[0]);
    if (controller <= highest) continue;
    highest = controller;
    model = draft.controllers.find("scsi", controller)?.model ?? model;
  }
  addUpTo(draft, "scsi", highest, model);
}

/**
 * The controller number as the signed one that libvirt compares, so that the upper half never counts; −1 also for a
 * number beyond all reason, which is refused.
 */
function sensible(draft: Draft, bus: DriveBus, device: Disk | Hostdev, controller: number): number {
  const signed = controller | 0;
  if (signed < mostControllers) return signed;
  if (needsPciSlots(draft, bus) && !isRefused(draft, device)) {
    const values = { model: "pci-bridge" };
    draft.refuse("pci-no-slot-for-controller", values, placeOf(draft, device, "address@controller"));
  }
  return -1;
}

/** Whether controllers of the type take a PCI slot each on this machine. */
function needsPciSlots({ target }: Draft, bus: DriveBus): boolean {
  if (bus === "fdc" || target.class === "s390-ccw" || !target.row.pci) return false;
  return bus !== "scsi" || target.class !== "pseries";
}

/** Host devices are looked at more than once. */
function isRefused(draft: Draft, device: Disk | Hostdev): boolean {
  return draft.refusals.some(
    ({ code, subject }) => code === "pci-no-slot-for-controller" && subject.device === device.id,
  );
}

/** From the top down, so that each new controller finds its place at once: in front of the one before it. */
function addUpTo(draft: Draft, type: DriveBus, highest: number, model?: string): void {
  for (let index = highest; index >= 0; index--) draft.addController(type, index, model);
}
