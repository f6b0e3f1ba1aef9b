import { isVirtioDevice } from "../address/virtioGroups.ts";
import { virtioDrivers } from "../catalog/virtioDrivers.ts";
import type { Definition } from "../define/definition.ts";
import type { AddressType } from "../domain/address.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf, listOf, pciNeedsOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const virtioTypes: ReadonlySet<AddressType> = new Set(["pci", "ccw", "virtio-mmio"]);

/** Devices with an address of a sort that they cannot have, as far as libvirt leaves it to the start to find out. */
export function checkAddressTypes(definition: Definition): Problem[] {
  const needs = pciNeedsOf(definition);
  const misfits = devicesOf(definition).flatMap((device) => {
    const type = device.address?.type;
    if (type === undefined || type === "pci" || device.kind === "hostdev") return [];
    if (device.kind === "interface" && device.type === "hostdev") return [];
    if (device.kind === "shmem") return [misfit(definition, "shmem-address-type", device, type)];
    if (needs.of(device) === 0 || isOnSpaprVio(device)) return [];
    if (!isVirtio(device)) return [misfit(definition, "pci-device-address-type", device, type)];
    return virtioTypes.has(type) ? [] : [misfit(definition, "virtio-address-type-static", device, type)];
  });
  return [...misfits, ...checkConsoles(definition)];
}

function misfit(
  definition: Definition,
  code: "shmem-address-type" | "pci-device-address-type" | "virtio-address-type-static",
  device: Device,
  type: AddressType,
): Problem {
  const values = { type, driver: virtioDrivers[device.kind] ?? "virtio" };
  return problem(code, values, seatPlace(definition, device, "address@type"));
}

/** The SCSI controllers and network cards of pseries that have a bus of their own. */
function isOnSpaprVio(device: Device): boolean {
  if (device.kind !== "controller" && device.kind !== "interface") return false;
  return device.model === "ibmvscsi" || device.model === "spapr-vlan";
}

/** SCSI controllers of every model count as virtio where memory-mapped slots are handed out, but not here. */
function isVirtio(device: Device): boolean {
  if (device.kind === "controller" && device.type === "scsi")
    return device.model?.startsWith("virtio") ?? false;
  return device.kind === "filesystem" || device.kind === "vsock" || isVirtioDevice(device);
}

/** The property of QEMU's device that an address of a type would set. */
const properties: { readonly [K in AddressType]?: string } = {
  pci: "addr",
  ccw: "devno",
  usb: "port",
  drive: "unit",
  isa: "iobase",
  "spapr-vio": "reg",
};

/** A virtio console is a port of a virtio-serial controller, whatever else its address says. */
function checkConsoles(definition: Definition): Problem[] {
  return listOf(definition, "console").flatMap((console) => {
    const type = console.address?.type;
    const property = type && properties[type];
    if (console.targetType !== "virtio" || type === undefined || property === undefined) return [];
    const place = seatPlace(definition, console, "address@type");
    return [problem("console-address-type", { type, property }, place)];
  });
}
