import { hubPorts } from "../../catalog/usbModels.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Device } from "../../domain/device.ts";
import { portsOf } from "./usbDevices.ts";

/**
 * Adds hubs where there are more USB devices than ports, counted over all buses together; every hub brings eight
 * ports and takes one (qemuDomainAddUSBHubs… in qemuDomainAssignUSBAddresses, qemu_domain_address.c, libvirt 11.3).
 */
export function addHubs(draft: Draft, devices: readonly Device[]): void {
  const rootPorts = draft.controllers.ofType("usb").map(portsOf);
  const ports = rootPorts.reduce((sum, count) => sum + count, hubPorts * draft.list("hub").length);
  if (devices.length <= ports) return;
  const missing = Math.ceil((devices.length - ports + 1) / (hubPorts - 1));
  for (let added = 0; added < missing; added++) draft.add({ kind: "hub", type: "usb" });
}
