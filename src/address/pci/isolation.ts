import type { Device } from "../../domain/device.ts";
import type { Target } from "../../domain/target.ts";

/**
 * The isolation group of a device: on pseries a host PCI device carries the number of its IOMMU group plus one, and
 * everything else is in group 0. A host device whose group is unknown is treated like an emulated one
 * (qemuDomainFillDeviceIsolationGroup, libvirt 11.3).
 */
export function isolationGroupOf(device: Device, target: Target): number {
  if (target.class !== "pseries" || (device.kind !== "hostdev" && device.kind !== "interface")) return 0;
  const { host } = device;
  if (host?.type !== "pci") return 0;
  const { domain, bus, slot, function: fn } = host.address;
  const known = target.host.pciDevices.find(
    ({ address }) =>
      address.domain === domain && address.bus === bus && address.slot === slot && address.function === fn,
  );
  return known?.iommuGroup === undefined ? 0 : known.iommuGroup + 1;
}
