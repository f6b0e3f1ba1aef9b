import { type CommandLineSeat, commandLineBuses, commandLineSeats } from "../address/pci/commandLineSeats.ts";
import type { Definition } from "../define/definition.ts";
import { type CommandLineDevice, commandLineDevices } from "../domain/commandLine.ts";
import type { Place } from "../domain/refusal.ts";
import { controllerAt, controllersOf, seatPlace } from "./devices.ts";
import { type PciSeat, type PciSlot, pciSlotsOf, seatAt } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * PCI devices in `<qemu:commandline>`, which libvirt does not know: they take seats that it gives to others, and those
 * written as key=value are made before every bus that libvirt adds.
 */
export function checkCommandLine(definition: Definition): Problem[] {
  const { commandLine } = definition.domain;
  if (commandLine.length === 0) return [];
  const controllers = controllersOf(definition, "pci");
  const buses = commandLineBuses(controllers);
  const seats = commandLineSeats(commandLine, definition.target, controllers);
  return [
    ...commandLineDevices(commandLine).flatMap((device) => checkBus(definition, device, buses)),
    ...seats.flatMap((seat) => checkSeat(definition, seat, seats)),
  ];
}

function checkBus(
  definition: Definition,
  { driver, isJson, position, properties }: CommandLineDevice,
  buses: ReadonlyMap<string, number>,
): Problem[] {
  const bus = properties.get("bus");
  const index = bus === undefined ? undefined : buses.get(bus);
  if (isJson || bus === undefined || index === undefined || index === 0) return [];
  const controller = controllerAt(definition, "pci", index);
  const related = controller ? [{ device: controller.id }] : [];
  return [problem("command-line-bus-order", { driver, bus }, argPlace(position), related)];
}

function checkSeat(
  definition: Definition,
  seat: CommandLineSeat,
  others: readonly CommandLineSeat[],
): Problem[] {
  const onBus = pciSlotsOf(definition).filter(({ bus }) => bus === seat.bus);
  const slot = onBus.find((one) => one.slot === seat.slot);
  const rival = slot && rivalIn(slot, seat);
  if (rival === undefined) return [];
  const used = new Set([...onBus, ...others.filter(({ bus }) => bus === seat.bus)].map((one) => one.slot));
  const free = Array.from({ length: 0x1f }, (_, index) => index + 1).find((number) => !used.has(number));
  const values = {
    driver: seat.device.driver,
    slot: seat.slot,
    function: seat.function,
    address: hex(seat.slot),
    free: hex(free ?? seat.slot),
  };
  const place = argPlace(seat.device.position);
  return [problem("pci-command-line-conflict", values, place, [seatPlace(definition, rival.device)])];
}

/** Whoever has the same function, or shares the slot while function 0 is not multifunction. */
function rivalIn(slot: PciSlot, seat: CommandLineSeat): PciSeat | undefined {
  const same = seatAt(slot, seat.function);
  const zero = seatAt(slot, 0);
  if (same || zero?.address.multifunction === "on") return same;
  const isMulti = seat.function === 0 && seat.device.properties.get("multifunction") === "on";
  return isMulti ? undefined : (zero ?? slot.seats[0]);
}

function argPlace(position: number): Place {
  return { part: `qemu:commandline/qemu:arg[${position}]@value` };
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
