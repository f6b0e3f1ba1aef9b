import type { Draft } from "../defaults/draft.ts";
import type { Device } from "../domain/device.ts";

const virtioNets: ReadonlySet<string | undefined> = new Set([
  "virtio",
  "virtio-transitional",
  "virtio-non-transitional",
]);

/**
 * The virtio devices that a machine without PCI puts on its own bus; SCSI controllers of every model count as such
 * (qemuDomainPrimeVirtioDeviceAddresses, qemu_domain_address.c, libvirt 11.3).
 */
export function virtioDevicesOf(draft: Draft): Device[] {
  return [
    ...draft.disks.filter((disk) => disk.bus === "virtio"),
    ...draft.list("interface").filter((device) => virtioNets.has(device.model)),
    ...draft.list("video").filter((video) => video.model === "virtio"),
    ...draft.list("input").filter((input) => input.bus === "virtio"),
    ...draft.controllers.all().filter(({ type }) => type === "virtio-serial" || type === "scsi"),
    ...draft.hostdevs.filter((device) => device.kind === "hostdev" && device.type === "scsi_host"),
    ...draft.list("memballoon").filter((balloon) => balloon.model !== "none"),
    ...draft.list("rng"),
    ...draft.list("memory").filter(({ model }) => model === "virtio-pmem" || model === "virtio-mem"),
    ...draft.list("crypto"),
    ...draft.list("sound").filter((sound) => sound.model === "virtio"),
  ];
}

/** Whether libvirt may still choose the type of the device's address. */
export function hasNoAddress(device: Device): boolean {
  return device.address === undefined && !device.unreadableAddress;
}
