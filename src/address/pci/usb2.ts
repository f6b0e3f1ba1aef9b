import { isUsb2 } from "../../defaults/indexes.ts";
import type { PciAddress, Zpci } from "../../domain/address.ts";
import type { Controller } from "../../domain/device.ts";
import { type PciPass, pciAddressOf } from "./pciDraft.ts";

const functionOf: Readonly<Record<string, number>> = {
  "ich9-ehci1": 7,
  "ich9-uhci1": 0,
  "ich9-uhci2": 1,
  "ich9-uhci3": 2,
};

/**
 * Gives a part of a USB 2 group its place: the function of its model in the slot where the group already is, else in
 * a free slot (qemuDomainAssignUSB2…, in qemuDomainAssignDevicePCISlots, libvirt 11.3).
 */
export function assignUsb2(pass: PciPass, controller: Controller): void {
  const fn = functionOf[controller.model ?? ""] ?? 0;
  const group = pass.draft.controllers
    .ofType("usb")
    .find((other) => isUsb2(other) && other.index === controller.index && pciAddressOf(other) !== undefined);
  const base = group && pciAddressOf(group);
  if (base) joinGroup(pass, controller, { ...placeOf(base), function: fn }, base.zpci);
  else startGroup(pass, controller, fn);
}

/**
 * The address of a joining part is stored in the dry run too, and is a copy of the group's with another function: zPCI
 * ids come along, although nobody may share them.
 */
function joinGroup(pass: PciPass, controller: Controller, address: PciAddress, zpci: Zpci | undefined): void {
  if (!pass.reserveGiven(controller, address)) return;
  storeWithFlag(pass, controller, address);
  if (zpci && controller.address?.type === "pci") controller.address.zpci = { ...zpci };
}

function startGroup(pass: PciPass, controller: Controller, fn: number): void {
  const guest = pass.guestOf(controller);
  const address = pass.table.findNext(guest, fn);
  if ("code" in address) pass.refuse(controller, address);
  else {
    const failure = pass.table.reserve(address, guest, false);
    if (failure) pass.refuse(controller, failure);
    else if (!pass.dryRun) storeWithFlag(pass, controller, address);
  }
}

function storeWithFlag(pass: PciPass, controller: Controller, address: PciAddress): void {
  const isFirst = controller.model === "ich9-uhci1";
  pass.store(controller, isFirst ? { ...address, multifunction: "on" } : address, "pci-usb2-group");
}

function placeOf({ domain, bus, slot }: PciAddress): PciAddress {
  return { type: "pci", domain, bus, slot, function: 0 };
}
