import { libvirtText } from "../catalog/refusals.ts";
import type { DefinedDevice, Definition } from "../define/definition.ts";
import { type Address, isOpen, isSamePlace } from "../domain/address.ts";
import type { DeviceId } from "../domain/device.ts";
import { writeChanges } from "../edit/guard.ts";
import { moveDevice } from "../edit/move.ts";
import { applyEdits, type TextEdit } from "../text/textEdit.ts";
import type { Bus, Slot } from "../topology/topology.ts";
import { busesOf, ruleFor } from "./board.ts";
import { editRefusalText } from "./editWords.ts";
import { reasonText } from "./reasonWords.ts";
import { type DomainSnapshot, type Snapshot, snapshotOf } from "./snapshot.ts";

/** The edits of a gesture, or one sentence why it changes nothing. */
export type GestureResult = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

/**
 * Puts a device into a slot: the smallest edits that do it, tried on a copy first. Whatever libvirt would refuse in
 * the edited text that it did not refuse before makes the whole gesture refused.
 */
export function moveToSlot(
  snapshot: Snapshot,
  domain: DomainSnapshot,
  device: DeviceId,
  slot: string,
): GestureResult {
  const { definition } = domain;
  const defined = definition.devices.find((candidate) => candidate.device.id === device);
  if (defined === undefined || !defined.written)
    return { refused: "libvirt adds this device. Pin it first to move it." };
  const buses = busesOf(definition);
  const place = findSlot(buses, slot);
  if (place === undefined) return { refused: "This slot is no longer there." };
  const refused = refusalOf(definition, defined, place, buses);
  if (refused !== undefined) return { refused };
  const address = ruleFor(definition, defined.device)?.addressAt(definition, defined.device, slot);
  if (address === undefined) return { refused: "This slot has no address for the device." };
  return tryMove(snapshot, domain, defined, address, addedOnTheWay(definition, place.bus, buses));
}

interface SlotPlace {
  readonly bus: Bus;
  readonly slot: Slot;
}

function findSlot(buses: readonly Bus[], key: string): SlotPlace | undefined {
  for (const bus of buses) {
    const slot = bus.slots.find((candidate) => candidate.key === key);
    if (slot) return { bus, slot };
  }
  return undefined;
}

/** Why the slot does not take the device, if it does not. */
function refusalOf(
  definition: Definition,
  { device }: DefinedDevice,
  { bus, slot }: SlotPlace,
  buses: readonly Bus[],
): string | undefined {
  const acceptance = ruleFor(definition, device)?.accepts(definition, device, buses);
  if (acceptance === undefined) return reasonText({ code: "no-address", values: {} });
  if (!acceptance.buses.includes(bus.key))
    return reasonText(acceptance.refusedBuses.get(bus.key) ?? acceptance.otherwise);
  const reason = slot.reserved ?? acceptance.refusedSlots.get(slot.key);
  if (reason) return reasonText(reason);
  const isTaken = slot.occupants.some((occupant) => occupant.device !== device);
  return isTaken ? "Another device sits in this slot." : undefined;
}

/** Controllers that are not in the file yet and that the bus hangs from. */
function addedOnTheWay(definition: Definition, bus: Bus, buses: readonly Bus[]): DefinedDevice[] {
  const added: DefinedDevice[] = [];
  let at: Bus | undefined = bus;
  while (at !== undefined && added.length <= buses.length) {
    const { controller, parent }: Bus = at;
    const defined = definition.devices.find((candidate) => candidate.device.id === controller);
    if (defined && !defined.written) added.push(defined);
    at = parent && buses.find((candidate) => candidate.key === parent.bus);
  }
  return definition.devices.filter((defined) => added.includes(defined));
}

function tryMove(
  snapshot: Snapshot,
  domain: DomainSnapshot,
  defined: DefinedDevice,
  address: Address,
  controllers: readonly DefinedDevice[],
): GestureResult {
  const { device } = defined;
  const changes = moveDevice(domain.edit, domain.definition, device.id, address, controllers);
  const result = writeChanges(domain.document, changes);
  if (result.edits === undefined) return { refused: editRefusalText(result.refused) };
  const after = snapshotOf(applyEdits(snapshot.text, result.edits), snapshot.options);
  const moved = after.domains[snapshot.domains.indexOf(domain)];
  const refused = moved ? newRefusal(domain, moved) : "The edited text would be no domain any more.";
  if (refused !== undefined) return { refused };
  return landedAt(moved, domain, device.id, address)
    ? { edits: result.edits }
    : { refused: "libvirt would put the device somewhere else." };
}

/** libvirt's first complaint about the edited text that it did not have before. */
function newRefusal(before: DomainSnapshot, after: DomainSnapshot): string | undefined {
  const known = new Set(before.refusals.map(({ code, values }) => libvirtText(code, values)));
  return after.refusals.map(({ code, values }) => libvirtText(code, values)).find((text) => !known.has(text));
}

/** Elements keep their order, so the device is found by its place among the devices of its kind. */
function landedAt(
  moved: DomainSnapshot | undefined,
  before: DomainSnapshot,
  device: DeviceId,
  address: Address,
): boolean {
  const kind = before.reading.domain.devices[device]?.kind;
  const ofKind = (domain: DomainSnapshot) =>
    domain.reading.domain.devices.filter((other) => other.kind === kind);
  const position = ofKind(before).findIndex((other) => other.id === device);
  const written = kind === "controller" ? undefined : moved && ofKind(moved)[position];
  const landed = moved?.definition.devices.find((defined) => defined.device.id === written?.id)?.device
    .address;
  if (kind === "controller") return true;
  return landed !== undefined && !isOpen(landed) && isSamePlace(landed, address);
}
