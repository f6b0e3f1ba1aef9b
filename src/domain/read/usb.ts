import type { Controller, Device } from "../device.ts";
import { refuse, type Spot } from "./spot.ts";

/** What the parser remembers about USB controllers while it reads a domain. */
export interface UsbControllers {
  /** A controller that stands for "no USB" was read. */
  none?: Spot;
  /** The first real controller. */
  first?: Spot;
  /** A real controller that is no companion of another was read. */
  master?: true;
}

/**
 * One USB controller after the other in document order: either one that stands for "no USB", or real ones
 * (virDomainDefControllersParse, libvirt 11.3).
 */
export function noteController(seen: UsbControllers, controller: Controller, spot: Spot): void {
  if (controller.type !== "usb") return;
  const isNone = controller.model === "none";
  const other = seen.none ?? (isNone ? seen.first : undefined);
  if (other) refuse(spot, "usb-none-with-other-controller", {}, isNone ? "@model" : "", other);
  if (isNone) seen.none ??= spot;
  else seen.first ??= spot;
  if (!isNone && controller.masterStartPort === undefined) seen.master = true;
}

/** Once all controllers are read: companions alone do not make a bus. */
export function checkMaster(seen: UsbControllers): void {
  if (seen.first && !seen.master) refuse(seen.first, "usb-master-missing");
}

/** Where there is to be no USB, some devices are refused as soon as they are read; the others in later phases. */
export function checkUsbDisabled(seen: UsbControllers, device: Device, spot: Spot): void {
  if (seen.none === undefined) return;
  if (device.kind === "input" && device.bus === "usb") {
    refuse(spot, "usb-disabled-input", {}, "", seen.none);
  }
  if (device.kind === "hub" && device.type === "usb") {
    refuse(spot, "usb-disabled-hub", {}, "", seen.none);
  }
  if (device.kind === "hostdev" && device.mode === "subsystem" && device.type === "usb") {
    refuse(spot, "usb-disabled-hostdev", {}, "", seen.none);
  }
}
