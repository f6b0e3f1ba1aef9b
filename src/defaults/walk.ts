import type { CharacterDevice, Device, DeviceKind } from "../domain/device.ts";
import type { Draft } from "./draft.ts";

const beforeConsoles: readonly DeviceKind[] = ["smartcard", "serial", "parallel", "channel"];
const afterConsoles: readonly DeviceKind[] = [
  "input",
  "filesystem",
  "watchdog",
  "memballoon",
  "rng",
  "nvram",
  "hub",
  "shmem",
  "tpm",
  "panic",
  "memory",
  "redirdev",
  "iommu",
  "vsock",
  "crypto",
  "pstore",
];

/**
 * Every device once in libvirt's iteration order, as address passes walk them: the console that is only another name
 * of serial 0 is left out, and the host device of an interface is met as interface only
 * (virDomainDeviceInfoIterateFlags, libvirt 11.3).
 */
export function walk(draft: Draft): Device[] {
  return walkDevices(draft, consolesWithAddress(draft));
}

/** The same order with all consoles, as defaults and validation walk them. */
export function walkAll(draft: Draft): Device[] {
  return walkDevices(draft, draft.list("console"));
}

function walkDevices(draft: Draft, consoles: readonly CharacterDevice[]): Device[] {
  return [
    ...draft.disks,
    ...draft.list("interface"),
    ...draft.list("sound"),
    ...draft.list("hostdev"),
    ...draft.list("video"),
    ...draft.controllers.all(),
    ...beforeConsoles.flatMap((kind) => draft.list(kind) as Device[]),
    ...consoles,
    ...afterConsoles.flatMap((kind) => draft.list(kind) as Device[]),
  ];
}

function consolesWithAddress(draft: Draft): readonly CharacterDevice[] {
  const consoles = draft.list("console");
  return isSerialAlias(draft, consoles[0]) ? consoles.slice(1) : consoles;
}

/** The first console of an hvm guest is only an alias of the first serial while its target type is serial or unset. */
export function isSerialAlias(draft: Draft, console: CharacterDevice | undefined): boolean {
  if (console === undefined || draft.domain.os.type !== "hvm") return false;
  return console.targetType === undefined || console.targetType === "serial";
}
