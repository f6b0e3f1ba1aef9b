import type { Disk } from "../../domain/device.ts";
import { joinChanges } from "../../edit/change.ts";
import { freeTargetName, prefixByBus, prefixOf } from "../../edit/names.ts";
import { unpin } from "../../edit/unpin.ts";
import { setValue } from "../../edit/values.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import { bestFix, type Cure, type Fix, fix, otherwise, type Site } from "./fix.ts";

/** A target name that no other disk has. */
export function renameTarget(site: Site): Fix[] {
  const disk = diskOf(site);
  const prefix = prefixOf(disk?.target ?? "") ?? prefixByBus[disk?.bus ?? ""];
  return prefix === undefined ? [] : nameTarget(site, freeTargetName(prefix, takenNames(site)));
}

/** A partition's name becomes the disk's, if nobody has it. */
export function renamePartition(site: Site): Fix[] {
  const name = diskOf(site)?.target?.replace(/\d+$/, "");
  const prefix = name && prefixOf(name);
  if (name === undefined || prefix === undefined) return [];
  const taken = takenNames(site);
  return nameTarget(site, taken.has(name) ? freeTargetName(prefix, taken) : name);
}

function nameTarget({ device }: Site, name: string): Fix[] {
  if (device === undefined) return [];
  const target = firstChild(device, "target");
  if (target !== undefined) return bestFix(`Call it ${name}`, [setValue(target, "dev", name, [])]);
  const markup = { name: "target", attributes: [["dev", name]] } as const;
  const address = firstChild(device, "address");
  return bestFix(`Add <target dev='${name}'>`, [
    { element: device, added: [address ? { markup, before: address } : { markup }] },
  ]);
}

/** A disk that has no place on IDE goes to SATA, under a name of that bus and without its old address. */
export function moveToSata(site: Site): Fix[] {
  const { device, about } = site;
  const target = device && firstChild(device, "target");
  const blamesDisk = about.subject.part?.startsWith("address") || about.subject.part?.startsWith("target");
  if (device === undefined || target === undefined || !blamesDisk || diskOf(site)?.bus !== "ide") return [];
  const name = freeTargetName("sd", takenNames(site));
  // Where IDE has no place for a disk, SATA is the nearest that has.
  return otherwise(
    fix(
      `Move it to sata as ${name}`,
      joinChanges([
        setValue(target, "dev", name, []),
        setValue(target, "bus", "sata", ["dev"]),
        ...unpin([device]),
      ]),
    ),
  );
}

/** A disk goes to another bus, under a name that is free there and without its old address. */
export function moveTo(buses: readonly string[]): Cure {
  return (site) => {
    const disk = diskOf(site);
    const target = site.device && firstChild(site.device, "target");
    if (disk === undefined || site.device === undefined || target === undefined) return [];
    return buses.flatMap((bus) => busChange(site, target, bus, disk.bus));
  };
}

function busChange(site: Site, target: Element, bus: string, old: string | undefined): Fix[] {
  const { device } = site;
  const prefix = prefixByBus[bus] ?? "sd";
  if (device === undefined || bus === old) return [];
  const own = attributeValue(target, "dev") ?? "";
  const name = own.startsWith(prefix) ? own : freeTargetName(prefix, takenNames(site));
  return bestFix(
    `Move it to ${bus}${name === own ? "" : ` as ${name}`}`,
    joinChanges([
      setValue(target, "dev", name, []),
      setValue(target, "bus", bus, ["dev"]),
      ...unpin([device]),
    ]),
  );
}

/** Only a floppy drive sits at the floppy controller. */
export function makeFloppy({ device }: Site): Fix[] {
  return device === undefined
    ? []
    : fix("Use device='floppy'", [setValue(device, "device", "floppy", ["type"])]);
}

/** Only drives with a tray take a medium out. */
export function makeHardDisk({ device }: Site): Fix[] {
  return device === undefined ? [] : fix("Use device='disk'", [setValue(device, "device", "disk", ["type"])]);
}

/** Disks of every bus share their names. */
function takenNames({ domain }: Site): ReadonlySet<string> {
  return new Set(
    domain.reading.domain.devices.flatMap((device) =>
      device.kind === "disk" && device.target !== undefined ? [device.target] : [],
    ),
  );
}

function diskOf({ defined }: Site): Disk | undefined {
  return defined?.device.kind === "disk" ? defined.device : undefined;
}
