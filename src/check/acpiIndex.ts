import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf, duplicates } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** The highest index that QEMU's ACPI tables take. */
const last = 16383;

/** ACPI indexes that two devices have, or that are too large. */
export function checkAcpiIndexes(definition: Definition): Problem[] {
  const indexed = devicesOf(definition).filter(({ acpiIndex }) => acpiIndex !== undefined);
  const tooLarge = indexed
    .filter(({ acpiIndex = 0 }) => acpiIndex > last)
    .map((device) => problem("acpi-index-range", { index: device.acpiIndex ?? 0, last }, indexPlace(device)));
  const twice = duplicates(indexed, ({ acpiIndex }) => acpiIndex).map(({ first, other }) =>
    problem("acpi-index-duplicate", { index: other.acpiIndex ?? 0 }, indexPlace(other), [indexPlace(first)]),
  );
  return [...tooLarge, ...twice];
}

function indexPlace(device: Device) {
  return { device: device.id, part: "acpi@index" };
}
