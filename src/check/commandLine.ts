import { boardFunctions } from "../catalog/boardFunctions.ts";
import { isQemuPciDriver } from "../catalog/qemuPciDrivers.ts";
import type { Definition } from "../define/definition.ts";
import { type CommandLineDevice, commandLineDevices, commandLineSeat } from "../domain/commandLine.ts";
import type { Place } from "../domain/refusal.ts";
import { controllersOf, seatPlace } from "./devices.ts";
import { type PciSeat, type PciSlot, pciSlotsOf, seatAt } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** A seat that a device of `<qemu:commandline>` takes. */
interface Taken {
  readonly device: CommandLineDevice;
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
}

/**
 * PCI devices in `<qemu:commandline>`, which libvirt does not know: they take seats that it gives to others, and those
 * written as key=value are made before every bus that libvirt adds.
 */
export function checkCommandLine(definition: Definition): Problem[] {
  const devices = commandLineDevices(definition.domain.commandLine);
  if (devices.length === 0) return [];
  const buses = busesOf(definition);
  const missing = devices.flatMap((device) => checkBus(definition, device, buses));
  return [
    ...missing,
    ...seatsOf(definition, devices, buses).flatMap((taken) => checkSeat(definition, taken)),
  ];
}

/** QEMU's names of the buses that libvirt's controllers provide, with their indexes. */
function busesOf(definition: Definition): ReadonlyMap<string, number> {
  const controllers = controllersOf(definition, "pci");
  return new Map(
    controllers.map(({ alias, index = 0, model }) => {
      const isUsers = index !== 0 && alias?.startsWith("ua-");
      return [isUsers ? alias! : `${model === "pcie-root" ? "pcie" : "pci"}.${index}`, index];
    }),
  );
}

function checkBus(
  definition: Definition,
  { driver, isJson, position, properties }: CommandLineDevice,
  buses: ReadonlyMap<string, number>,
): Problem[] {
  const bus = properties.get("bus");
  const index = bus === undefined ? undefined : buses.get(bus);
  if (isJson || bus === undefined || index === undefined || index === 0) return [];
  const controller = controllersOf(definition, "pci").find((one) => one.index === index);
  const related = controller ? [{ device: controller.id }] : [];
  return [problem("command-line-bus-order", { driver, bus }, argPlace(position), related)];
}

/** Without `addr` a device takes the first slot of the root bus that is free when it is made. */
function seatsOf(
  definition: Definition,
  devices: readonly CommandLineDevice[],
  buses: ReadonlyMap<string, number>,
): Taken[] {
  const seats: Taken[] = [];
  for (const device of devices) {
    const addr = device.properties.get("addr");
    const name = device.properties.get("bus");
    const bus = name === undefined ? 0 : buses.get(name);
    if (bus === undefined || !(isQemuPciDriver(device.driver) || addr !== undefined)) continue;
    const seat = addr === undefined ? firstFree(definition, device, bus, seats) : commandLineSeat(addr);
    if (seat) seats.push({ device, bus, ...seat });
  }
  return seats;
}

/** JSON devices find everybody else in place already and so never clash. */
function firstFree(
  { target }: Definition,
  device: CommandLineDevice,
  bus: number,
  earlier: readonly Taken[],
): { slot: number; function: number } | undefined {
  const board = boardFunctions[target.class];
  if (device.isJson || bus !== 0 || board === undefined) return undefined;
  const used = new Set([...board, ...earlier.filter((one) => one.bus === 0)].map(({ slot }) => slot));
  for (let slot = 1; slot <= 0x1f; slot++) if (!used.has(slot)) return { slot, function: 0 };
  return undefined;
}

function checkSeat(definition: Definition, taken: Taken): Problem[] {
  const slots = pciSlotsOf(definition);
  const slot = slots.find((one) => one.bus === taken.bus && one.slot === taken.slot);
  const rival = slot && rivalIn(slot, taken);
  if (rival === undefined) return [];
  const used = new Set(slots.filter((one) => one.bus === taken.bus).map((one) => one.slot));
  const free = Array.from({ length: 0x1f }, (_, index) => index + 1).find((number) => !used.has(number));
  const values = {
    driver: taken.device.driver,
    slot: taken.slot,
    function: taken.function,
    address: hex(taken.slot),
    free: hex(free ?? taken.slot),
  };
  const place = argPlace(taken.device.position);
  return [problem("pci-command-line-conflict", values, place, [seatPlace(definition, rival.device)])];
}

/** Whoever has the same function, or shares the slot while function 0 is not multifunction. */
function rivalIn(slot: PciSlot, taken: Taken): PciSeat | undefined {
  const same = seatAt(slot, taken.function);
  const zero = seatAt(slot, 0);
  if (same || zero?.address.multifunction === "on") return same;
  const isMulti = taken.function === 0 && taken.device.properties.get("multifunction") === "on";
  return isMulti ? undefined : (zero ?? slot.seats[0]);
}

function argPlace(position: number): Place {
  return { part: `qemu:commandline/qemu:arg[${position}]@value` };
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
