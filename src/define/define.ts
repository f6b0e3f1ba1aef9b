import { assignCcid } from "../address/ccid.ts";
import { assignCcw } from "../address/ccw.ts";
import { assignDimm } from "../address/dimm.ts";
import { assignDisk } from "../address/drive/assignDisk.ts";
import { assignScsiHostdev } from "../address/drive/assignScsiHostdev.ts";
import { addDriveControllers, addScsiHostdevControllers } from "../address/drive/implicitControllers.ts";
import { assignPci } from "../address/pci/assignPci.ts";
import { assignSpaprVio } from "../address/spaprVio.ts";
import { assignUsb } from "../address/usb/assignUsb.ts";
import { markVirtio } from "../address/virtioMmio.ts";
import { addVirtioSerialControllers, assignVirtioSerial } from "../address/virtioSerial.ts";
import { assignCharacterPorts, assignIsaSerialPorts } from "../defaults/characterPorts.ts";
import { alignConsoles, finishFirstSerial } from "../defaults/consoles.ts";
import { Draft } from "../defaults/draft.ts";
import { addDefaultDevices } from "../defaults/impliedDevices.ts";
import { assignIndexes } from "../defaults/indexes.ts";
import { fillModel, fillScsiModel } from "../defaults/models.ts";
import { addDefaultVideo, finishFirstVideo } from "../defaults/video.ts";
import { walkAll } from "../defaults/walk.ts";
import type { Device } from "../domain/device.ts";
import type { Domain } from "../domain/domain.ts";
import { type DefineOptions, targetOf } from "../domain/target.ts";
import type { Definition } from "./definition.ts";
import { finish } from "./finish.ts";
import {
  refuseBootOrder,
  refuseController,
  refuseDevice,
  refuseDuplicateControllers,
  refuseDuplicatePanics,
} from "./validate/postParse.ts";
import { validate } from "./validate/validate.ts";

/**
 * Answers what `virsh define` would make of a domain: the devices it adds, the address of every device, and everything
 * it would refuse. The steps stand in libvirt's order, because each sees what the ones before it did
 * (virDomainDefPostParse and virDomainDefValidate with the QEMU driver's callbacks, libvirt 11.3).
 */
export function define(domain: Domain, options: DefineOptions = {}): Definition {
  const draft = new Draft(domain, targetOf(domain, options));
  if (!isQemu(domain)) return finish(draft);
  addScsiControllersWhileParsing(draft);
  assignIndexes(draft);
  addDefaultDevices(draft);
  assignIsaSerialPorts(draft);
  fillDevices(draft);
  completeDomain(draft);
  assignAddresses(draft);
  validate(draft);
  return finish(draft);
}

/** Only the QEMU driver assigns addresses the way described here. */
function isQemu(domain: Domain): boolean {
  return domain.type === "qemu" || domain.type === "kvm" || domain.type === "hvf";
}

/**
 * libvirt adds SCSI controllers for SCSI host devices after every `<hostdev>` it reads. Only a host device that names
 * a higher controller than all before it can change anything.
 */
function addScsiControllersWhileParsing(draft: Draft): void {
  let highest = -1;
  for (const [position, device] of draft.hostdevs.entries()) {
    if (device.kind !== "hostdev" || device.host?.type !== "scsi") continue;
    const controller = device.address?.type === "drive" ? device.address.controller : 0;
    if (controller <= highest) continue;
    highest = controller;
    addScsiHostdevControllers(draft, draft.hostdevs.slice(0, position + 1));
  }
}

/** Defaults of every device, one after the other; drive addresses are chosen on the way. */
function fillDevices(draft: Draft): void {
  for (const device of walkAll(draft)) {
    fillModel(device, draft.target, draft.domain.type);
    chooseDriveAddress(draft, device);
    if (device.kind === "controller") refuseController(draft, device);
    else refuseDevice(draft, device);
  }
  assignCharacterPorts(draft);
}

function chooseDriveAddress(draft: Draft, device: Device): void {
  if (device.kind === "disk") assignDisk(draft, device);
  if (device.kind === "hostdev" && device.host?.type === "scsi") assignScsiHostdev(draft, device);
}

/** What concerns the domain as a whole: clashes, then devices that others need. */
function completeDomain(draft: Draft): void {
  refuseDuplicateControllers(draft);
  refuseDuplicatePanics(draft);
  refuseBootOrder(draft);
  alignConsoles(draft);
  addDriveControllers(draft);
  addVirtioSerialControllers(draft);
  assignCcid(draft);
  addScsiHostdevControllers(draft, draft.hostdevs);
  addDefaultVideo(draft);
  finishFirstVideo(draft);
  finishFirstSerial(draft);
  for (const controller of draft.controllers.ofType("scsi")) fillScsiModel(controller, draft.target);
}

/** The address passes, in libvirt's order (qemuDomainAssignAddresses, libvirt 11.3). */
function assignAddresses(draft: Draft): void {
  assignVirtioSerial(draft);
  assignSpaprVio(draft);
  assignCcw(draft);
  markVirtio(draft);
  assignPci(draft);
  assignUsb(draft);
  assignDimm(draft);
}
