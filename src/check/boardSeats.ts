import { boardFunctions, boardFunctionsByMachine } from "../catalog/boardFunctions.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { seatPlace } from "./devices.ts";
import { type PciSeat, pciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** Devices on a function that belongs to the board, and that libvirt does not keep for it. */
export function checkBoardSeats(definition: Definition): Problem[] {
  return pciSeatsOf(definition).flatMap((seat) => {
    const { device, address } = seat;
    const row = address.bus === 0 ? boardFunctionAt(definition, seat) : undefined;
    if (row === undefined || isTheBoards(device)) return [];
    const values = { slot: address.slot, function: address.function, driver: row.driver };
    return [problem("pci-chipset-function", values, seatPlace(definition, device))];
  });
}

function boardFunctionAt({ target }: Definition, { address }: PciSeat) {
  const rows = boardFunctions[target.class] ?? boardFunctionsByMachine[`${target.arch} ${target.machine}`];
  return rows?.find((row) => row.slot === address.slot && row.function === address.function);
}

/** The first IDE and the first SATA controller of a domain are the ones that are soldered on. */
function isTheBoards(device: Device): boolean {
  return device.kind === "controller" && device.index === 0 && ["ide", "sata", "pci"].includes(device.type);
}
