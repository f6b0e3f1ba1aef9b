import { PciNeeds } from "../address/pci/need.ts";
import type { Definition } from "../define/definition.ts";
import type { Controller, Device, DeviceKind, DeviceOf } from "../domain/device.ts";
import type { Place } from "../domain/refusal.ts";

/** Every device once: a console that only shows a serial is left out. */
export function devicesOf(definition: Definition): Device[] {
  return definition.devices.filter(({ copyOf }) => copyOf === undefined).map(({ device }) => device);
}

/** The devices of one kind, in libvirt's order. */
export function listOf<K extends DeviceKind>(definition: Definition, kind: K): DeviceOf<K>[] {
  return devicesOf(definition).filter((device) => device.kind === kind) as DeviceOf<K>[];
}

/** The controllers of one type, in libvirt's order. */
export function controllersOf(definition: Definition, type: string): Controller[] {
  return listOf(definition, "controller").filter((controller) => controller.type === type);
}

/** What the devices of the definition need of a PCI bus. */
export function pciNeedsOf(definition: Definition): PciNeeds {
  const root = controllersOf(definition, "pci").find(({ index }) => index === 0);
  return new PciNeeds(definition.target, root);
}

/** The PCI controller whose bus has a number. */
export function pciControllerAt(definition: Definition, bus: number): Controller | undefined {
  return controllersOf(definition, "pci").find(({ index }) => index === bus);
}

/** Whether the device stands in the file. */
export function isWritten(definition: Definition, device: Device): boolean {
  return definition.domain.devices[device.id] !== undefined;
}

/**
 * Where a device says where it sits: the part of its address where one is in the file, else what the place follows
 * from, which is the target name of a disk and the element itself of all others.
 */
export function seatPlace(definition: Definition, device: Device, part = "address"): Place {
  if (definition.domain.devices[device.id]?.address) return { device: device.id, part };
  return device.kind === "disk" ? { device: device.id, part: "target@dev" } : { device: device.id };
}

/** Every item whose key an earlier one has, with that earlier one. Items without a key share nothing. */
export function duplicates<T, K>(
  items: readonly T[],
  keyOf: (item: T) => K | undefined,
): { readonly first: T; readonly other: T }[] {
  const firsts = new Map<K, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    return first === undefined ? [] : [{ first, other: item }];
  });
}
