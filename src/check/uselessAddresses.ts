import type { Definition } from "../define/definition.ts";
import { isEmptyPci } from "../domain/address.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf, pciNeedsOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Addresses that libvirt reads and that do not do what they say. */
export function checkUselessAddresses(definition: Definition): Problem[] {
  const needs = pciNeedsOf(definition);
  return devicesOf(definition).flatMap((device) => {
    const written = definition.domain.devices[device.id]?.address;
    if (written === undefined) return [];
    if (device.address && device.address.type !== written.type) {
      return [about(device, "address-type-overwritten", { type: written.type, actual: device.address.type })];
    }
    if (written.type !== "pci") return [];
    if (isEmptyPci(written)) {
      const isLost = written.function !== 0 || written.multifunction === "on";
      return isLost ? [about(device, "pci-empty-address", { function: written.function })] : [];
    }
    const isSeatless = needs.of(device) === 0 && device.kind !== "hostdev" && !isPciController(device);
    return isSeatless ? [about(device, "address-on-addressless-device", {})] : [];
  });
}

function about(
  device: Device,
  code: "address-type-overwritten" | "pci-empty-address" | "address-on-addressless-device",
  values: Problem["values"],
): Problem {
  return problem(code, values, { device: device.id, part: "address" });
}

function isPciController(device: Device): boolean {
  return device.kind === "controller" && (device.type === "pci" || device.type === "usb");
}
