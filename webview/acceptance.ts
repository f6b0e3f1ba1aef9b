import type { BoardDevice, DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { BoardIndex, SlotPlace } from "./boardIndex.ts";

/** Devices that leave their slots in the same step, so that they are in nobody's way. */
export type Movers = ReadonlySet<DeviceKey>;

/** Tells why a device cannot be dropped into a slot, or nothing where it can. */
export function findRefusal(
  index: BoardIndex,
  key: DeviceKey,
  slot: SlotKey,
  movers: Movers = new Set([key]),
): string | undefined {
  const device = index.devices.get(key);
  const place = index.slots.get(slot);
  if (device === undefined) return "This device is no longer on the board.";
  if (place === undefined) return "This slot is no longer on the board.";
  return (
    findFixture(index, device) ??
    refusalOfPlace(index, device, place) ??
    refusalOfOccupants(index, device, place.slot.occupants, movers)
  );
}

/** Tells why a device cannot be picked up at all, or nothing where it can. */
export function findFixture(index: BoardIndex, device: BoardDevice): string | undefined {
  return index.board.readOnly ?? device.fixed;
}

/** The slots that take a device, in the order of the board. */
export function allowedSlots(index: BoardIndex, key: DeviceKey, movers: Movers = new Set([key])): SlotKey[] {
  const device = index.devices.get(key);
  if (device === undefined) return [];
  return acceptingPlaces(index, device)
    .filter(({ slot }) => refusalOfOccupants(index, device, slot.occupants, movers) === undefined)
    .map((place) => place.slot.key);
}

/** The slots that would take a device if nobody sat there, in the order of the board. */
export function acceptingPlaces(index: BoardIndex, device: BoardDevice): SlotPlace[] {
  if (findFixture(index, device) !== undefined) return [];
  const accepting = new Set(index.board.acceptances[device.acceptance]?.buses);
  return index.board.buses
    .filter((bus) => accepting.has(bus.key))
    .flatMap((bus) => bus.slots.map((slot, position) => ({ slot, bus, position })))
    .filter((place) => refusalOfPlace(index, device, place) === undefined);
}

/** Why a place does not take a device, whoever sits there. */
export function refusalOfPlace(
  index: BoardIndex,
  device: BoardDevice,
  { slot, bus }: SlotPlace,
): string | undefined {
  const acceptance = index.board.acceptances[device.acceptance];
  if (acceptance === undefined) return "Nothing is known about where this device may sit.";
  if (!acceptance.buses.includes(bus.key)) return acceptance.refusedBuses[bus.key] ?? acceptance.otherwise;
  return acceptance.refusedSlots[slot.key] ?? slot.reserved;
}

/** Devices that libvirt placed make way; a device that is pinned here already has nothing to gain from a drop. */
function refusalOfOccupants(
  index: BoardIndex,
  device: BoardDevice,
  occupants: readonly { readonly device: DeviceKey }[],
  movers: Movers,
): string | undefined {
  const other = occupants.find(
    (occupant) => !movers.has(occupant.device) && !isGhost(index, occupant.device),
  );
  if (other !== undefined) return `Taken by ${index.devices.get(other.device)?.label ?? "another device"}.`;
  const already =
    movers.size === 1 &&
    device.placement === "given" &&
    occupants.some((occupant) => occupant.device === device.key);
  return already ? `${device.label} is already pinned here.` : undefined;
}

/** Whether libvirt chose the device's place and would choose another one. */
export function isGhost(index: BoardIndex, key: DeviceKey): boolean {
  return index.devices.get(key)?.placement === "assigned";
}
