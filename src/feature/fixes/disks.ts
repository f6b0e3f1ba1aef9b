import type { Disk } from "../../domain/device.ts";
import { joinChanges } from "../../edit/change.ts";
import { freeTargetName, prefixByBus, prefixOf } from "../../edit/names.ts";
import { unpin } from "../../edit/unpin.ts";
import { setValue } from "../../edit/values.ts";
import { firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

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
  return fix(
    `Move it to sata as ${name}`,
    joinChanges([
      setValue(target, "dev", name, []),
      setValue(target, "bus", "sata", ["dev"]),
      ...unpin([device]),
    ]),
  );
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
