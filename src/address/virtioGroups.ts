import type { Draft } from "../defaults/draft.ts";
import type { Device } from "../domain/device.ts";

const virtioNets: ReadonlySet<string | undefined> = new Set([
  "virtio",
  "virtio-transitional",
  "virtio-non-transitional",
]);

/** The kinds in the order in which libvirt marks them (qemuDomainPrimeVirtioDeviceAddresses, libvirt 11.3). */
const kinds = [
  "disk",
  "interface",
  "video",
  "input",
  "controller",
  "hostdev",
  "memballoon",
  "rng",
  "memory",
  "crypto",
  "sound",
] as const;

/** The virtio devices that a machine without PCI puts on its own bus. */
export function virtioDevicesOf(draft: Draft): Device[] {
  return kinds.flatMap((kind) => (draft.list(kind) as Device[]).filter(isVirtioDevice));
}

/** Whether the device is a virtio one in libvirt's eyes; SCSI controllers of every model count as such. */
export function isVirtioDevice(device: Device): boolean {
  switch (device.kind) {
    case "disk":
    case "input":
      return device.bus === "virtio";
    case "interface":
      return virtioNets.has(device.model);
    case "video":
    case "sound":
      return device.model === "virtio";
    case "controller":
      return device.type === "virtio-serial" || device.type === "scsi";
    case "hostdev":
      return device.type === "scsi_host";
    case "memballoon":
      return device.model !== "none";
    case "memory":
      return device.model === "virtio-pmem" || device.model === "virtio-mem";
    default:
      return device.kind === "rng" || device.kind === "crypto";
  }
}

/** Whether libvirt may still choose the type of the device's address. */
export function hasNoAddress(device: Device): boolean {
  return device.address === undefined && !device.unreadableAddress;
}
