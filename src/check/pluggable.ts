import type { Device } from "../domain/device.ts";

const kinds: ReadonlySet<string> = new Set([
  "disk",
  "interface",
  "hostdev",
  "filesystem",
  "rng",
  "memory",
  "vsock",
]);

/** Whether people plug such a device in and out. Boards have their own video, sound and USB, and nobody does. */
export function isPluggable(device: Device): boolean {
  if (device.kind === "controller") return device.type === "scsi" || device.type === "virtio-serial";
  return kinds.has(device.kind);
}
