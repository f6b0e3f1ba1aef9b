import type { DeviceId } from "../domain/device.ts";

/**
 * Where devices can sit, whatever the address type: buses with slots, slots with occupants. Keys are unique within
 * one topology and stay the same from one reading of a document to the next while the controllers keep their indexes.
 */
export type BusKey = string;
export type SlotKey = string;

/** A reason in data; words come later, in `feature`. */
export interface Reason {
  /** kebab-case, one row of words per code. */
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Bus {
  readonly key: BusKey;
  /** The address type its places are written in. */
  readonly family: string;
  /** The short name engineers use: "pcie.0", "pci.3", "scsi0". */
  readonly label: string;
  /** What provides the bus: a controller model or type, as spelled in the XML. */
  readonly model: string;
  readonly controller?: DeviceId;
  readonly parent?: { readonly bus: BusKey; readonly slot: SlotKey };
  readonly slots: readonly Slot[];
}

export interface Slot {
  readonly key: SlotKey;
  /** The number as engineers write it: "1f", "0", "0:3". */
  readonly label: string;
  readonly occupants: readonly Occupant[];
  /** Why nobody may sit here although no device does. */
  readonly reserved?: Reason;
}

export interface Occupant {
  readonly device: DeviceId;
  /** The place inside the slot where a slot has several: the PCI function. */
  readonly function?: number;
  /** Why it sits here although no address says so: the emulator's own habit, which libvirt neither knows nor keeps. */
  readonly usual?: Reason;
}

/** Where a device may go: the buses that take it, and why the others of its family do not. */
export interface Acceptance {
  readonly buses: readonly BusKey[];
  readonly refusedBuses: ReadonlyMap<BusKey, Reason>;
  readonly refusedSlots: ReadonlyMap<SlotKey, Reason>;
  /** The reason of every bus named in neither list. */
  readonly otherwise: Reason;
}

export interface Topology {
  /** Parents before their children. */
  readonly buses: readonly Bus[];
}

/** Finds a bus by its key. */
export function findBus(topology: Topology, key: BusKey): Bus | undefined {
  return topology.buses.find((bus) => bus.key === key);
}

/** The slots of a bus that nobody sits in and nothing reserves. */
export function freeSlots(bus: Bus): Slot[] {
  return bus.slots.filter((slot) => slot.occupants.length === 0 && slot.reserved === undefined);
}

/** Finds the slot a device sits in. */
export function slotOf(topology: Topology, device: DeviceId): { bus: Bus; slot: Slot } | undefined {
  for (const bus of topology.buses) {
    const slot = bus.slots.find((candidate) =>
      candidate.occupants.some((occupant) => occupant.device === device),
    );
    if (slot) return { bus, slot };
  }
  return undefined;
}
