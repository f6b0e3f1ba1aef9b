import type { BoardDevice, DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { BoardIndex, SlotPlace } from "./boardIndex.ts";

/** Tells why a device cannot be dropped into a slot, or nothing where it can. */
export function findRefusal(index: BoardIndex, key: DeviceKey, slot: SlotKey): string | undefined {
  const device = index.devices.get(key);
  const place = index.slots.get(slot);
  if (device === undefined) return "This device is no longer on the board.";
  if (place === undefined) return "This slot is no longer on the board.";
  return findFixture(index, device) ?? refusalOfPlace(index, device, place);
}

/** Tells why a device cannot be picked up at all, or nothing where it can. */
export function findFixture(index: BoardIndex, device: BoardDevice): string | undefined {
  return index.board.readOnly ?? device.fixed;
}

/** The slots that take a device, in the order of the board. */
export function allowedSlots(index: BoardIndex, key: DeviceKey): SlotKey[] {
  const device = index.devices.get(key);
  if (device === undefined || findFixture(index, device) !== undefined) return [];
  const accepting = new Set(index.board.acceptances[device.acceptance]?.buses);
  return index.board.buses
    .filter((bus) => accepting.has(bus.key))
    .flatMap((bus) => bus.slots.map((slot, position) => ({ slot, bus, position })))
    .filter((place) => refusalOfPlace(index, device, place) === undefined)
    .map((place) => place.slot.key);
}

function refusalOfPlace(index: BoardIndex, device: BoardDevice, { slot, bus }: SlotPlace) {
  const acceptance = index.board.acceptances[device.acceptance];
  if (acceptance === undefined) return "Nothing is known about where this device may sit.";
  if (!acceptance.buses.includes(bus.key)) return acceptance.refusedBuses[bus.key] ?? acceptance.otherwise;
  return (
    acceptance.refusedSlots[slot.key] ?? slot.reserved ?? refusalOfOccupants(index, device, slot.occupants)
  );
}

/** The device itself is in nobody's way; a device that is pinned here already has nothing to gain from a drop. */
function refusalOfOccupants(
  index: BoardIndex,
  device: BoardDevice,
  occupants: readonly { readonly device: DeviceKey }[],
): string | undefined {
  const other = occupants.find((occupant) => occupant.device !== device.key);
  if (other !== undefined) return `Taken by ${index.devices.get(other.device)?.label ?? "another device"}.`;
  const already = occupants.length > 0 && device.placement === "given";
  return already ? `${device.label} is already pinned here.` : undefined;
}
