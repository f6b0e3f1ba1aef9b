import { boardWantsOf } from "../catalog/boardDevices.ts";
import { qemuDomainTypes } from "../catalog/domainTypes.ts";
import { type IsaPlace, type IsaSort, isaPlaces } from "../catalog/isaPlaces.ts";
import type { Device } from "../domain/device.ts";
import type { PlacedDevices } from "./addressRule.ts";

/** What libvirt hands an ISA address on to QEMU for; nothing for other devices (qemuBuildDeviceAddressProps, libvirt 11.3). */
export function isaSortOf(device: Device): IsaSort | undefined {
  if (device.kind === "panic") return device.model === "isa" ? "panic" : undefined;
  if (device.kind !== "serial") return undefined;
  if (device.targetType === "isa-debug") return "debug";
  return device.targetType === "isa-serial" ? "serial" : undefined;
}

/** Whether QEMU gives such devices a place where the file gives none. */
export function hasUsualIsaPlaces({ domain, target }: Pick<PlacedDevices, "domain" | "target">): boolean {
  return qemuDomainTypes.has(domain.type) && boardWantsOf(target.machine).isa !== false;
}

/**
 * Where QEMU puts a device that has no ISA address: serial ports by their number, others all alike (`info qtree`, QEMU
 * 10.0). Nothing for a fifth serial port, with which QEMU does not start.
 */
export function usualIsaPlace(device: Device): IsaPlace | undefined {
  const sort = isaSortOf(device);
  if (sort === undefined) return undefined;
  if (device.kind !== "serial" || sort !== "serial") return isaPlaces[sort][0];
  return isaPlaces.serial[device.targetPort ?? 0];
}
