import type { Definition } from "../define/definition.ts";
import { controllerAt, devicesOf, isWritten, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** USB devices on a bus that nobody provides, or that libvirt provides because the machine has it by habit. */
export function checkUsbBuses(definition: Definition): Problem[] {
  const told = new Set<number>();
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    if (address?.type !== "usb") return [];
    const controller = controllerAt(definition, "usb", address.bus);
    const place = seatPlace(definition, device, "address@bus");
    if (controller === undefined) return [problem("usb-bus-empty", { bus: address.bus }, place)];
    const isGiven = definition.domain.devices[device.id]?.address !== undefined;
    if (!isGiven || isWritten(definition, controller) || told.has(address.bus)) return [];
    told.add(address.bus);
    const values = { bus: address.bus, model: controller.model ?? "USB controller" };
    return [problem("usb-bus-implicit-controller", values, place)];
  });
}
