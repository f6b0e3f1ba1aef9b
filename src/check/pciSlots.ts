import type { Definition } from "../define/definition.ts";
import { isEmptyPci, type PciAddress } from "../domain/address.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf } from "./devices.ts";
import { once } from "./memo.ts";

/** A device and the PCI function it has. */
export interface PciSeat {
  readonly device: Device;
  readonly address: PciAddress;
}

/** One slot of one bus with everybody in it. */
export interface PciSlot {
  readonly bus: number;
  readonly slot: number;
  readonly seats: readonly PciSeat[];
}

/** Every PCI seat of a definition. */
export const pciSeatsOf: (definition: Definition) => readonly PciSeat[] = once((definition) =>
  devicesOf(definition).flatMap((device) =>
    device.address?.type === "pci" && !isEmptyPci(device.address)
      ? [{ device, address: device.address }]
      : [],
  ),
);

/** The seats that the file itself asks for. */
export const givenPciSeatsOf: (definition: Definition) => readonly PciSeat[] = once((definition) => {
  const given = new Set(
    definition.devices.filter(({ placement }) => placement.state === "given").map(({ device }) => device.id),
  );
  return pciSeatsOf(definition).filter(({ device }) => given.has(device.id));
});

/** The seats grouped by slot. */
export const pciSlotsOf: (definition: Definition) => readonly PciSlot[] = once((definition) => {
  const slots = new Map<number, { bus: number; slot: number; seats: PciSeat[] }>();
  for (const seat of pciSeatsOf(definition)) {
    const { bus, slot } = seat.address;
    const key = bus * 0x100 + slot;
    const known = slots.get(key);
    if (known) known.seats.push(seat);
    else slots.set(key, { bus, slot, seats: [seat] });
  }
  return [...slots.values()];
});

/** The seat of one function of a slot. */
export function seatAt(slot: PciSlot, fn: number): PciSeat | undefined {
  return slot.seats.find(({ address }) => address.function === fn);
}
