import type { Definition } from "../define/definition.ts";
import { controllersOf, devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const mostPorts = 511;

/** Ports and buses that a virtio-serial controller of QEMU does not have. */
export function checkVirtioSerial(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "virtio-serial")
    .filter(({ ports = 0 }) => ports > mostPorts)
    .map(({ id, ports = 0 }) =>
      problem("vioserial-ports-range", { ports, most: mostPorts }, { device: id, part: "@ports" }),
    );
  const users = devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "virtio-serial" || address.bus === 0) return [];
    const values = { controller: address.controller, bus: address.bus };
    return [problem("vioserial-bus-nonzero", values, seatPlace(definition, device, "address@bus"))];
  });
  return [...controllers, ...users];
}
