import type { Draft } from "../../defaults/draft.ts";
import { walkAll } from "../../defaults/walk.ts";
import type { Device, DeviceId, DeviceKind, DeviceOf, Hostdev, Interface } from "../../domain/device.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { validateBinary, validateTpm } from "./binary.ts";
import { validateParallel, validateSerial, validateSmartcards, validateSpice } from "./character.ts";
import { validateController, validateQemuController } from "./controllers.ts";
import { demand } from "./demands.ts";
import { validateDisk, validateQemuDisk } from "./disks.ts";
import { validateDomain } from "./domain.ts";
import { validateAliases, validateDuplicateDrives, validateDuplicateTargets } from "./duplicates.ts";
import { validateDuplicateHostdevs, validateHostdev, validateQemuHostdev } from "./hostdevs.ts";
import { validateInfo, validateUnassigned } from "./info.ts";
import { validateMemory } from "./memory.ts";
import {
  validateFilesystem,
  validateInput,
  validateIommu,
  validateNvram,
  validateQemuIommu,
} from "./others.ts";
import { validatePrimaryVideo, validateQemuVideo, validateVideo } from "./video.ts";
import { validateWatchdog } from "./watchdogs.ts";

/**
 * Everything libvirt checks once all addresses are there, in its order: the domain as a whole, each device, then what
 * devices do to each other (virDomainDefValidate with the QEMU driver's callbacks, libvirt 11.3). libvirt stops at its
 * first refusal; we note all of them.
 */
export function validate(draft: Draft): void {
  const before = draft.refusals.length;
  validateDomain(draft);
  for (const stop of stopsOf(draft)) {
    if ("embedded" in stop) validateHostdev(draft, stop.embedded);
    else validateDevice(draft, stop.device);
  }
  validateDuplicateTargets(draft);
  validateDuplicateHostdevs(draft);
  validateDuplicateDrives(draft);
  validateAliases(draft);
  validatePrimaryVideo(draft);
  dropEchoes(draft.refusals, before);
}

/**
 * An address that must not be there, or not with this type, breaks several rules at once. One is enough to tell, and
 * the first is libvirt's.
 */
function dropEchoes(refusals: Refusal[], from: number): void {
  const told = new Set<DeviceId>();
  const kept = refusals.filter(({ subject: { device, part } }, position) => {
    if (device === undefined || (part !== "address" && part !== "address@type")) return true;
    const isEcho = position >= from && told.has(device);
    told.add(device);
    return !isEcho;
  });
  refusals.splice(0, refusals.length, ...kept);
}

/** A stop at a device, or the second one at the host device inside an interface. */
type Stop = { readonly device: Device } | { readonly embedded: Hostdev | Interface };

function stopsOf(draft: Draft): Stop[] {
  const withoutAddress = [...draft.list("graphics"), ...draft.list("audio")];
  const stops: Stop[] = [...walkAll(draft), ...withoutAddress].map((device) => ({ device }));
  const embedded = draft.hostdevs.filter((device) => device.kind === "interface");
  const hostdevsStart = draft.disks.length + draft.list("interface").length + draft.list("sound").length;
  stops.splice(hostdevsStart, 0, ...embedded.map((device) => ({ embedded: device })));
  return stops;
}

/** First what every hypervisor asks, then addresses, then what QEMU's driver asks. */
function validateDevice(draft: Draft, device: Device): void {
  validateUnassigned(draft, device);
  run(generalChecks, draft, device);
  validateInfo(draft, device);
  validateBinary(draft, device);
  run(qemuChecks, draft, device);
}

type Check<D> = (draft: Draft, device: D) => void;
type Checks = { readonly [K in DeviceKind]?: Check<DeviceOf<K>> };

function run(checks: Checks, draft: Draft, device: Device): void {
  const check = checks[device.kind] as Check<Device> | undefined;
  check?.(draft, device);
}

const generalChecks: Checks = {
  disk: validateDisk,
  hostdev: validateHostdev,
  video: validateVideo,
  controller: validateController,
  smartcard: (draft, device) => demand(draft, device, "smartcard"),
  memory: validateMemory,
  iommu: validateIommu,
};

const qemuChecks: Checks = {
  disk: validateQemuDisk,
  hostdev: validateQemuHostdev,
  video: validateQemuVideo,
  controller: validateQemuController,
  smartcard: validateSmartcards,
  serial: validateSerial,
  parallel: validateParallel,
  channel: validateSpice,
  console: validateSpice,
  redirdev: validateSpice,
  input: validateInput,
  filesystem: validateFilesystem,
  watchdog: validateWatchdog,
  nvram: validateNvram,
  iommu: validateQemuIommu,
  pstore: (draft, device) => demand(draft, device, "pstore"),
  tpm: validateTpm,
};
