import type { Definition } from "../define/definition.ts";
import { devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const lastIrq = 15;
const lastPort = 0xffff;

/** ISA interrupts and ports that no PC has. */
export function checkIsaNumbers(definition: Definition): Problem[] {
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "isa") return [];
    if (device.kind === "panic") {
      if (address.iobase <= lastPort) return [];
      const values = { iobase: address.iobase.toString(16) };
      return [problem("panic-iobase-range", values, seatPlace(definition, device, "address@iobase"))];
    }
    if (address.irq <= lastIrq) return [];
    const values = { irq: address.irq, hex: address.irq.toString(16), last: lastIrq };
    return [problem("isa-irq-range", values, seatPlace(definition, device, "address@irq"))];
  });
}
