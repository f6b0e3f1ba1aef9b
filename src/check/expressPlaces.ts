import { connect } from "../catalog/connectFlags.ts";
import type { ProblemCode } from "../catalog/problems.ts";
import type { Definition } from "../define/definition.ts";
import { pciText } from "../domain/address.ts";
import type { Device } from "../domain/device.ts";
import { pciControllerAt, pciNeedsOf, seatPlace } from "./devices.ts";
import { givenPciSeatsOf, type PciSeat } from "./pciSlots.ts";
import { isPluggable } from "./pluggable.ts";
import { type Problem, problem } from "./problem.ts";

const ports: ReadonlySet<string | undefined> = new Set(["pcie-root-port", "pcie-switch-downstream-port"]);
const conventionalBuses: ReadonlySet<string | undefined> = new Set([
  "pci-bridge",
  "pcie-to-pci-bridge",
  "dmi-to-pci-bridge",
  "pci-expander-bus",
]);

/** Devices of QEMU that are Express only; nearly all others follow their bus (QEMU 10.0, `pci-express-device`). */
const expressOnly: ReadonlySet<string | undefined> = new Set(["e1000e", "igb"]);

/**
 * Addresses that put a device of one PCI generation on a bus of the other. libvirt leaves that to the author and never
 * chooses so itself (docs/pcie.txt of QEMU advises against it).
 */
export function checkExpressPlaces(definition: Definition): Problem[] {
  const needs = pciNeedsOf(definition);
  if (!needs.hasPcieRoot) return [];
  return givenPciSeatsOf(definition).flatMap((seat) => {
    const model = pciControllerAt(definition, seat.address.bus)?.model;
    const code = codeOf(seat, model, needs.of(seat.device));
    if (code === undefined || model === undefined) return [];
    const values = { address: pciText(seat.address), model, bus: seat.address.bus };
    return [problem(code, values, seatPlace(definition, seat.device, "address@bus"))];
  });
}

function codeOf({ device }: PciSeat, bus: string | undefined, needs: number): ProblemCode | undefined {
  if (device.kind === "controller" && device.type === "pci") return undefined;
  const isConventional = (needs & connect.PCI) !== 0 && (needs & connect.PCIE) === 0;
  if (ports.has(bus) && isConventional) {
    return modelOf(device) === "virtio-transitional"
      ? "virtio-transitional-on-pcie"
      : "pci-device-on-pcie-slot";
  }
  if (conventionalBuses.has(bus) && expressOnly.has(modelOf(device))) return "pcie-device-on-pci-slot";
  if (bus !== "pcie-root" || !isPluggable(device)) return undefined;
  if (isHostPci(device)) return "hostdev-pcie-root";
  return isConventional ? undefined : "pcie-root-endpoint";
}

function isHostPci(device: Device): boolean {
  return (device.kind === "hostdev" || device.kind === "interface") && device.host?.type === "pci";
}

function modelOf(device: Device): string | undefined {
  return "model" in device ? device.model : undefined;
}
