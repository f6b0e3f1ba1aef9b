import { scsiLimits } from "../catalog/scsiLimits.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { controllersOf, devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** SCSI disks and host devices with a target or unit that their controller does not have. */
export function checkScsiUnits(definition: Definition): Problem[] {
  const models = new Map(controllersOf(definition, "scsi").map(({ index, model }) => [index, model]));
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (!isScsi(device) || address?.type !== "drive") return [];
    const model = models.get(address.controller);
    const limits = model === undefined ? undefined : scsiLimits[model];
    if (model === undefined || limits === undefined) return [];
    if (limits.target !== undefined && address.target > limits.target) {
      const values = { model, value: address.target, last: limits.target };
      return [problem("scsi-target-range", values, seatPlace(definition, device, "address@target"))];
    }
    if (address.unit <= limits.unit) return [];
    const values = { model, value: address.unit, last: limits.unit };
    const code = limits.target === undefined ? "scsi-target-range" : "scsi-lun-range";
    return [problem(code, values, seatPlace(definition, device, "address@unit"))];
  });
}

function isScsi(device: Device): boolean {
  return (
    (device.kind === "disk" && device.bus === "scsi") ||
    (device.kind === "hostdev" && device.host?.type === "scsi")
  );
}
