import type { Draft } from "../../defaults/draft.ts";
import type { Hostdev, Interface } from "../../domain/device.ts";
import { wordsOf } from "../leak.ts";
import { driveBuses, isScsiHostdev } from "./diskAddress.ts";

/**
 * More controllers than any guest can have: libvirt goes on past it and then fails for want of places, after a long
 * time for numbers typed wrong.
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
      highest = Math.max(highest, toSigned(disk.address.controller));
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
    const controller = toSigned(wordsOf(hostdev.address)[0]);
    if (controller <= highest) continue;
    highest = controller;
    model = draft.controllers.find("scsi", controller)?.model ?? model;
  }
  addUpTo(draft, "scsi", highest, model);
}

/** From the top down, so that each new controller finds its place at once: in front of the one before it. */
function addUpTo(draft: Draft, type: string, highest: number, model?: string): void {
  for (let index = Math.min(highest, mostControllers - 1); index >= 0; index--) {
    draft.addController(type, index, model);
  }
}

/** libvirt compares controller numbers as signed ones, so that the upper half never counts. */
function toSigned(value: number): number {
  return value | 0;
}
