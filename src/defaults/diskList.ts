import type { Disk } from "../domain/device.ts";
import { diskIndexOf } from "../domain/diskName.ts";

/**
 * Disks in libvirt's order: by bus as written, in the order the buses appear, and by the index in the target name
 * inside a bus. Disks without `bus` form a group of their own (virDomainDiskInsert, libvirt 11.3).
 */
export function inListOrder(disks: Iterable<Disk>): Disk[] {
  const groups = new Map<string, Entry[]>();
  for (const disk of disks) {
    const bus = disk.bus ?? "";
    const group = groups.get(bus) ?? [];
    groups.set(bus, group);
    insert(group, { disk, index: indexOf(disk) });
  }
  return [...groups.values()].flat().map((entry) => entry.disk);
}

interface Entry {
  readonly disk: Disk;
  /** −1 for a name that cannot be read; undefined where there is no name, which never compares. */
  readonly index: number | undefined;
}

function indexOf(disk: Disk): number | undefined {
  return disk.target === undefined ? undefined : (diskIndexOf(disk.target) ?? -1);
}

function insert(group: Entry[], entry: Entry): void {
  const { index } = entry;
  const last = group.at(-1);
  const isLast =
    index === undefined || last === undefined || (last.index !== undefined && last.index <= index);
  // Groups are sorted but for disks without a name, so a larger last index is the only sign of an earlier place.
  const place = isLast && !hasNameless(group) ? -1 : group.findIndex((other) => isLarger(other.index, index));
  if (place === -1) group.push(entry);
  else group.splice(place, 0, entry);
}

function hasNameless(group: readonly Entry[]): boolean {
  return group.length > 0 && group[group.length - 1]?.index === undefined;
}

function isLarger(other: number | undefined, index: number | undefined): boolean {
  return other !== undefined && index !== undefined && other > index;
}
