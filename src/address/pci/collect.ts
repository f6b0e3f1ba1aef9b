import { connect } from "../../catalog/connectFlags.ts";
import { walk } from "../../defaults/walk.ts";
import type { PciAddress } from "../../domain/address.ts";
import type { Device } from "../../domain/device.ts";
import { type PciPass, type PciRun, pciAddressOf } from "./pciDraft.ts";

/**
 * Reserves every address that is there already, in iteration order (qemuDomainCollectPCIAddress, libvirt 11.3). A
 * device that needs no PCI but has a PCI address is held for a conventional one.
 */
export function collectGiven(run: PciRun, pass: PciPass): void {
  for (const device of walk(run.draft)) {
    const address = pciAddressOf(device);
    if (address === undefined || pass.hasFailed(device)) continue;
    if (run.needsOf(device) === 0) run.overrideNeeds(device, connect.PCI);
    if (isPiix3Function(device, address)) refuseOnExpress(pass, device);
    else pass.reserveGiven(device, address);
  }
}

/** The PIIX3 functions of slot 1 are left to the chipset rules. */
function isPiix3Function(device: Device, { domain, bus, slot, function: fn }: PciAddress): boolean {
  if (device.kind !== "controller" || device.index !== 0) return false;
  if (domain !== 0 || bus !== 0 || slot !== 1) return false;
  if (device.type === "ide") return fn === 1;
  return device.type === "usb" && fn === 2 && (device.model === undefined || device.model === "piix3-uhci");
}

function refuseOnExpress(pass: PciPass, device: Device): void {
  const bus0 = pass.table.buses[0];
  if (bus0 && !(bus0.offers & connect.PCI)) {
    pass.refuse(device, { code: "piix3-on-pcie", values: {} }, "address");
  }
}
