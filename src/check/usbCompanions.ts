import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import type { Place } from "../domain/refusal.ts";
import { controllersOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** USB 2 controllers that take companions. */
const masters: ReadonlySet<string | undefined> = new Set(["ehci", "ich9-ehci1"]);

/** A companion serves this many ports, and the last one starts here (`usb_bus_register_companion`, QEMU 10.0). */
const companionPorts = 2;
const lastStartPort = 4;

/** USB 1 companions without a USB 2 controller to belong to, or on ports of it that they cannot have. */
export function checkUsbCompanions(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "usb");
  const companions = controllers.filter(({ masterStartPort }) => masterStartPort !== undefined);
  return companions.flatMap((companion, position) => [
    ...checkMaster(companion, controllers),
    ...checkStartPort(companion, companions.slice(0, position)),
  ]);
}

function checkMaster(companion: Controller, controllers: readonly Controller[]): Problem[] {
  const { id, index = 0, model = "" } = companion;
  const place = { device: id, part: "@index" };
  const master = controllers.find(
    (other) => other.index === companion.index && other.masterStartPort === undefined,
  );
  if (master === undefined) return [problem("usb-companion-missing", { index, model }, place)];
  if (master.model === undefined || masters.has(master.model)) return [];
  const values = { index, model, master: master.model };
  return [problem("usb-companion-master-model", values, place, [{ device: master.id, part: "@model" }])];
}

function checkStartPort(companion: Controller, earlier: readonly Controller[]): Problem[] {
  const port = companion.masterStartPort ?? 0;
  if (port > lastStartPort) {
    return [problem("usb-companion-startport-range", { port, last: lastStartPort }, startPlace(companion))];
  }
  const rival = earlier.find(
    (other) =>
      other.index === companion.index && Math.abs((other.masterStartPort ?? 0) - port) < companionPorts,
  );
  if (rival === undefined) return [];
  const values = { port, next: port + companionPorts - 1 };
  return [problem("usb-companion-startport-duplicate", values, startPlace(companion), [startPlace(rival)])];
}

function startPlace({ id }: Controller): Place {
  return { device: id, part: "master@startport" };
}
