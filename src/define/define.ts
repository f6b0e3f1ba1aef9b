import { assignCcid } from "../address/ccid.ts";
import { assignCcw } from "../address/ccw.ts";
import { assignDimm } from "../address/dimm.ts";
import { assignDisk } from "../address/drive/assignDisk.ts";
import { assignScsiHostdev } from "../address/drive/assignScsiHostdev.ts";
import { addDriveControllers, addScsiHostdevControllers } from "../address/drive/implicitControllers.ts";
import { wordsOf } from "../address/leak.ts";
import { assignPci } from "../address/pci/assignPci.ts";
import { assignBhyve } from "../address/pci/bhyve.ts";
import { assignSpaprVio } from "../address/spaprVio.ts";
import { assignUsb } from "../address/usb/assignUsb.ts";
import { markVirtio } from "../address/virtioMmio.ts";
import { addVirtioSerialControllers, assignVirtioSerial } from "../address/virtioSerial.ts";
import { addBhyveDevices, placeBhyveSata } from "../defaults/bhyve.ts";
import { assignCharacterPorts, assignIsaSerialPorts } from "../defaults/characterPorts.ts";
import { alignConsoles, finishFirstSerial } from "../defaults/consoles.ts";
import { Draft } from "../defaults/draft.ts";
import { addDefaultDevices } from "../defaults/impliedDevices.ts";
import { assignIndexes } from "../defaults/indexes.ts";
import { fillCommon, fillModel, fillScsiModel } from "../defaults/models.ts";
import { addDefaultVideo, finishFirstVideo } from "../defaults/video.ts";
import { walkAll } from "../defaults/walk.ts";
import type { Device, Disk } from "../domain/device.ts";
import type { Domain } from "../domain/domain.ts";
import { type DefineOptions, targetOf } from "../domain/target.ts";
import type { Definition } from "./definition.ts";
import { finish } from "./finish.ts";
import { refuseMemorySizes } from "./validate/memory.ts";
import {
  refuseBootOrder,
  refuseController,
  refuseDevice,
  refuseDuplicateControllers,
  refuseDuplicatePanics,
  refuseScsi,
} from "./validate/postParse.ts";
import { validate } from "./validate/validate.ts";

/**
 * Answers what `virsh define` would make of a domain: the devices it adds, the address of every device, and everything
 * it would refuse. The steps stand in libvirt's order, because each sees what the ones before it did
 * (virDomainDefPostParse and virDomainDefValidate with the driver's callbacks, libvirt 11.3).
 */
export function define(domain: Domain, options: DefineOptions = {}): Definition {
  const draft = new Draft(domain, targetOf(domain, options));
  const defineWith = drivers.get(domain.type) ?? defineCommon;
  defineWith(draft);
  return finish(draft);
}

type Driver = (draft: Draft) => void;

/** Drivers that assign addresses, by domain type. All others only do what every driver shares. */
const drivers: ReadonlyMap<string, Driver> = new Map<string, Driver>([
  ["qemu", defineQemu],
  ["kvm", defineQemu],
  ["hvf", defineQemu],
  ["bhyve", defineBhyve],
]);

/** Whether libvirt chooses addresses for domains of a type. */
export function assignsAddresses(domainType: string): boolean {
  return drivers.has(domainType);
}

function defineQemu(draft: Draft): void {
  addScsiControllersWhileParsing(draft);
  assignIndexes(draft);
  addDefaultDevices(draft);
  assignIsaSerialPorts(draft);
  fillDevices(draft);
  completeDomain(draft);
  assignAddresses(draft);
  validate(draft);
}

function defineBhyve(draft: Draft): void {
  addScsiControllersWhileParsing(draft);
  assignIndexes(draft);
  addBhyveDevices(draft);
  assignIsaSerialPorts(draft);
  fillCommonDevices(draft, (disk) => placeBhyveSata(draft, disk));
  completeCommon(draft);
  for (const video of draft.list("video")) video.model ??= "gop";
  assignBhyve(draft);
}

/** Other drivers have rules of their own that nobody wrote down here, so nothing of theirs is refused. */
function defineCommon(draft: Draft): void {
  addScsiControllersWhileParsing(draft);
  assignIndexes(draft);
  fillCommonDevices(draft, () => undefined);
  completeCommon(draft);
  draft.refusals.length = 0;
}

/** The defaults that all drivers share; `placeFirst` may know a better place for a disk. */
function fillCommonDevices(draft: Draft, placeFirst: (disk: Disk) => void): void {
  for (const device of walkAll(draft)) {
    fillCommon(device, draft.target, draft.domain.type);
    if (device.kind === "disk") placeFirst(device);
    chooseDriveAddress(draft, device);
  }
  assignCharacterPorts(draft);
}

/** Clashes and implied devices as far as all drivers share them. */
function completeCommon(draft: Draft): void {
  refuseDuplicateControllers(draft);
  refuseBootOrder(draft);
  // Cloud Hypervisor keeps consoles and serials apart.
  if (draft.domain.type !== "ch") alignConsoles(draft);
  addImpliedControllers(draft);
  addDefaultVideo(draft);
}

/**
 * libvirt adds SCSI controllers for SCSI host devices after every `<hostdev>` it reads. Only a host device that names
 * a higher controller than all before it can change anything.
 */
function addScsiControllersWhileParsing(draft: Draft): void {
  let highest = -1;
  for (const [position, device] of draft.hostdevs.entries()) {
    if (device.kind !== "hostdev" || device.host?.type !== "scsi") continue;
    const [controller] = wordsOf(device.address);
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
  refuseMemorySizes(draft);
  refuseDuplicateControllers(draft);
  refuseDuplicatePanics(draft);
  refuseBootOrder(draft);
  alignConsoles(draft);
  addImpliedControllers(draft);
  addDefaultVideo(draft);
  finishFirstVideo(draft);
  finishFirstSerial(draft);
  for (const controller of draft.controllers.ofType("scsi")) {
    fillScsiModel(controller, draft.target);
    if (!draft.isWritten(controller.id)) refuseScsi(draft, controller);
  }
}

/** Controllers that addresses name and nobody wrote down (virDomainDefAddImplicitControllers, libvirt 11.3). */
function addImpliedControllers(draft: Draft): void {
  addDriveControllers(draft);
  addVirtioSerialControllers(draft);
  assignCcid(draft);
  addScsiHostdevControllers(draft, draft.hostdevs);
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
