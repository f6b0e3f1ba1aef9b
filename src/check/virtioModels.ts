import { isVirtioDevice } from "../address/virtioGroups.ts";
import { virtioDrivers } from "../catalog/virtioDrivers.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Virtio flavours that QEMU does not have where the device sits. */
export function checkVirtioModels(definition: Definition): Problem[] {
  return devicesOf(definition).flatMap((device) => {
    const model = "model" in device ? device.model : undefined;
    if (device.kind === "vsock" && model === "virtio-transitional") {
      return [problem("vsock-transitional", {}, { device: device.id, part: "@model" })];
    }
    const suffix = suffixes[device.address?.type ?? ""];
    const flavour = flavours[model ?? ""];
    if (suffix === undefined || flavour === undefined || !isVirtioDevice(device)) return [];
    const driver = `${virtioDrivers[device.kind] ?? "virtio"}-${suffix}-${flavour}`;
    const place = { device: device.id, part: modelPart(device) };
    return [problem("virtio-flavour-off-pci", { driver, model: model ?? "" }, place)];
  });
}

/** What libvirt appends to a driver's name for the bus it is on, where that is not PCI. */
const suffixes: Readonly<Record<string, string>> = { ccw: "ccw", "virtio-mmio": "device" };

const flavours: Readonly<Record<string, string>> = {
  "virtio-transitional": "transitional",
  "virtio-non-transitional": "non-transitional",
};

function modelPart({ kind }: Device): string {
  return kind === "interface" ? "model@type" : "@model";
}
