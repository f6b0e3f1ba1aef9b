import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf, duplicates, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Two ISA devices at one port or on one interrupt. Neither libvirt nor QEMU looks. */
export function checkIsaOverlaps(definition: Definition): Problem[] {
  const devices = devicesOf(definition).filter(({ address }) => address?.type === "isa");
  return (["iobase", "irq"] as const).flatMap((field) =>
    duplicates(devices, (device) => numberOf(device, field)).map(({ first, other }) => {
      const values = { field, value: `0x${numberOf(other, field)?.toString(16) ?? "0"}` };
      const related = [seatPlace(definition, first, `address@${field}`)];
      return problem(
        "isa-address-overlap",
        values,
        seatPlace(definition, other, `address@${field}`),
        related,
      );
    }),
  );
}

/** Zero means that the number is not set. */
function numberOf({ address }: Device, field: "iobase" | "irq"): number | undefined {
  return address?.type === "isa" && address[field] !== 0 ? address[field] : undefined;
}
