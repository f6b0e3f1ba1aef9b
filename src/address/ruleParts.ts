import type { Address } from "../domain/address.ts";
import type { Controller, Device, DeviceId } from "../domain/device.ts";
import type { Acceptance, Bus, Occupant, Reason, Slot, SlotKey } from "../topology/topology.ts";
import type { PlacedDevices } from "./addressRule.ts";

/** Devices with an address of one type; a console that shows the address of its serial is not there a second time. */
export function devicesAt<T extends Address["type"]>(
  placed: PlacedDevices,
  type: T,
): { readonly device: Device; readonly address: Extract<Address, { type: T }> }[] {
  const found: { device: Device; address: Extract<Address, { type: T }> }[] = [];
  for (const { device, copyOf } of placed.devices) {
    if (copyOf === undefined && device.address?.type === type) {
      found.push({ device, address: device.address as Extract<Address, { type: T }> });
    }
  }
  return found;
}

/** The controllers of one type by rising index; the first of an index. */
export function controllersBy(placed: PlacedDevices, type: string): ReadonlyMap<number, Controller> {
  const found: [number, Controller][] = [];
  for (const { device } of placed.devices) {
    if (device.kind !== "controller" || device.type !== type || device.index === undefined) continue;
    found.push([device.index, device]);
  }
  const controllers = new Map<number, Controller>();
  for (const [index, controller] of found.toSorted(([one], [other]) => one - other)) {
    if (!controllers.has(index)) controllers.set(index, controller);
  }
  return controllers;
}

/** Slots that fill up while occupants are met; listed by rising order number. */
export class SlotList {
  readonly #slots = new Map<
    SlotKey,
    { order: number; label: string; occupants: Occupant[]; reserved?: Reason }
  >();

  /** Makes sure of a slot; `order` sorts it among the others. */
  add(key: SlotKey, label: string, order: number, reserved?: Reason): Occupant[] {
    const known = this.#slots.get(key);
    if (known) return known.occupants;
    const occupants: Occupant[] = [];
    this.#slots.set(key, { order, label, occupants, ...(reserved && { reserved }) });
    return occupants;
  }

  has(key: SlotKey): boolean {
    return this.#slots.has(key);
  }

  put(key: SlotKey, label: string, order: number, device: DeviceId, usual?: Reason): void {
    this.add(key, label, order).push({ device, ...(usual && { usual }) });
  }

  all(): Slot[] {
    return [...this.#slots]
      .toSorted(([, one], [, other]) => one.order - other.order)
      .map(([key, { order: _, ...slot }]) => ({ key, ...slot }));
  }
}

/** The buses of one family that take a device, by a function that says why one does not. */
export function acceptanceOf(
  buses: readonly Bus[],
  family: string,
  otherwise: Reason,
  reasonAgainst: (bus: Bus) => Reason | undefined,
  refusedSlots: ReadonlyMap<SlotKey, Reason> = new Map(),
): Acceptance {
  const accepted: string[] = [];
  const refusedBuses = new Map<string, Reason>();
  for (const bus of buses) {
    if (bus.family !== family) continue;
    const reason = reasonAgainst(bus);
    if (reason) refusedBuses.set(bus.key, reason);
    else accepted.push(bus.key);
  }
  return { buses: accepted, refusedBuses, refusedSlots, otherwise };
}

/** A device that is put nowhere by hand. */
export function nowhere(reason: Reason): Acceptance {
  return { buses: [], refusedBuses: new Map(), refusedSlots: new Map(), otherwise: reason };
}
