import { modellessPorts, usbModels } from "../../catalog/usbModels.ts";
import type { UsbAddress } from "../../domain/address.ts";
import type { Controller, Device } from "../../domain/device.ts";
import type { Visit } from "../visits.ts";

/** How many ports a USB controller's own hub has (virDomainUSBAddressControllerModelToPorts, libvirt 11.3). */
export function portsOf(controller: Controller): number {
  const model = controller.model === undefined ? undefined : usbModels[controller.model];
  if (!model) return modellessPorts;
  return model.takesPorts ? (controller.ports ?? model.ports) : model.ports;
}

/** Whether the device sits on a USB port, as an address pass meets it (virDomainDeviceIsUSB, libvirt 11.3). */
export function isUsbVisit({ device, asHostdev }: Visit): boolean {
  if (asHostdev) return device.kind === "interface" && device.host?.type === "usb";
  return isUsbDevice(device);
}

/** Whether a device of this sort sits on a USB port. */
export function isUsbDevice(device: Device): boolean {
  switch (device.kind) {
    case "disk":
    case "input":
    case "redirdev":
      return device.bus === "usb";
    case "interface":
      return device.model === "usb-net";
    case "sound":
      return device.model === "usb";
    case "hostdev":
      return device.mode === "subsystem" && device.type === "usb";
    case "controller":
      return device.type === "ccid";
    case "serial":
      return device.targetType === "usb-serial";
    case "filesystem":
      return device.driver === "mtp";
    case "hub":
      return true;
    default:
      return false;
  }
}

/** The USB address of a device that names a port; undefined where libvirt is to choose one. */
export function withPort(device: Device): UsbAddress | undefined {
  return device.address?.type === "usb" && (device.address.port[0] ?? 0) !== 0 ? device.address : undefined;
}

/** The numbers of a path up to the last one that is not zero. */
export function pathOf(address: UsbAddress): number[] {
  const length = address.port.findLastIndex((number) => number !== 0) + 1;
  return address.port.slice(0, length);
}

/** A path as libvirt prints it, which ends at the first zero. */
export function portText(path: readonly number[]): string {
  const zero = path.indexOf(0);
  return (zero === -1 ? path : path.slice(0, zero)).join(".");
}
