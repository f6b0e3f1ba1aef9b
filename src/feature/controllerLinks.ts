import type { Definition } from "../define/definition.ts";
import type { Controller, Device, DeviceId } from "../domain/device.ts";
import { type Attribute, attributeOf, type Element, firstChild } from "../xml/document.ts";
import type { DomainView } from "./snapshot.ts";

/** Which controller an address hangs from, and the attribute of `<address>` that says so. */
export interface ControllerLink {
  readonly attribute: "bus" | "controller";
  readonly type: string;
  readonly index: number;
}

/** The controller that a device's address names; undefined for addresses that name none. */
export function controllerLinkOf(device: Device): ControllerLink | undefined {
  const { address } = device;
  switch (address?.type) {
    case "pci":
      return { attribute: "bus", type: "pci", index: address.bus };
    case "usb":
      return { attribute: "bus", type: "usb", index: address.bus };
    case "virtio-serial":
    case "ccid":
      return { attribute: "controller", type: address.type, index: address.controller };
    case "drive":
      return { attribute: "controller", type: driveControllerOf(device), index: address.controller };
    default:
      return undefined;
  }
}

/** Disks hang from the controller of their bus, everything else with a drive address from a SCSI controller. */
function driveControllerOf(device: Device): string {
  return device.kind === "disk" ? (device.bus ?? "scsi") : "scsi";
}

/** The controller of a type and index; of USB controllers that share an index, the one the others accompany. */
export function findController(definition: Definition, type: string, index: number): Controller | undefined {
  const isMeant = (device: Device): device is Controller =>
    device.kind === "controller" && device.type === type && device.index === index;
  const found = definition.devices.map(({ device }) => device).filter(isMeant);
  return found.find(({ masterStartPort }) => masterStartPort === undefined) ?? found[0];
}

/** The devices whose addresses name a controller, in libvirt's order. */
export function devicesBehind(definition: Definition, { type, index }: Controller): DeviceId[] {
  return definition.devices
    .filter(({ device, copyOf }) => {
      const link = controllerLinkOf(device);
      return copyOf === undefined && link?.type === type && link.index === index;
    })
    .map(({ device }) => device.id);
}

/** The `<address>` of a device in the file: the first one, as libvirt takes it. */
export function addressElementOf({ reading }: DomainView, device: DeviceId): Element | undefined {
  const element = reading.elements.get(device);
  return element && firstChild(element, "address");
}

/** The attribute in the file that names the controller of a device. */
export function linkAttributeOf(
  domain: DomainView,
  device: DeviceId,
  link: ControllerLink,
): Attribute | undefined {
  const address = addressElementOf(domain, device);
  return address && attributeOf(address, link.attribute);
}
