import { type ConnectFlags, connect, connectKinds, endpointKinds } from "../../catalog/connectFlags.ts";
import { isPciControllerModel, type PciControllerRow, pciControllers } from "../../catalog/pciControllers.ts";
import type { Controller, Device, DeviceId } from "../../domain/device.ts";
import type { Target } from "../../domain/target.ts";
import type { Acceptance, Bus, BusKey, Occupant, Reason, Slot, SlotKey } from "../../topology/topology.ts";
import type { AddressRule, PlacedDevices } from "../addressRule.ts";
import { addressOf } from "./busTable.ts";
import { commandLineSeats } from "./commandLineSeats.ts";
import { PciNeeds } from "./need.ts";
import { pciAddressOf } from "./pciDraft.ts";

/** PCI as slots on buses: what sits where, what may go where by hand, and the address of a slot. */
export const pciRule: AddressRule = {
  type: "pci",

  buses(placed) {
    const occupants = occupantsBySlot(placed);
    const controllers = controllersOf(placed).sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
    const reserved = reservedSlots(placed, controllers);
    const buses = controllers.map((controller) => busOf(controller, reserved, occupants));
    return parentsFirst(buses);
  },

  concerns(placed, device) {
    return pciAddressOf(device) !== undefined || needsOf(placed, device) !== 0;
  },

  accepts(placed, device, buses) {
    const fixed = fixedReason(placed.target, device);
    if (fixed) return { buses: [], refusedBuses: new Map(), refusedSlots: new Map(), otherwise: fixed };
    return acceptance(placed, device, buses);
  },

  addressAt(_placed, _device, slot) {
    const match = /^pci:(\d+):([0-9a-f]{2})$/.exec(slot);
    return match ? addressOf(Number(match[1]), Number.parseInt(match[2]!, 16), 0) : undefined;
  },
};

/** Key of the bus of a PCI controller index. */
export function pciBusKey(index: number): BusKey {
  return `pci:${index}`;
}

/** Key of a slot on the bus of a PCI controller index. */
export function pciSlotKey(index: number, slot: number): SlotKey {
  return `pci:${index}:${slot.toString(16).padStart(2, "0")}`;
}

function controllersOf(placed: PlacedDevices): Controller[] {
  return placed.devices
    .map(({ device }) => device)
    .filter((device): device is Controller => device.kind === "controller" && device.type === "pci");
}

function rowOf(controller: Controller): PciControllerRow | undefined {
  return isPciControllerModel(controller.model) ? pciControllers[controller.model] : undefined;
}

function busOf(
  controller: Controller,
  reservedSlots: ReadonlyMap<SlotKey, Reason>,
  occupants: ReadonlyMap<SlotKey, Occupant[]>,
): Bus {
  const { index = 0, model = "" } = controller;
  const row = rowOf(controller);
  const slots: Slot[] = [];
  for (let slot = row?.minSlot ?? 0; row && slot <= row.maxSlot; slot++) {
    const key = pciSlotKey(index, slot);
    const reserved = reservedSlots.get(key);
    slots.push({
      key,
      label: slot.toString(16).padStart(2, "0"),
      occupants: occupants.get(key) ?? [],
      ...(reserved && { reserved }),
    });
  }
  const address = pciAddressOf(controller);
  return {
    key: pciBusKey(index),
    family: "pci",
    label: model === "pcie-root" ? "pcie.0" : `pci.${index}`,
    model,
    controller: controller.id,
    ...(address && { parent: { bus: pciBusKey(address.bus), slot: pciSlotKey(address.bus, address.slot) } }),
    slots,
  };
}

function occupantsBySlot(placed: PlacedDevices): ReadonlyMap<SlotKey, Occupant[]> {
  const occupants = new Map<SlotKey, Occupant[]>();
  for (const { device, copyOf } of placed.devices) {
    const address = pciAddressOf(device);
    if (!address || copyOf !== undefined || address.domain !== 0) continue;
    const key = pciSlotKey(address.bus, address.slot);
    const slot = occupants.get(key) ?? [];
    occupants.set(key, slot);
    slot.push({ device: device.id, function: address.function });
  }
  for (const slot of occupants.values()) slot.sort((one, other) => one.function! - other.function!);
  return occupants;
}

/** Parents before children; a loop of bad addresses ends after as many steps as there are buses. */
function parentsFirst(buses: readonly Bus[]): Bus[] {
  const parents = new Map(buses.map((bus) => [bus.key, bus.parent?.bus]));
  const depthOf = (bus: Bus) => {
    let depth = 0;
    for (let key = bus.parent?.bus; key !== undefined && depth <= buses.length; key = parents.get(key))
      depth++;
    return depth;
  };
  const depths = new Map(buses.map((bus) => [bus.key, depthOf(bus)]));
  return buses.toSorted((one, other) => depths.get(one.key)! - depths.get(other.key)!);
}

/** Slots that no element shows as taken: the chipset's, and those of devices that go to QEMU past libvirt. */
function reservedSlots(
  { domain, target }: PlacedDevices,
  controllers: readonly Controller[],
): ReadonlyMap<SlotKey, Reason> {
  const reserved = new Map<SlotKey, Reason>();
  for (const { bus, slot, device } of commandLineSeats(domain.commandLine, target, controllers)) {
    const values = { driver: device.driver };
    reserved.set(pciSlotKey(bus, slot), { code: "pci-slot-of-command-line", values });
  }
  if (target.class === "i440fx") reserved.set(pciSlotKey(0, 1), { code: "pci-slot-of-piix3", values: {} });
  if (target.class === "q35") reserved.set(pciSlotKey(0, 0x1f), { code: "pci-slot-of-ich9", values: {} });
  return reserved;
}

/** Devices that are part of the chipset stay where they are. */
function fixedReason(target: Target, device: Device): Reason | undefined {
  if (device.kind !== "controller" || device.index !== 0) return undefined;
  const { type, model } = device;
  const isPiix3 = target.class === "i440fx" && (type === "ide" || (type === "usb" && model === "piix3-uhci"));
  const isIch9 = target.class === "q35" && type === "sata";
  if (isPiix3 || isIch9) return { code: "pci-fixed-by-chipset", values: {} };
  return type === "pci" ? { code: "pci-root-has-no-place", values: {} } : undefined;
}

/** The needs of one definition are looked up for every device of a board, so they are kept as long as it lives. */
const needsByDefinition = new WeakMap<PlacedDevices, PciNeeds>();

function needsIn(placed: PlacedDevices): PciNeeds {
  const known = needsByDefinition.get(placed);
  if (known) return known;
  const root = controllersOf(placed).find((controller) => controller.index === 0);
  const needs = new PciNeeds(placed.target, root);
  needsByDefinition.set(placed, needs);
  return needs;
}

function needsOf(placed: PlacedDevices, device: Device): ConnectFlags {
  return needsIn(placed).of(device);
}

function acceptance(placed: PlacedDevices, device: Device, buses: readonly Bus[]): Acceptance {
  const accepted: BusKey[] = [];
  const refusedBuses = new Map<BusKey, Reason>();
  const needs = needsOf(placed, device) || connect.PCI;
  const behind = busesBehind(device, buses);
  for (const bus of buses) {
    if (bus.family !== "pci") continue;
    const reason = behind.has(bus.key) ? { code: "pci-own-bus", values: {} } : refusal(needs, device, bus);
    if (reason) refusedBuses.set(bus.key, reason);
    else accepted.push(bus.key);
  }
  return {
    buses: accepted,
    refusedBuses,
    refusedSlots: new Map(),
    otherwise: { code: "not-a-pci-bus", values: {} },
  };
}

/** Why a bus does not take a device by hand (virDomainPCIAddressFlagsCompatible for addresses from the file). */
function refusal(needs: ConnectFlags, device: Device, bus: Bus): Reason | undefined {
  const row = isPciControllerModel(bus.model) ? pciControllers[bus.model] : undefined;
  if (!row) return { code: "pci-bus-unknown", values: {} };
  const isIntegrated = (needs & connect.INTEGRATED) !== 0;
  if (isIntegrated && bus.key !== pciBusKey(0)) return { code: "pci-integrated-only", values: {} };
  let offers = row.offers;
  if (offers & endpointKinds || isIntegrated) offers |= endpointKinds;
  const wants = needs & connect.PCI_BRIDGE ? needs | connect.PCI : needs;
  if ((wants & offers & connectKinds) === 0)
    return { code: "pci-kind-mismatch", values: { model: bus.model } };
  return isForwardBridge(device, bus)
    ? { code: "pci-bridge-forward", values: { bus: bus.label } }
    : undefined;
}

/** A pci-bridge only sits on buses with a smaller index than its own. */
function isForwardBridge(device: Device, bus: Bus): boolean {
  if (device.kind !== "controller" || device.model !== "pci-bridge") return false;
  return Number(bus.key.slice("pci:".length)) >= (device.index ?? 0);
}

/** The buses a controller provides, itself and through everything that hangs from it. */
function busesBehind(device: Device, buses: readonly Bus[]): ReadonlySet<BusKey> {
  const own = ownBus(device.id, buses);
  const behind = new Set<BusKey>(own ? [own.key] : []);
  let size = -1;
  while (behind.size > size) {
    size = behind.size;
    for (const bus of buses) if (bus.parent && behind.has(bus.parent.bus)) behind.add(bus.key);
  }
  return behind;
}

function ownBus(device: DeviceId, buses: readonly Bus[]): Bus | undefined {
  return buses.find((bus) => bus.family === "pci" && bus.controller === device);
}
