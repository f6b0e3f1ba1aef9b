import type { MachineClass } from "../catalog/machines.ts";
import type { ProblemCode } from "../catalog/problems.ts";
import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import { controllersOf, duplicates } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

type TargetField = "chassis" | "chassisNr" | "busNr" | "index";

/** A number in `<target>` that only one controller of its sort may have. */
interface UniqueNumber {
  readonly field: TargetField;
  readonly models: readonly string[];
  readonly code: ProblemCode;
  /** Machines where it matters; all where absent. */
  readonly classes?: readonly MachineClass[];
}

const uniqueNumbers: readonly UniqueNumber[] = [
  {
    field: "chassis",
    models: ["pcie-root-port", "pcie-switch-downstream-port"],
    code: "pcie-chassis-duplicate",
  },
  { field: "busNr", models: ["pci-expander-bus", "pcie-expander-bus"], code: "pci-busnr-duplicate" },
  { field: "index", models: ["pci-root"], code: "pci-target-index-duplicate", classes: ["pseries"] },
  { field: "chassisNr", models: ["pci-bridge"], code: "pci-chassisnr-duplicate", classes: ["pseries"] },
];

/**
 * PCI controllers that share a number which must be theirs alone. QEMU tells root and downstream ports apart by
 * chassis, and their slot is always 0 under libvirt, so that `port` does not help.
 */
export function checkControllerNumbers(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "pci");
  return uniqueNumbers
    .filter(({ classes }) => classes?.includes(definition.target.class) ?? true)
    .flatMap((row) => sharersOf(row, controllers));
}

function sharersOf({ field, models, code }: UniqueNumber, controllers: readonly Controller[]): Problem[] {
  const candidates = controllers.filter(({ model = "" }) => models.includes(model));
  return duplicates(candidates, ({ target }) => target[field]).map(({ first, other }) => {
    const part = `target@${field}`;
    const values = { value: other.target[field] ?? 0, index: other.index ?? 0 };
    return problem(code, values, { device: other.id, part }, [{ device: first.id, part }]);
  });
}
