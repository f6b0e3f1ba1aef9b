import type { Definition } from "../define/definition.ts";
import type { BoardSlot } from "../protocol/board.ts";
import type { Bus, Slot } from "../topology/topology.ts";

const functions = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * The functions of an opened PCI slot that a further device may take. A guest looks at function 0 first, so its device
 * has to be there and to stay, and an edit writes `multifunction='on'` with it: a device that libvirt adds cannot say so.
 * A slot is open where several devices share it already or the device at function 0 says that they may.
 */
export function freeFunctionsOf(
  definition: Definition,
  { family }: Bus,
  { occupants, reserved }: Slot,
): Pick<BoardSlot, "freeFunctions" | "functionsRefused"> {
  if (family !== "pci" || reserved !== undefined || occupants.length === 0) return {};
  const taken = new Map(occupants.map((occupant) => [occupant.function ?? 0, occupant.device]));
  const devices = new Map(definition.devices.map((defined) => [defined.device.id, defined]));
  const head = devices.get(taken.get(0) ?? Number.NaN);
  const address = head?.device.address;
  const isOpen = occupants.length > 1 || (address?.type === "pci" && address.multifunction === "on");
  const free = functions.filter((fn) => !taken.has(fn));
  if (!isOpen || free.length === 0) return {};
  if (head === undefined)
    return { functionsRefused: "Nobody sits at function 0, so the guest would not look at the others." };
  if (occupants.some(({ device }) => devices.get(device)?.written === false))
    return { functionsRefused: "libvirt adds devices to this slot. Pin them first to join them." };
  return { freeFunctions: free };
}
