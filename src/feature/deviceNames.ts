import type { Definition } from "../define/definition.ts";
import type { Device, DeviceId } from "../domain/device.ts";
import { labelOf } from "./deviceLabel.ts";

/** What a sentence calls each device: "the disk vda", "the pcie-root-port 3". */
export type DeviceNames = ReadonlyMap<DeviceId, string>;

/** The names of all devices of a definition. */
export function deviceNames(definition: Definition): DeviceNames {
  const counts = new Map<string, number>();
  const names = new Map<DeviceId, string>();
  for (const { device } of definition.devices) {
    const position = counts.get(device.kind) ?? 0;
    counts.set(device.kind, position + 1);
    names.set(device.id, `the ${nameOf(device, position)}`);
  }
  return names;
}

function nameOf(device: Device, position: number): string {
  const { kind } = device;
  const { label } = labelOf(device, position);
  switch (kind) {
    case "controller":
      return device.type === "pci" ? label : `${device.type} controller ${device.index ?? position}`;
    case "hostdev":
      return `host device ${label.replace(/^host /, "")}`;
    case "memballoon":
      return "memory balloon";
    case "memory":
      return `memory device ${label}`;
    default:
      // "serial0" and "watchdog" say their kind already.
      return label.startsWith(kind) ? label : `${kind} ${label}`;
  }
}
