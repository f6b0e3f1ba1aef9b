import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { Place } from "../src/protocol/messages.ts";
import { acceptingPlaces, findFixture, isGhost, refusalOfPlace } from "./acceptance.ts";
import { type BoardIndex, type FunctionPlace, functionKey } from "./boardIndex.ts";

/** The free functions that devices be dropped on, in the order of the board. Several take the next ones, too. */
export function functionsFor(index: BoardIndex, devices: readonly DeviceKey[]): SlotKey[] {
  const lead = index.devices.get(devices[0] ?? "");
  if (lead === undefined || index.functions.size === 0) return [];
  return acceptingPlaces(index, lead)
    .flatMap(({ slot }) => (slot.freeFunctions ?? []).map((fn) => functionKey(slot.key, fn)))
    .filter((key) => refusalOfFunction(index, devices, key) === undefined);
}

/** Why devices cannot be dropped on a free function, or nothing where they can. */
export function refusalOfFunction(
  index: BoardIndex,
  devices: readonly DeviceKey[],
  key: SlotKey,
): string | undefined {
  const place = index.functions.get(key);
  if (place === undefined) return "This function is no longer free.";
  for (const key of devices) {
    const device = index.devices.get(key);
    if (device === undefined) return "This device is no longer on the board.";
    const refused = findFixture(index, device) ?? refusalOfPlace(index, device, place);
    if (refused !== undefined) return refused;
  }
  const stays = place.slot.occupants.some(
    (occupant) => (occupant.function ?? "0") === "0" && !devices.includes(occupant.device),
  );
  if (!stays) return "Function 0 has to stay: the guest looks at it first.";
  const room = roomFrom(place, devices).length;
  return room < devices.length
    ? `From here on there ${room === 1 ? "is 1 free function" : `are ${room} free functions`}.`
    : undefined;
}

/**
 * Where each device ends up. Devices of the slot that libvirt put there would make way, so they are written
 * down in the same step.
 */
export function functionPlaces(index: BoardIndex, devices: readonly DeviceKey[], key: SlotKey): Place[] {
  const place = index.functions.get(key);
  if (place === undefined) return [];
  const slot = place.slot.key;
  const kept = place.slot.occupants
    .filter(({ device }) => !devices.includes(device) && isGhost(index, device))
    .map((occupant): Place => ({ device: occupant.device, slot, function: Number(occupant.function ?? 0) }));
  const room = roomFrom(place, devices);
  const joined = devices.map((device, at): Place => ({ device, slot, function: room[at] ?? place.function }));
  return [...kept, ...joined];
}

/** The functions from this one on that nobody holds who stays. */
function roomFrom({ slot, function: first }: FunctionPlace, devices: readonly DeviceKey[]): number[] {
  const left = slot.occupants
    .filter((occupant) => devices.includes(occupant.device))
    .map((occupant) => Number(occupant.function ?? 0));
  return [...(slot.freeFunctions ?? []), ...left].filter((fn) => fn >= first).toSorted((a, b) => a - b);
}
