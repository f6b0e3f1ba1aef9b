import { driveBuses } from "../catalog/driveBuses.ts";
import type { Definition } from "../define/definition.ts";
import { hasBuiltinIde } from "../domain/target.ts";
import { listOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Disks on a bus or unit of the IDE, SATA or floppy controller that QEMU does not have. */
export function checkDriveUnits(definition: Definition): Problem[] {
  return listOf(definition, "disk").flatMap((disk) => {
    const { address } = disk;
    const row = disk.bus === undefined ? undefined : driveBuses[disk.bus];
    if (row === undefined || address?.type !== "drive") return [];
    const isOnBoard = disk.bus !== "sata" || (definition.target.class === "q35" && address.controller === 0);
    const bus = disk.bus === "sata" ? (isOnBoard ? "ide" : `sata${address.controller}`) : address.bus;
    const values = { bus, unit: address.unit, last: row.unit.last };
    if (row.bus && address.bus > row.bus.last && hasBuiltinIde(definition.target)) {
      return [
        problem(row.bus.code, { ...values, last: row.bus.last }, seatPlace(definition, disk, "address@bus")),
      ];
    }
    if (address.unit <= row.unit.last) return [];
    return [problem(row.unit.code, values, seatPlace(definition, disk, "address@unit"))];
  });
}
