import { diskIndexOf } from "../domain/diskName.ts";

/** The first target name from `start` on with this prefix that is not taken: vda, vdb, … vdz, vdaa. */
export function freeTargetName(prefix: string, taken: ReadonlySet<string>, start = 0): string {
  for (let index = start; ; index++) {
    const name = prefix + lettersOf(index);
    if (!taken.has(name)) return name;
  }
}

/** The prefix of a target name that libvirt can read: vd of vdb. */
export function prefixOf(target: string): string | undefined {
  if (diskIndexOf(target.replace(/\d+$/, "")) === undefined) return undefined;
  return ["xvd", "ubd", "fd", "hd", "vd", "sd"].find((prefix) => target.startsWith(prefix));
}

/** 0 is a, 25 is z, 26 is aa. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}

/** The name that libvirt itself would give by bus. */
export const prefixByBus: Readonly<Record<string, string>> = {
  ide: "hd",
  sata: "sd",
  scsi: "sd",
  usb: "sd",
  virtio: "vd",
  fdc: "fd",
  xen: "xvd",
  uml: "ubd",
  sd: "sd",
};
