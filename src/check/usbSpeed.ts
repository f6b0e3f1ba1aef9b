import type { Definition } from "../define/definition.ts";
import type { Controller, Device } from "../domain/device.ts";
import { controllersOf, devicesOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const usb2Only: ReadonlySet<string | undefined> = new Set(["ehci", "ich9-ehci1"]);

/** Devices of USB 1 speed on ports that only USB 2 devices can use, because no companion serves them. */
export function checkUsbSpeed(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "usb");
  return devicesOf(definition).flatMap((device) => {
    const { address } = device;
    const what = fullSpeedNoun(device);
    if (what === undefined || address?.type !== "usb" || address.port.length !== 1) return [];
    const master = controllers.find((one) => one.index === address.bus && one.masterStartPort === undefined);
    const port = address.port[0] ?? 0;
    if (master === undefined || !usb2Only.has(master.model) || port === 0) return [];
    if (isServed(controllers, address.bus, port)) return [];
    const values = { what, bus: address.bus, port, model: master.model ?? "" };
    return [
      problem("usb-full-speed-on-ehci", values, seatPlace(definition, device, "address@port"), [
        { device: master.id, part: "@model" },
      ]),
    ];
  });
}

/** What QEMU emulates at USB 1 speed only; undefined for devices that follow the speed of their port. */
function fullSpeedNoun(device: Device): string | undefined {
  switch (device.kind) {
    case "hub":
      return "USB hub";
    case "controller":
      return device.type === "ccid" ? "smart card reader" : undefined;
    case "serial":
      return device.targetType === "usb-serial" ? "USB serial port" : undefined;
    case "interface":
      return device.model === "usb-net" ? "USB network card" : undefined;
    case "sound":
      return device.model === "usb" ? "USB sound card" : undefined;
    default:
      return undefined;
  }
}

/** Start ports count from 0, ports from 1; a companion serves two. */
function isServed(controllers: readonly Controller[], bus: number, port: number): boolean {
  return controllers.some(
    ({ index, masterStartPort }) =>
      index === bus && masterStartPort !== undefined && port > masterStartPort && port <= masterStartPort + 2,
  );
}
