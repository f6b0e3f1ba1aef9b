import { boardFunctions } from "../../catalog/boardFunctions.ts";
import { isQemuPciDriver } from "../../catalog/qemuPciDrivers.ts";
import { type CommandLineDevice, commandLineDevices, commandLineSeat } from "../../domain/commandLine.ts";
import type { Controller } from "../../domain/device.ts";
import type { Target } from "../../domain/target.ts";

/** A PCI function that a device of `<qemu:commandline>` takes past libvirt. */
export interface CommandLineSeat {
  readonly device: CommandLineDevice;
  /** Index of the controller that provides the bus. */
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
}

/**
 * The seats of PCI devices in `<qemu:commandline>`. Without `addr` a device written as key=value takes the first slot
 * of the root bus that is free, before any device of libvirt is there; one written as JSON comes last and finds a
 * free slot whatever happens (order of `-device` in QEMU 10.0).
 */
export function commandLineSeats(
  commandLine: readonly string[],
  target: Target,
  controllers: readonly Controller[],
): CommandLineSeat[] {
  const buses = commandLineBuses(controllers);
  const seats: CommandLineSeat[] = [];
  for (const device of commandLineDevices(commandLine)) {
    const addr = device.properties.get("addr");
    const name = device.properties.get("bus");
    const bus = name === undefined ? 0 : buses.get(name);
    if (bus === undefined || !(isQemuPciDriver(device.driver) || addr !== undefined)) continue;
    const seat = addr === undefined ? firstFree(target, device, bus, seats) : commandLineSeat(addr);
    if (seat) seats.push({ device, bus, ...seat });
  }
  return seats;
}

/** QEMU's names of the buses that PCI controllers provide, with their indexes. */
export function commandLineBuses(controllers: readonly Controller[]): ReadonlyMap<string, number> {
  return new Map(
    controllers.map(({ alias, index = 0, model }): [string, number] => {
      const isUsers = index !== 0 && alias?.startsWith("ua-");
      const own = `${model === "pcie-root" ? "pcie" : "pci"}.${index}`;
      return [isUsers ? (alias ?? own) : own, index];
    }),
  );
}

function firstFree(
  target: Target,
  device: CommandLineDevice,
  bus: number,
  earlier: readonly CommandLineSeat[],
): { slot: number; function: number } | undefined {
  const board = boardFunctions[target.class];
  if (device.isJson || bus !== 0 || board === undefined) return undefined;
  const used = new Set([...board, ...earlier.filter((one) => one.bus === 0)].map(({ slot }) => slot));
  for (let slot = 1; slot <= 0x1f; slot++) if (!used.has(slot)) return { slot, function: 0 };
  return undefined;
}
