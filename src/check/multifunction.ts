import { boardFunctions } from "../catalog/boardFunctions.ts";
import type { Definition } from "../define/definition.ts";
import { isS390 } from "../domain/target.ts";
import { seatPlace } from "./devices.ts";
import { type PciSlot, pciSeatsOf, pciSlotsOf, seatAt } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** Slots whose functions cannot be there together, or that no guest looks into. */
export function checkMultifunction(definition: Definition): Problem[] {
  if (isS390(definition.target)) return checkS390(definition);
  return pciSlotsOf(definition).flatMap((slot) => [
    ...checkOff(definition, slot),
    ...checkHole(definition, slot),
    ...checkMeaningless(definition, slot),
  ]);
}

/** QEMU's s390x machines know single functions only. */
function checkS390(definition: Definition): Problem[] {
  return pciSeatsOf(definition)
    .filter(({ address }) => address.multifunction === "on")
    .map(({ device }) =>
      problem("pci-multifunction-s390", {}, seatPlace(definition, device, "address@multifunction")),
    );
}

/** libvirt switches function 0 on by itself, but leaves an explicit `off` alone. */
function checkOff(definition: Definition, slot: PciSlot): Problem[] {
  const zero = seatAt(slot, 0);
  const other = slot.seats.find(({ address }) => address.function !== 0);
  if (zero?.address.multifunction !== "off" || other === undefined) return [];
  const values = { slot: slot.slot.toString(16), function: other.address.function };
  const place = seatPlace(definition, zero.device, "address@multifunction");
  return [
    problem("pci-multifunction-off-conflict", values, place, [
      seatPlace(definition, other.device, "address@function"),
    ]),
  ];
}

/** A guest that finds no function 0 skips the slot (PCI Local Bus Specification 3.0, 6.1). */
function checkHole(definition: Definition, slot: PciSlot): Problem[] {
  const [first] = slot.seats;
  if (first === undefined || seatAt(slot, 0) || hasBoardFunction(definition, slot, 0)) return [];
  const values = { slot: hex(slot.slot), bus: hex(slot.bus), function: first.address.function };
  return slot.seats.map(({ device }) =>
    problem("pci-function-without-zero", values, seatPlace(definition, device, "address@function")),
  );
}

/** Only function 0 says whether a slot has several. */
function checkMeaningless(definition: Definition, { seats }: PciSlot): Problem[] {
  return seats
    .filter(({ device, address }) => {
      const written = definition.domain.devices[device.id]?.address;
      return address.function !== 0 && written?.type === "pci" && written.multifunction === "on";
    })
    .map(({ device, address }) =>
      problem(
        "pci-multifunction-meaningless",
        { function: address.function },
        seatPlace(definition, device, "address@multifunction"),
      ),
    );
}

function hasBoardFunction({ target }: Definition, { bus, slot }: PciSlot, fn: number): boolean {
  const row = boardFunctions[target.class]?.find((one) => one.slot === slot && one.function === fn);
  return bus === 0 && row !== undefined;
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(2, "0")}`;
}
