import type { Definition } from "../define/definition.ts";
import type { Device, DeviceId } from "../domain/device.ts";

/** Names of devices that a slot editor can hold on to: the kind and the place among its kind, in document order. */
export interface DeviceKeys {
  readonly keyOf: ReadonlyMap<DeviceId, string>;
  readonly idOf: ReadonlyMap<string, DeviceId>;
}

/** Names every device of a definition; controllers go by type and index, because others refer to them so. */
export function deviceKeysOf(definition: Definition): DeviceKeys {
  const keyOf = new Map<DeviceId, string>();
  const idOf = new Map<string, DeviceId>();
  const counts = new Map<string, number>();
  for (const { device } of definition.devices.toSorted((one, other) => one.device.id - other.device.id)) {
    const stem = stemOf(device);
    const count = counts.get(stem) ?? 0;
    counts.set(stem, count + 1);
    const key = device.kind === "controller" && count === 0 ? stem : `${stem}-${count}`;
    keyOf.set(device.id, key);
    idOf.set(key, device.id);
  }
  return { keyOf, idOf };
}

function stemOf(device: Device): string {
  if (device.kind !== "controller") return device.kind;
  const model = device.masterStartPort === undefined ? "" : `-${device.model}`;
  return `controller-${device.type}-${device.index ?? "new"}${model}`;
}
