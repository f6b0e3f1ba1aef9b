/** Which unit numbers a SCSI controller model has. */
export interface ScsiModel {
  /** The highest unit; absent where libvirt knows no end. */
  readonly lastUnit?: number;
  /** The unit the controller takes for itself. */
  readonly reservedUnit?: number;
}

/**
 * Units as libvirt counts them when it looks for a free one, by controller model
 * (virDomainControllerSCSINextUnit's limits, virDomainDriveAddressIsUsedBy…, libvirt 11.3).
 */
export const scsiModels: Readonly<Record<string, ScsiModel>> = {
  "virtio-scsi": { lastUnit: 16383 },
  "virtio-transitional": { lastUnit: 16383 },
  "virtio-non-transitional": { lastUnit: 16383 },
  ibmvscsi: { lastUnit: 31, reservedUnit: 7 },
  lsisas1068: { lastUnit: 1 },
  lsisas1078: { lastUnit: 255 },
  lsilogic: { reservedUnit: 7 },
  vmpvscsi: { reservedUnit: 7 },
  buslogic: { reservedUnit: 7 },
  ncr53c90: { lastUnit: 6 },
  dc390: { lastUnit: 6 },
  am53c974: { lastUnit: 6 },
};

/** The units of a model; no limits for a missing, automatic or unknown one. */
export function scsiModelOf(model: string | undefined): ScsiModel {
  return (model !== undefined && scsiModels[model]) || {};
}
