import { type ScsiModel, scsiModelOf } from "../../catalog/scsiModels.ts";
import type { DriveAddress } from "../../domain/address.ts";
import type { Controller, Device } from "../../domain/device.ts";
import { hasBuiltinIde, type Target } from "../../domain/target.ts";
import type { Bus, Reason, SlotKey } from "../../topology/topology.ts";
import type { AddressRule, PlacedDevices } from "../addressRule.ts";
import { acceptanceOf, controllersBy, devicesAt, SlotList } from "../ruleParts.ts";
import { type DriveBus, driveBuses, driveLayout, isDriveBus, isScsiHostdev } from "./diskAddress.ts";

/** Controllers with many units show this many, and more in steps of eight once they are used. */
const shownUnits = 16;
const mostShownUnits = 256;

/** Disks and SCSI host devices on disk controllers: a bus per controller, a slot per unit. */
export const driveRule: AddressRule = {
  type: "drive",

  buses(placed) {
    const residents = residentsOf(placed);
    return driveBuses.flatMap((type) =>
      [...controllersBy(placed, type)].map(([index, controller]) =>
        busOf(type, index, controller, residents.get(driveBusKey(type, index)) ?? []),
      ),
    );
  },

  concerns(_placed, device) {
    return driveBusOf(device) !== undefined;
  },

  accepts(placed, device, buses) {
    const type = driveBusOf(device);
    const otherwise = { code: "not-a-drive-bus", values: {} };
    const against = (bus: Bus) => refusal(placed.target, type, bus);
    return acceptanceOf(buses, "drive", otherwise, against, oddTargets(buses));
  },

  addressAt(_placed, device, slot) {
    const place = parseSlot(slot);
    return place && place.type === driveBusOf(device) ? place.address : undefined;
  },
};

/** Key of the bus of a disk controller. */
export function driveBusKey(type: DriveBus, controller: number): string {
  return `drive:${type}:${controller}`;
}

/**
 * Key of a unit: `drive:scsi:0:3:1` is controller 0, target 3, unit 1; `drive:ide:0:1:0` is controller 0, bus 1, unit 0.
 * The odd address that names both has both: `drive:scsi:0:1.3:1`.
 */
export function driveSlotKey(type: DriveBus, address: Omit<DriveAddress, "type">): SlotKey {
  return `${driveBusKey(type, address.controller)}:${middleOf(type, address)}:${address.unit}`;
}

function middleOf(type: DriveBus, { bus, target }: Omit<DriveAddress, "type">): string {
  if (bus !== 0 && target !== 0) return `${bus}.${target}`;
  if (type === "scsi") return bus === 0 ? `${target}` : `${bus}.0`;
  return target === 0 ? `${bus}` : `0.${target}`;
}

function parseSlot(slot: SlotKey): { type: DriveBus; address: DriveAddress } | undefined {
  const match = /^drive:([a-z]+):(\d+):(?:(\d+)\.)?(\d+):(\d+)$/.exec(slot);
  const type = match?.[1];
  if (!match || !isDriveBus(type)) return undefined;
  const [controller, first, second, unit] = [match[2], match[3], match[4], match[5]].map(Number);
  const hasBoth = match[3] !== undefined;
  const bus = hasBoth ? first! : type === "scsi" ? 0 : second!;
  const target = hasBoth || type === "scsi" ? second! : 0;
  return { type, address: { type: "drive", controller: controller!, bus, target, unit: unit! } };
}

/** The sort of controller a device sits on. */
function driveBusOf(device: Device): DriveBus | undefined {
  if (device.kind === "disk") return isDriveBus(device.bus) ? device.bus : undefined;
  return device.kind === "hostdev" && isScsiHostdev(device) ? "scsi" : undefined;
}

interface Resident {
  readonly device: Device;
  readonly address: DriveAddress;
}

function residentsOf(placed: PlacedDevices): ReadonlyMap<string, Resident[]> {
  const residents = new Map<string, Resident[]>();
  for (const { device, address } of devicesAt(placed, "drive")) {
    const type = driveBusOf(device);
    if (type === undefined) continue;
    const key = driveBusKey(type, address.controller);
    const list = residents.get(key);
    if (list) list.push({ device, address });
    else residents.set(key, [{ device, address }]);
  }
  return residents;
}

function busOf(type: DriveBus, index: number, controller: Controller, residents: readonly Resident[]): Bus {
  const slots = new SlotList();
  const model = type === "scsi" ? scsiModelOf(controller.model) : {};
  for (const address of shownPlaces(type, index, model, residents)) {
    slots.add(
      driveSlotKey(type, address),
      labelOf(type, address),
      orderOf(address),
      reservedReason(model, controller, address.unit),
    );
  }
  for (const { device, address } of residents) {
    slots.put(driveSlotKey(type, address), labelOf(type, address), orderOf(address), device.id);
  }
  return {
    key: driveBusKey(type, index),
    family: "drive",
    label: `${type}${index}`,
    model: controller.model ?? type,
    controller: controller.id,
    slots: slots.all(),
  };
}

function shownPlaces(
  type: DriveBus,
  controller: number,
  model: ScsiModel,
  residents: readonly Resident[],
): DriveAddress[] {
  const { buses, units } = driveLayout[type];
  const shown = type === "scsi" ? scsiUnits(model, units, residents) : units;
  const places: DriveAddress[] = [];
  for (let bus = 0; bus < buses; bus++) {
    for (let unit = 0; unit < shown; unit++) places.push({ type: "drive", controller, bus, target: 0, unit });
  }
  return places;
}

/** How many units of target 0 a SCSI controller shows: narrow ones up to the unit they keep for themselves. */
function scsiUnits(model: ScsiModel, narrow: number, residents: readonly Resident[]): number {
  if (model.reservedUnit !== undefined) return model.reservedUnit + 1;
  if ((model.lastUnit ?? 0) < shownUnits) return narrow;
  const used = residents.reduce((highest, { address }) => Math.max(highest, address.unit + 1), 0);
  return Math.min(Math.max(shownUnits, Math.ceil(used / 8) * 8), mostShownUnits);
}

function reservedReason(model: ScsiModel, controller: Controller, unit: number): Reason | undefined {
  if (unit !== model.reservedUnit) return undefined;
  return { code: "scsi-reserved-unit", values: { unit, model: controller.model ?? "scsi" } };
}

function labelOf(type: DriveBus, address: DriveAddress): string {
  const isFlat = (type === "sata" || type === "fdc") && address.bus === 0 && address.target === 0;
  return isFlat ? `${address.unit}` : `${middleOf(type, address)}:${address.unit}`;
}

/** Sorts by bus, target and unit; units stay far below the step between targets. */
function orderOf({ bus, target, unit }: DriveAddress): number {
  return (bus * 0x10000 + target) * 0x10000 + unit;
}

/** Why a controller does not take a device (validation of drive addresses in qemu_validate.c, libvirt 11.3). */
function refusal(target: Target, type: DriveBus | undefined, bus: Bus): Reason | undefined {
  const [, busType = "", controller = "0"] = bus.key.split(":");
  if (busType !== type)
    return { code: "drive-other-bus", values: { bus: busType, wanted: type ?? "no bus" } };
  const isSingle = type === "fdc" || (type === "ide" && hasBuiltinIde(target));
  if (isSingle && controller !== "0") return { code: "drive-single-controller", values: { bus: type } };
  return undefined;
}

/** Places that an odd address has made visible although no other device may go there: lsilogic has one target. */
function oddTargets(buses: readonly Bus[]): ReadonlyMap<SlotKey, Reason> {
  const odd = new Map<SlotKey, Reason>();
  for (const bus of buses) {
    if (bus.family !== "drive" || bus.model !== "lsilogic") continue;
    for (const { key } of bus.slots) {
      if (parseSlot(key)?.address.target !== 0) odd.set(key, { code: "scsi-one-target", values: {} });
    }
  }
  return odd;
}
