import type { Definition } from "../define/definition.ts";
import { controllersOf, isWritten, pciControllerAt, seatPlace } from "./devices.ts";
import { givenPciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** PCI buses that devices name and no controller of the file provides, and controllers whose number is left open. */
export function checkImpliedBuses(definition: Definition): Problem[] {
  return [...checkUsers(definition), ...checkGaps(definition), ...checkOpenIndexes(definition)];
}

/** Once per bus: libvirt adds a controller of its own choice for it, and for every number below. */
function checkUsers(definition: Definition): Problem[] {
  const told = new Set<number>();
  return givenPciSeatsOf(definition).flatMap(({ device, address: { bus } }) => {
    const controller = pciControllerAt(definition, bus);
    if (bus === 0 || told.has(bus) || controller === undefined || isWritten(definition, controller))
      return [];
    told.add(bus);
    const values = { bus, model: controller.model ?? "pci" };
    return [problem("pci-bus-implicit-controller", values, seatPlace(definition, device, "address@bus"))];
  });
}

function checkGaps(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "pci");
  return controllers.flatMap((controller, position) => {
    const before = controllers[position - 1];
    const isAfterGap = before !== undefined && before.index !== 0 && !isWritten(definition, before);
    if (!isAfterGap || !isWritten(definition, controller)) return [];
    const values = { index: controller.index ?? 0, missing: before.index ?? 0, model: before.model ?? "pci" };
    return [problem("pci-index-gap", values, { device: controller.id, part: "@index" })];
  });
}

/** A number that libvirt chooses may be another one as soon as a controller comes or goes. */
function checkOpenIndexes(definition: Definition): Problem[] {
  const usedBuses = new Set(givenPciSeatsOf(definition).map(({ address }) => address.bus));
  return controllersOf(definition, "pci")
    .filter(({ id, index }) => {
      const written = definition.domain.devices[id];
      const isOpen = written?.kind === "controller" && written.index === undefined;
      return isOpen && index !== 0 && usedBuses.has(index ?? 0);
    })
    .map(({ id, index }) => problem("controller-index-missing", { index: index ?? 0 }, { device: id }));
}
