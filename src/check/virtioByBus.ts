import { isVirtioDevice } from "../address/virtioGroups.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { pciControllerAt, pciNeedsOf, seatPlace } from "./devices.ts";
import { givenPciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** Buses on which a plain virtio device speaks virtio 0.9 too. */
const transitionalBuses: ReadonlySet<string | undefined> = new Set([
  "pcie-root",
  "pci-bridge",
  "pcie-to-pci-bridge",
  "dmi-to-pci-bridge",
]);

/** Devices that there were in virtio 0.9, and that people plug in beside others of their kind. */
const oldKinds: ReadonlySet<string> = new Set(["disk", "interface", "controller", "rng"]);
const plainModels: ReadonlySet<string | undefined> = new Set([undefined, "virtio", "virtio-scsi"]);

/**
 * Plain virtio devices that the file puts where they become transitional ones, on a machine where they usually are not
 * (docs/pcie.txt, 7, QEMU 10.0): guests see another PCI device there than behind a port.
 */
export function checkVirtioByBus(definition: Definition): Problem[] {
  if (!pciNeedsOf(definition).hasPcieRoot) return [];
  return givenPciSeatsOf(definition).flatMap(({ device, address }) => {
    const model = pciControllerAt(definition, address.bus)?.model;
    if (!isPlainVirtio(device) || !transitionalBuses.has(model)) return [];
    const values = { model: model ?? "", bus: address.bus };
    return [problem("virtio-transitional-by-bus", values, seatPlace(definition, device, "address@bus"))];
  });
}

function isPlainVirtio(device: Device): boolean {
  const model = "model" in device ? device.model : undefined;
  return oldKinds.has(device.kind) && plainModels.has(model) && isVirtioDevice(device);
}
