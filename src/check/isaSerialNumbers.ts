import { hasUsualIsaPlaces, isaSortOf } from "../address/isaSeats.ts";
import { isaPlaces } from "../catalog/isaPlaces.ts";
import type { Definition } from "../define/definition.ts";
import { listOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const most = isaPlaces.serial.length;

/**
 * ISA serial ports with a number beyond those of a PC, whatever address they have. libvirt counts them only where their
 * type stands in the file (virDomainDefAssignISASerialPorts, libvirt 11.3).
 */
export function checkIsaSerialNumbers(definition: Definition): Problem[] {
  if (!hasUsualIsaPlaces(definition)) return [];
  return listOf(definition, "serial").flatMap((serial) => {
    const number = serial.targetPort ?? 0;
    if (isaSortOf(serial) !== "serial" || number < most) return [];
    const place = { device: serial.id, part: "target@port" };
    return [problem("isa-serial-number", { number, last: most - 1 }, place)];
  });
}
