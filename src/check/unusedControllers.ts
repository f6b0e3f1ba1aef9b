import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import { controllersOf, isWritten } from "./devices.ts";
import { pciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** Controllers that only carry others, so that an empty one is of no use even later: others cannot be plugged in. */
const carriers: ReadonlySet<string | undefined> = new Set([
  "pcie-switch-upstream-port",
  "pcie-expander-bus",
  "dmi-to-pci-bridge",
]);
const ports: ReadonlySet<string | undefined> = new Set(["pcie-root-port", "pcie-switch-downstream-port"]);

/** Empty ports are the room for hot-plug. virt-manager lists 14 ports, so more than that many empty ones are meant by nobody. */
const spare = 14;

/** PCI controllers of the file with nothing behind them, and no chance that something comes. */
export function checkUnusedControllers(definition: Definition): Problem[] {
  const used = new Set(pciSeatsOf(definition).map(({ address }) => address.bus));
  const empty = controllersOf(definition, "pci").filter(
    (one) => !used.has(one.index ?? 0) && isWritten(definition, one),
  );
  const useless = empty.filter(isUseless);
  const surplus = empty.filter((one) => ports.has(one.model) && !isUseless(one));
  const last = surplus[spare];
  return [
    ...useless.map(({ id, model }) => problem("unused-controller", { model: model ?? "" }, { device: id })),
    ...(last ? [problem("unused-ports", { count: surplus.length }, { device: last.id })] : []),
  ];
}

function isUseless({ model, target }: Controller): boolean {
  return carriers.has(model) || (ports.has(model) && target.hotplug === "off");
}
