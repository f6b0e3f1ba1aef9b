import type { DeviceId } from "../domain/device.ts";
import { type Bus, freeSlots, type SlotKey } from "../topology/topology.ts";
import { busesOf, ruleFor } from "./buses.ts";
import type { DomainView } from "./snapshot.ts";

/**
 * The slots a device could move to, best first: on the bus its address names, then on the others in their order. Buses
 * whose controller is not in the file come last, because using them writes that controller down too.
 */
export function freeSlotsFor(domain: DomainView, device: DeviceId): SlotKey[] {
  const { definition } = domain;
  const defined = definition.devices.find((candidate) => candidate.device.id === device);
  const rule = defined && ruleFor(definition, defined.device);
  if (defined === undefined || rule === undefined) return [];
  const buses = busesOf(definition);
  const accepted = rule.accepts(definition, defined.device, buses);
  const own = buses.find((bus) =>
    bus.slots.some((slot) => slot.occupants.some((other) => other.device === device)),
  );
  const isWritten = (bus: Bus) =>
    bus.controller === undefined || domain.reading.elements.has(bus.controller) || bus.parent === undefined;
  const rank = (bus: Bus) => (bus === own ? 0 : isWritten(bus) ? 1 : 2);
  return buses
    .filter((bus) => accepted.buses.includes(bus.key))
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap((bus) => freeSlots(bus).filter((slot) => !accepted.refusedSlots.has(slot.key)))
    .map((slot) => slot.key);
}
