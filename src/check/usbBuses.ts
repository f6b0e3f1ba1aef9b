import type { Definition } from "../define/definition.ts";
import { controllerAt, devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** USB devices on a bus that nobody provides, as far as libvirt leaves it to the start to find out. */
export function checkUsbBuses(definition: Definition): Problem[] {
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "usb" || controllerAt(definition, "usb", address.bus)) return [];
    return [problem("usb-bus-empty", { bus: address.bus }, seatPlace(definition, device, "address@bus"))];
  });
}
