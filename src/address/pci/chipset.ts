import { type ConnectFlags, connect } from "../../catalog/connectFlags.ts";
import type { RefusalCode } from "../../catalog/refusals.ts";
import type { Controller } from "../../domain/device.ts";
import { guestOf } from "./busTable.ts";
import { onBus0, type PciPass, pciAddressOf } from "./pciDraft.ts";

/**
 * What the chipset itself takes and the places it keeps for its own devices
 * (qemuDomainValidateDevicePCISlotsChipsets, libvirt 11.3).
 */
export function reserveChipset(pass: PciPass): void {
  const machine = pass.draft.target.class;
  if (machine === "i440fx") reserveI440fx(pass);
  if (machine === "q35") reserveQ35(pass);
}

const i440fxNeeds: ConnectFlags = connect.PCI | connect.AUTO;
const q35Needs: ConnectFlags = connect.PCIE;

/** The PIIX3 of i440fx: IDE at 1.1, USB at 1.2, ISA bridge at 1.0, power management at 1.3. */
function reserveI440fx(pass: PciPass): void {
  for (const controller of pass.draft.controllers.all()) {
    if (controller.index !== 0) continue;
    if (controller.type === "ide") placePiix3(pass, controller, 1, "ide-primary-address");
    if (controller.type === "usb" && (controller.model === undefined || controller.model === "piix3-uhci")) {
      placePiix3(pass, controller, 2, "usb-piix3-address");
    }
  }
  reserve(pass, 1, 0, i440fxNeeds);
  reserve(pass, 1, 3, i440fxNeeds);
  placePrimaryVideo(pass, 2, i440fxNeeds);
}

function placePiix3(pass: PciPass, controller: Controller, fn: number, code: RefusalCode): void {
  if (pass.hasFailed(controller) || controller.unreadableAddress) return;
  const address = pciAddressOf(controller);
  const isThere = address?.domain === 0 && address.bus === 0 && address.slot === 1 && address.function === fn;
  if (address && !isThere) {
    pass.refuse(controller, { code, values: {} }, "address");
    return;
  }
  if (!address) pass.store(controller, onBus0(1, fn), "pci-chipset");
  pass.reserveGiven(controller, onBus0(1, fn), i440fxNeeds);
}

/** The ICH9 of q35: SATA at 1f.2, ISA bridge at 1f.0, SMBus at 1f.3, and slots it prefers for USB 2, DMI and sound. */
function reserveQ35(pass: PciPass): void {
  for (const controller of pass.draft.controllers.all()) {
    if (pass.hasFailed(controller) || controller.unreadableAddress) continue;
    if (controller.type === "sata" && controller.index === 0) placeSata(pass, controller);
    if (controller.type === "usb" && controller.model === "ich9-uhci1") placeUhci1(pass, controller);
    if (controller.type === "pci" && controller.model === "dmi-to-pci-bridge")
      placeDmiBridge(pass, controller);
  }
  reserve(pass, 0x1f, 0, q35Needs);
  reserve(pass, 0x1f, 3, q35Needs);
  placePrimaryVideo(pass, 1, q35Needs);
  placeSound(pass);
}

/** The address is only stored, whatever type was there before; the next pass finds it as a given one. */
function placeSata(pass: PciPass, controller: Controller): void {
  const address = pciAddressOf(controller);
  if (!address) {
    pass.store(controller, onBus0(0x1f, 2), "pci-chipset");
    return;
  }
  const isThere =
    address.domain === 0 && address.bus === 0 && address.slot === 0x1f && address.function === 2;
  if (!isThere) pass.refuse(controller, { code: "sata-primary-address", values: {} }, "address");
}

function placeUhci1(pass: PciPass, controller: Controller): void {
  if (controller.address !== undefined) return;
  const slot = [0x1d, 0x1a].find((candidate) => !isBus0SlotUsed(pass, candidate));
  if (slot === undefined || !pass.reserveGiven(controller, onBus0(slot, 0), q35Needs)) return;
  pass.store(controller, { ...onBus0(slot, 0), multifunction: "on" }, "pci-chipset");
}

function placeDmiBridge(pass: PciPass, controller: Controller): void {
  if (controller.address !== undefined || isBus0SlotUsed(pass, 0x1e)) return;
  if (pass.reserveGiven(controller, onBus0(0x1e, 0), q35Needs)) {
    pass.store(controller, onBus0(0x1e, 0), "pci-chipset");
  }
}

function placeSound(pass: PciPass): void {
  if (isBus0SlotUsed(pass, 0x1b)) return;
  const sound = pass.draft.list("sound").find((device) => device.model === "ich9" && pass.wants(device));
  if (sound && pass.reserveGiven(sound, onBus0(0x1b, 0), q35Needs)) {
    pass.store(sound, onBus0(0x1b, 0), "pci-chipset");
  }
}

/**
 * The first video takes the slot where guests look for it. Where the slot is taken it is an ordinary device, placed
 * here and, in a dry run, once more with the other videos.
 */
function placePrimaryVideo(pass: PciPass, slot: number, needs: ConnectFlags): void {
  const [video] = pass.draft.list("video");
  if (!video || video.model === "none" || video.model === "ramfb" || !pass.wants(video)) return;
  if (isBus0SlotUsed(pass, slot)) pass.assignNext(video);
  else if (pass.reserveGiven(video, onBus0(slot, 0), needs)) {
    pass.store(video, onBus0(slot, 0), "pci-primary-video");
  }
}

/** Takes a function for the chipset; a device of the file that sits there is to blame. */
function reserve(pass: PciPass, slot: number, fn: number, needs: ConnectFlags): void {
  const failure = pass.table.reserve(onBus0(slot, fn), guestOf(needs, undefined), true);
  if (failure === undefined) return;
  const culprit = failure.occupant;
  const device = pass.draft.findById(culprit);
  if (device && !pass.hasFailed(device))
    pass.refuse(device, { code: failure.code, values: failure.values }, "address");
}

function isBus0SlotUsed(pass: PciPass, slot: number): boolean {
  return pass.table.buses[0]?.isSlotUsed(slot) ?? false;
}
