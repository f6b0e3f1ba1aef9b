import type { Capability } from "../../catalog/capabilities.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Hostdev, Interface } from "../../domain/device.ts";
import { lacks } from "../../domain/target.ts";
import { type Demanded, demand } from "./demands.ts";
import { placesOf } from "./place.ts";

const demandOfHost: Readonly<Record<string, Demanded>> = {
  pci: "hostdev pci",
  scsi: "hostdev scsi",
  scsi_host: "hostdev scsi_host",
  usb: "hostdev usb",
};

/** What every hypervisor asks of a host device, also of the one behind an interface (virDomainHostdevDefValidate, libvirt 11.3). */
export function validateHostdev(draft: Draft, device: Hostdev | Interface): void {
  const sort = device.host && demandOfHost[device.host.type];
  // The address of an interface is looked at once more here; what the first look refused is known.
  if (device.kind === "interface" && device.address?.type === "unassigned") return;
  if (sort) demand(draft, device, sort);
}

const vfio: Readonly<Record<string, { readonly sort: string; readonly capability: Capability }>> = {
  "vfio-pci": { sort: "PCI", capability: "DEVICE_VFIO_PCI" },
  "vfio-ap": { sort: "AP", capability: "DEVICE_VFIO_AP" },
  "vfio-ccw": { sort: "CCW", capability: "DEVICE_VFIO_CCW" },
};

/** What QEMU's driver asks of a host device (qemuValidateDomainDeviceDefHostdev, libvirt 11.3). */
export function validateQemuHostdev(draft: Draft, hostdev: Hostdev): void {
  if (hostdev.mode !== "subsystem") return;
  if (hostdev.type === "mdev") validateMdev(draft, hostdev);
  if (hostdev.type === "scsi_host" && hostdev.bootOrder !== undefined) {
    draft.refuse("hostdev-boot-vhost", {}, { device: hostdev.id, part: "boot" });
  }
}

function validateMdev(draft: Draft, hostdev: Hostdev): void {
  const { id, model = "" } = hostdev;
  const known = vfio[model];
  if (known && lacks(draft.target, known.capability)) {
    draft.refuse("hostdev-vfio-unsupported", { sort: known.sort }, { device: id, part: "@model" });
  } else if (hostdev.bootOrder !== undefined && model !== "vfio-ccw") {
    draft.refuse("hostdev-boot-mdev", { model }, { device: id, part: "boot" });
  }
  if (model === "vfio-ap") validateSingleAp(draft, hostdev);
}

function validateSingleAp(draft: Draft, hostdev: Hostdev): void {
  const first = draft.list("hostdev").find((other) => other.type === "mdev" && other.model === "vfio-ap");
  if (first === hostdev) return;
  draft.refuse(
    "hostdev-vfio-ap-single",
    {},
    { device: hostdev.id, part: "@model" },
    placesOf(draft, [first]),
  );
}

/** The same device of the host twice (virDomainDefDuplicateHostdevInfoValidate, libvirt 11.3). */
export function validateDuplicateHostdevs(draft: Draft): void {
  const known = new Map<string, Hostdev | Interface>();
  for (const device of draft.hostdevs) {
    const keys = hostKeys(device);
    const first = keys.map((key) => known.get(key)).find((other) => other !== undefined);
    for (const key of keys) if (!known.has(key)) known.set(key, device);
    if (first === undefined) continue;
    const related = placesOf(draft, [first], "source");
    draft.refuse("hostdev-duplicate", {}, { device: device.id, part: "source" }, related);
  }
}

/**
 * Equal for equal devices of the host. libvirt compares USB devices by their place on the host where the first of the
 * two names it, else by vendor and product (virDomainHostdevMatchSubsysUSB).
 */
function hostKeys({ host }: Hostdev | Interface): string[] {
  switch (host?.type) {
    case "pci": {
      const { domain, bus, slot, function: fn } = host.address;
      return [`pci ${domain}:${bus}:${slot}.${fn}`];
    }
    case "usb":
      return host.bus || host.device
        ? [`usb at ${host.bus ?? 0}.${host.device ?? 0}`]
        : [`usb ${host.vendor ?? 0}:${host.product ?? 0}`];
    case "scsi":
      return [`scsi ${host.identity}`];
    case "scsi_host":
      return host.wwpn === undefined ? [] : [`scsi_host ${host.wwpn}`];
    case "mdev":
      return host.uuid === undefined ? [] : [`mdev ${host.uuid.toLowerCase()}`];
    default:
      return [];
  }
}
