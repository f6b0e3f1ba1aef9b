import { placeOf } from "../../address/places.ts";
import type { RefusalCode } from "../../catalog/refusals.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { DriveAddress } from "../../domain/address.ts";
import type { Device } from "../../domain/device.ts";

/** A number of a drive address that must be 0, and what libvirt says where it is not. */
interface ZeroRule {
  readonly attribute: "controller" | "bus" | "target";
  readonly code: RefusalCode;
  /** Holds only on a SCSI controller of this model. */
  readonly scsiModel?: string;
}

/**
 * By disk bus; every other device with a drive address goes by the rules of scsi. Units have no limit
 * (qemuValidateDomainDeviceDefAddressDrive, libvirt 11.3).
 */
const zeroRules: Readonly<Record<string, readonly ZeroRule[]>> = {
  scsi: [
    { attribute: "bus", code: "drive-scsi-bus" },
    { attribute: "target", code: "drive-lsilogic-target", scsiModel: "lsilogic" },
  ],
  ide: [
    { attribute: "controller", code: "drive-ide-controller" },
    { attribute: "target", code: "drive-ide-target" },
  ],
  fdc: [
    { attribute: "controller", code: "drive-fdc-controller" },
    { attribute: "bus", code: "drive-fdc-bus" },
    { attribute: "target", code: "drive-fdc-target" },
  ],
  sata: [
    { attribute: "bus", code: "drive-sata-bus" },
    { attribute: "target", code: "drive-sata-target" },
  ],
};

/** Refuses numbers of a drive address that the bus does not have. */
export function validateDrive(draft: Draft, device: Device, address: DriveAddress): void {
  const bus = device.kind === "disk" ? (device.bus ?? "") : "scsi";
  for (const { attribute, code, scsiModel } of zeroRules[bus] ?? []) {
    const value = address[attribute];
    if (value === 0) continue;
    if (scsiModel && draft.controllers.find("scsi", address.controller)?.model !== scsiModel) continue;
    draft.refuse(code, { value }, placeOf(draft, device, `address@${attribute}`));
  }
}
