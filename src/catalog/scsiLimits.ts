/** The highest numbers that a SCSI controller takes. A narrow one has units only, which are its SCSI ids. */
export interface ScsiLimits {
  readonly target?: number;
  readonly unit: number;
}

/** What QEMU 10.0 accepts by controller model, measured by starting it. Models that are not here have not been tried. */
export const scsiLimits: Readonly<Record<string, ScsiLimits>> = {
  "virtio-scsi": { target: 255, unit: 16383 },
  "virtio-transitional": { target: 255, unit: 16383 },
  "virtio-non-transitional": { target: 255, unit: 16383 },
  lsilogic: { unit: 7 },
  am53c974: { unit: 7 },
  dc390: { unit: 7 },
  lsisas1078: { target: 64, unit: 255 },
  lsisas1068: { target: 8, unit: 1 },
  vmpvscsi: { target: 64, unit: 0 },
  ibmvscsi: { target: 63, unit: 31 },
};
