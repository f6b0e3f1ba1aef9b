import { unreachable } from "../domain/unreachable.ts";
import type { DeviceKey, SlotKey } from "../protocol/board.ts";
import type { Place } from "../protocol/messages.ts";
import { controllerOffers } from "./addControllers.ts";
import type { BoardGesture } from "./boardGestures.ts";
import { busesOf } from "./buses.ts";
import { deviceCards } from "./deviceCards.ts";
import { deviceKeysOf } from "./deviceKeys.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** What a gesture is called in a list of steps: "Move net0 to pcie.0 slot 05", "Pin 3 devices". */
export function gestureName(snapshot: Snapshot, meant: BoardGesture): string {
  const domain = snapshot.domains[meant.domain ?? 0];
  if (domain === undefined) return "Edit";
  switch (meant.type) {
    case "move":
      return `Move ${devicesName(domain, [meant.device])} to ${slotName(domain, meant.slot)}`;
    case "arrange":
      return arrangeName(domain, meant.places);
    case "pin":
      return `Pin ${devicesName(domain, meant.devices)}`;
    case "pinAll":
      return "Pin all addresses";
    case "unpin":
      return `Unpin ${devicesName(domain, meant.devices)}`;
    case "addController":
      return `Add ${controllerOffers(domain.definition).find(({ key }) => key === meant.offer)?.label ?? "controller"}`;
    case "reservePorts":
      return `Reserve ${counted(meant.count, "hot-plug port")}`;
    default:
      return unreachable(meant);
  }
}

/** Two devices for two slots that were each other's is a swap; all others go somewhere together. */
function arrangeName(domain: DomainView, places: readonly Place[]): string {
  const devices = places.map(({ device }) => device);
  const slots = [...new Set(places.map(({ slot }) => slot))];
  const [slot = ""] = slots;
  if (slots.length === 1) return `Move ${devicesName(domain, devices)} to ${slotName(domain, slot)}`;
  const homes = slotsOf(domain);
  const isSwap =
    slots.length === 2 && places.every(({ device, slot }) => slots.includes(homes(device) ?? slot));
  return isSwap && places.length === 2
    ? `Swap ${devices.map((key) => devicesName(domain, [key])).join(" and ")}`
    : `Move ${devicesName(domain, devices)}`;
}

function devicesName({ definition }: DomainView, devices: readonly DeviceKey[]): string {
  const [only = ""] = devices;
  const id = deviceKeysOf(definition).idOf.get(only);
  const label = id === undefined ? undefined : deviceCards(definition).get(id)?.label;
  return devices.length === 1 && label !== undefined ? label : counted(devices.length, "device");
}

function slotName({ definition }: DomainView, wanted: SlotKey): string {
  for (const { label, slots } of busesOf(definition)) {
    const slot = slots.find(({ key }) => key === wanted);
    if (slot) return `${label} slot ${slot.label}`;
  }
  return "a slot";
}

function slotsOf({ definition }: DomainView): (device: DeviceKey) => SlotKey | undefined {
  const { idOf } = deviceKeysOf(definition);
  const slots = busesOf(definition).flatMap((bus) => bus.slots);
  return (key) => {
    const id = idOf.get(key);
    return slots.find(({ occupants }) => occupants.some(({ device }) => device === id))?.key;
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
