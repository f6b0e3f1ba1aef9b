import type { Disk } from "../domain/device.ts";
import { diskIndexOf } from "../domain/diskName.ts";
import type { Draft } from "./draft.ts";

/** Ports of one AHCI controller under bhyve. */
const sataPorts = 32;

/** Adds the root bus and, where anything asks for it, the ISA bridge (bhyveDomainDefPostParse, libvirt 11.3). */
export function addBhyveDevices(draft: Draft): void {
  draft.addController("pci", 0, "pci-root");
  if (wantsIsaBridge(draft)) draft.addController("isa", 0);
}

function wantsIsaBridge(draft: Draft): boolean {
  const { os } = draft.domain;
  if ((os.loader && !os.bootloader) || os.firmware === "efi") return true;
  if (draft.list("serial").length > 0 || draft.list("console").length > 0) return true;
  return draft.list("graphics").length > 0 && draft.list("video").length > 0;
}

/** SATA disks get their place by target name, 32 to a controller (bhyveDomainDeviceDefPostParse, libvirt 11.3). */
export function placeBhyveSata(draft: Draft, disk: Disk): void {
  if (disk.bus !== "sata" || disk.address || disk.unreadableAddress || disk.target === undefined) return;
  const index = diskIndexOf(disk.target);
  if (index === undefined) return;
  const [controller, unit] = [Math.floor(index / sataPorts), index % sataPorts];
  disk.address = { type: "drive", controller, bus: 0, target: 0, unit };
  draft.explain(disk, { rule: "drive-target-name", values: { target: disk.target, unit }, because: [] });
}
