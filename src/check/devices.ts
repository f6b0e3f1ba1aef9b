import { PciNeeds } from "../address/pci/need.ts";
import type { Definition } from "../define/definition.ts";
import type { Controller, Device, DeviceKind, DeviceOf } from "../domain/device.ts";
import { groupBy } from "../domain/groupBy.ts";
import type { Place } from "../domain/refusal.ts";

/** The devices of one definition by kind and controllers by type and index: every check asks for them anew. */
interface DeviceIndex {
  readonly all: readonly Device[];
  readonly byKind: ReadonlyMap<string, readonly Device[]>;
  readonly byType: ReadonlyMap<string, readonly Controller[]>;
  readonly byNumber: ReadonlyMap<string, Controller>;
}

const indexes = new WeakMap<Definition, DeviceIndex>();

function indexOf(definition: Definition): DeviceIndex {
  const known = indexes.get(definition) ?? makeIndex(definition);
  indexes.set(definition, known);
  return known;
}

function makeIndex(definition: Definition): DeviceIndex {
  const all = definition.devices.filter(({ copyOf }) => copyOf === undefined).map(({ device }) => device);
  const byKind = groupBy(all, (device) => device.kind);
  const controllers = (byKind.get("controller") ?? []) as Controller[];
  const byNumber = new Map<string, Controller>();
  for (const controller of controllers) {
    const key = `${controller.type} ${controller.index}`;
    if (!byNumber.has(key)) byNumber.set(key, controller);
  }
  return { all, byKind, byType: groupBy(controllers, ({ type }) => type), byNumber };
}

/** Every device once: a console that only shows a serial is left out. */
export function devicesOf(definition: Definition): readonly Device[] {
  return indexOf(definition).all;
}

/** The devices of one kind, in libvirt's order. */
export function listOf<K extends DeviceKind>(definition: Definition, kind: K): readonly DeviceOf<K>[] {
  return (indexOf(definition).byKind.get(kind) ?? []) as readonly DeviceOf<K>[];
}

/** The controllers of one type, in libvirt's order. */
export function controllersOf(definition: Definition, type: string): readonly Controller[] {
  return indexOf(definition).byType.get(type) ?? [];
}

/** The first controller of a type with an index. */
export function controllerAt(definition: Definition, type: string, index: number): Controller | undefined {
  return indexOf(definition).byNumber.get(`${type} ${index}`);
}

/** What the devices of the definition need of a PCI bus. */
export function pciNeedsOf(definition: Definition): PciNeeds {
  return new PciNeeds(definition.target, controllerAt(definition, "pci", 0));
}

/** The PCI controller whose bus has a number. */
export function pciControllerAt(definition: Definition, bus: number): Controller | undefined {
  return controllerAt(definition, "pci", bus);
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
