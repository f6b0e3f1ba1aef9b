import type { DriveAddress } from "../../domain/address.ts";
import type { Disk, Hostdev, Interface } from "../../domain/device.ts";

/** The disk buses whose disks sit behind a controller of the same name, in the order controllers are added for them. */
export const driveBuses = ["scsi", "fdc", "ide", "sata"] as const;

export type DriveBus = (typeof driveBuses)[number];

/** How many buses a controller has by target names, and how many units each. */
export const driveLayout = {
  scsi: { buses: 1, units: 7 },
  ide: { buses: 2, units: 2 },
  sata: { buses: 1, units: 6 },
  fdc: { buses: 1, units: 2 },
} as const satisfies Record<DriveBus, { readonly buses: number; readonly units: number }>;

export function isDriveBus(bus: string | undefined): bus is DriveBus {
  return driveBuses.some((candidate) => candidate === bus);
}

/**
 * The address that belongs to an index in target names; SCSI counts seven disks a controller whatever its model
 * (virDomainDiskDefAssignAddress, conf/domain_postparse.c, libvirt 11.3).
 */
export function addressOfIndex(bus: DriveBus, index: number): DriveAddress {
  const { buses, units } = driveLayout[bus];
  const perController = buses * units;
  const rest = index % perController;
  return {
    type: "drive",
    controller: Math.floor(index / perController),
    bus: Math.floor(rest / units),
    target: 0,
    unit: rest % units,
  };
}

/** Whether the device is a SCSI device of the host, which sits on a SCSI controller of the guest. */
export function isScsiHostdev(device: Hostdev | Interface | Disk): device is Hostdev {
  return device.kind === "hostdev" && device.mode === "subsystem" && device.type === "scsi";
}

/** Two devices of one bus with equal keys sit in one place. */
export function driveKey(address: Omit<DriveAddress, "type">): string {
  return `${address.controller}:${address.bus}:${address.target}:${address.unit}`;
}

/** The numbers of an address as messages name them; `target` is the disk's name there. */
export function driveValues(address: Omit<DriveAddress, "type">): Record<string, number> {
  const { controller, bus, target, unit } = address;
  return { controller, bus, targetNumber: target, unit };
}
