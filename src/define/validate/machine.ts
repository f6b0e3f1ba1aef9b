import { droppedMachines } from "../../catalog/absentDevices.ts";
import { latestQemu, type QemuVersion } from "../../catalog/capabilities.ts";
import {
  lastMinors,
  type MachineVersions,
  machineNames,
  machineVersions,
  vendorMachine,
} from "../../catalog/machineNames.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Target } from "../../domain/target.ts";

/**
 * Refuses machines that QEMU does not have (qemuValidateDomainDef, libvirt 11.3). Where nobody says which QEMU it is, a
 * newer or older one than ours may have any version of a board.
 */
export function validateMachine(draft: Draft): void {
  const { target, domain } = draft;
  const machine = domain.os.machine;
  if (machine === undefined || isOffered(target, machine)) return;
  const { emulator } = target;
  draft.refuse("machine-unsupported", { emulator, machine }, { part: "os/type@machine" });
}

/** Whether QEMU has a machine of this name, as far as anybody knows. */
export function isOffered(target: Target, machine: string): boolean {
  const names = machineNames[target.arch];
  if (names === undefined || names.includes(machine) || vendorMachine.test(machine)) return true;
  for (const row of machineVersions) {
    const version = row.arches.includes(target.arch) ? versionAfter(row.stem, machine) : undefined;
    if (version !== undefined) return isVersionOffered(target, row, version);
  }
  const isOurs = compare(target.qemu, latestQemu) === 0;
  // Boards come and go, and the names are those of one QEMU.
  return !isOurs || droppedMachines.has(machine);
}

const usualLastMinor = 2;

/** The nearest version that QEMU has of a board, for one that it has not. */
export function nearestVersion(target: Target, machine: string): string | undefined {
  for (const { stem, arches, oldest } of machineVersions) {
    const version = arches.includes(target.arch) ? versionAfter(stem, machine) : undefined;
    if (version === undefined) continue;
    const [major, minor] = clamped(version, oldest, target.qemu);
    return `${stem}${major}.${Math.min(minor, lastMinors[major] ?? usualLastMinor)}`;
  }
  return undefined;
}

function clamped(version: QemuVersion, low: QemuVersion, high: QemuVersion): QemuVersion {
  if (compare(version, low) < 0) return low;
  return compare(version, high) > 0 ? high : version;
}

/** The version behind a stem; whatever a distribution has added to it counts for nothing. */
function versionAfter(stem: string, machine: string): QemuVersion | undefined {
  if (!machine.startsWith(stem)) return undefined;
  const match = /^(\d+)\.(\d+)(?:\.\d+)?(?:\+.*)?$/.exec(machine.slice(stem.length));
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

function isVersionOffered(target: Target, { oldest }: MachineVersions, version: QemuVersion): boolean {
  const [major, minor] = version;
  if (minor > (lastMinors[major] ?? usualLastMinor)) return false;
  if (!target.qemuIsGiven) return true;
  const isTooOld = compare(target.qemu, latestQemu) === 0 && compare(version, oldest) < 0;
  return !isTooOld && compare(version, target.qemu) <= 0;
}

function compare([major, minor]: QemuVersion, [otherMajor, otherMinor]: QemuVersion): number {
  return major - otherMajor || minor - otherMinor;
}
