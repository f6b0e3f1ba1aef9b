import type { Definition } from "../define/definition.ts";
import { controllersOf, isWritten } from "./devices.ts";
import { pciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

const ports: ReadonlySet<string | undefined> = new Set(["pcie-root-port", "pcie-switch-downstream-port"]);

/** How much a guest can take while it runs. Controllers themselves cannot be plugged in later. */
export function checkHotplug(definition: Definition): Problem[] {
  return [...checkHeadroom(definition), ...checkDmiBridges(definition)];
}

/** libvirt leaves one port free by itself only where the file lists no PCI controller but the root. */
function checkHeadroom(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "pci");
  const listed = controllers.filter((one) => ports.has(one.model) && isWritten(definition, one));
  const last = listed.at(-1);
  if (last === undefined) return [];
  const used = new Set(pciSeatsOf(definition).map(({ address }) => address.bus));
  const free = controllers.filter(
    ({ model, index, target }) => ports.has(model) && target.hotplug !== "off" && !used.has(index ?? 0),
  );
  if (free.length > 1) return [];
  return [problem(free.length === 0 ? "hotplug-no-port" : "hotplug-last-port", {}, { device: last.id })];
}

function checkDmiBridges(definition: Definition): Problem[] {
  return controllersOf(definition, "pci")
    .filter((one) => one.model === "dmi-to-pci-bridge" && isWritten(definition, one))
    .map(({ id }) => problem("dmi-bridge-no-hotplug", {}, { device: id, part: "@model" }));
}
