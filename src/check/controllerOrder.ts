import type { Definition } from "../define/definition.ts";
import { controllersOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * PCI controllers that sit on the bus of a later one, or on their own. QEMU makes them in the order of their indexes,
 * so that the bus is not there yet.
 */
export function checkControllerOrder(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "pci");
  return controllers.flatMap((controller) => {
    const { address, index } = controller;
    if (address?.type !== "pci" || index === undefined || address.bus < index || index === 0) return [];
    const parent = controllers.find((candidate) => candidate.index === address.bus);
    const related = parent && parent !== controller ? [{ device: parent.id, part: "@index" }] : [];
    const values = { index, bus: address.bus };
    return [
      problem(
        "pci-controller-forward-bus",
        values,
        seatPlace(definition, controller, "address@bus"),
        related,
      ),
    ];
  });
}
