import type { Draft } from "../../defaults/draft.ts";
import type { Disk } from "../../domain/device.ts";
import { diskIndexOf } from "../../domain/diskName.ts";
import { demand } from "./demands.ts";

const driveBuses: ReadonlySet<string | undefined> = new Set(["ide", "fdc", "scsi", "sata"]);
const hardDiskPrefixes = ["hd", "sd", "vd", "xvd", "ubd"];

/** What every hypervisor asks of a disk (virDomainDiskDefValidate, libvirt 11.3). */
export function validateDisk(draft: Draft, disk: Disk): void {
  if (disk.target === undefined) {
    refuseNoTarget(draft, disk);
    return;
  }
  const { target } = disk;
  if (isHardDisk(disk) && isEmpty(disk)) {
    draft.refuse("disk-source-missing", { target }, { device: disk.id });
  }
  if (driveBuses.has(disk.bus)) {
    demand(draft, disk, "disk on drive bus", { target, bus: disk.bus ?? "" });
  }
  validateTargetDetails(draft, disk);
  validateModel(draft, disk);
  validateFloppy(draft, disk);
  validateName(draft, disk, target);
}

/** What `<target>` says of trays, removable media and spinning means something for some disks only. */
function validateTargetDetails(draft: Draft, { id, device, bus, tray, removable, rotationRate }: Disk): void {
  if (tray && device !== "cdrom" && device !== "floppy") {
    draft.refuse("disk-tray", {}, { device: id, part: "target@tray" });
  }
  if (removable && bus !== "usb" && bus !== "scsi") {
    draft.refuse("disk-removable-bus", {}, { device: id, part: "target@removable" });
  }
  if (!rotationRate) return;
  const place = { device: id, part: "target@rotation_rate" };
  if (bus !== "scsi" && bus !== "ide" && bus !== "sata") draft.refuse("disk-rotation-bus", {}, place);
  else if (device !== "disk") draft.refuse("disk-rotation-device", {}, place);
}

/** What QEMU's driver asks of a disk (qemuValidateDomainDeviceDefDiskFrontend, libvirt 11.3). */
export function validateQemuDisk(draft: Draft, disk: Disk): void {
  const { target, bus } = disk;
  if (target === undefined) return;
  if (disk.readOnly && disk.device === "disk" && (bus === "ide" || bus === "sata")) {
    draft.refuse("disk-readonly", { bus }, { device: disk.id, part: "readonly" });
  }
  if (disk.device === "cdrom" && (bus === "virtio" || bus === "sd")) {
    draft.refuse("disk-not-ejectable", { target }, { device: disk.id, part: "target@bus" });
  }
  if (bus === "usb") {
    if (isEmpty(disk)) draft.refuse("usb-disk-empty", {}, { device: disk.id });
    demand(draft, disk, "disk on usb");
  }
  validateParsedName(draft, disk, target);
}

function refuseNoTarget(draft: Draft, { id, source }: Disk): void {
  if (source === undefined) draft.refuse("disk-target-missing-unnamed", {}, { device: id });
  else draft.refuse("disk-target-missing", { source }, { device: id });
}

function isHardDisk(disk: Disk): boolean {
  return disk.device === "disk" || disk.device === "lun";
}

/** Only paths are told apart from nothing here; other sources have their own checks in the parser. */
function isEmpty(disk: Disk): boolean {
  return ["file", "block", "dir"].includes(disk.sourceType) && !disk.source;
}

/** All models of disks are virtio's. */
function validateModel(draft: Draft, { id, model, bus = "" }: Disk): void {
  if (model === undefined || bus === "virtio") return;
  draft.refuse("disk-model-bus", { model, bus }, { device: id, part: "@model" });
}

function validateFloppy(draft: Draft, disk: Disk): void {
  const isFloppy = disk.device === "floppy";
  if (isFloppy === (disk.bus === "fdc")) return;
  const sort = isFloppy ? "floppy disk" : "disk";
  draft.refuse("disk-floppy-bus", { bus: disk.bus ?? "", sort }, { device: disk.id, part: "target@bus" });
}

function validateName(draft: Draft, disk: Disk, target: string): void {
  const place = { device: disk.id, part: "target@dev" };
  if (disk.device === "floppy") {
    if (target.startsWith("fd")) return;
    draft.refuse("disk-target-invalid-name", { sort: "floppy", target }, place);
  } else if (isHardDisk(disk) && !hardDiskPrefixes.some((prefix) => target.startsWith(prefix))) {
    draft.refuse("disk-target-invalid-name", { sort: "harddisk", target }, place);
  }
}

/** A name with a number at its end is a partition's; the number 0 passes. */
function validateParsedName(draft: Draft, disk: Disk, target: string): void {
  const place = { device: disk.id, part: "target@dev" };
  const number = /[0-9]+$/.exec(target)?.[0];
  // Hard disks and floppies with a wrong prefix have been told so.
  const isTold = disk.device !== "cdrom";
  if (diskIndexOf(target) === undefined) {
    if (!isTold) draft.refuse("disk-target-invalid", { target }, place);
  } else if (number !== undefined && Number(number) > 0) {
    draft.refuse("disk-target-partition", { target }, place);
  }
}
