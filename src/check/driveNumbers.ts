import { scsiLimits } from "../catalog/scsiLimits.ts";
import type { Definition } from "../define/definition.ts";
import { controllerAt, devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** The largest number that libvirt writes as it reads it. */
const most = 0x7fff_ffff;

/**
 * Targets that libvirt reads without a sign and writes with one, so that it refuses what it has written itself
 * (virDomainDeviceInfoFormat, libvirt 11.3). Where QEMU looks at the number, it refuses it, which is told elsewhere.
 */
export function checkDriveNumbers(definition: Definition): Problem[] {
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "drive" || address.target <= most) return [];
    const model = controllerAt(definition, "scsi", address.controller)?.model;
    if (model === undefined || scsiLimits[model]?.target !== undefined) return [];
    const values = { value: address.target, written: address.target - 2 ** 32 };
    return [problem("drive-negative-print", values, seatPlace(definition, device, "address@target"))];
  });
}
