import { libvirtText } from "../catalog/refusals.ts";
import type { DefinedDevice, Definition } from "../define/definition.ts";
import { type Address, isOpen, isSamePlace } from "../domain/address.ts";
import type { DeviceId } from "../domain/device.ts";
import { writeChanges } from "../edit/guard.ts";
import { moveDevice } from "../edit/move.ts";
import { applyEdits } from "../text/textEdit.ts";
import type { Bus, Slot } from "../topology/topology.ts";
import { busesOf, ruleFor } from "./board.ts";
import { refusalsOf } from "./diagnostics.ts";
import { editRefusalWords } from "./editRefusalWords.ts";
import { answerOf, type EditAnswer } from "./pin.ts";
import { reasonText } from "./reasonWords.ts";
import { type DomainView, Snapshot } from "./snapshot.ts";

/**
 * Puts a device into a slot: the smallest edits that do it, tried on a copy first. Whatever libvirt would refuse in
 * the edited text that it did not refuse before makes the whole gesture refused.
 */
export function moveToSlot(domain: DomainView, device: DeviceId, slot: string): EditAnswer {
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
  return tryMove(domain, defined, address);
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
  const isTaken = slot.occupants.some((occupant) => occupant.device !== device.id);
  return isTaken ? "Another device sits in this slot." : undefined;
}

function tryMove(domain: DomainView, defined: DefinedDevice, address: Address): EditAnswer {
  const { device } = defined;
  const { snapshot } = domain;
  const changes = moveDevice(domain.edit, domain.definition, defined, address);
  const result = writeChanges(snapshot.document, changes);
  if (result.edits === undefined) return { refused: editRefusalWords[result.refused.code] };
  const edited = new Snapshot(applyEdits(snapshot.text, result.edits), snapshot.version, snapshot.options);
  const moved = edited.domains[snapshot.domains.indexOf(domain)];
  const refused = moved ? newRefusal(domain, moved) : "The edited text would be no domain any more.";
  if (refused !== undefined) return { refused };
  return landedAt(moved, domain, device.id, address)
    ? answerOf(snapshot, result)
    : { refused: "libvirt would put the device somewhere else." };
}

/** libvirt's first complaint about the edited text that it did not have before. */
function newRefusal(before: DomainView, after: DomainView): string | undefined {
  const known = new Set(refusalsOf(before).map(({ code, values }) => libvirtText(code, values)));
  return refusalsOf(after)
    .map(({ code, values }) => libvirtText(code, values))
    .find((text) => !known.has(text));
}

/** Whether the edited text puts the device where it was meant to go. */
function landedAt(
  moved: DomainView | undefined,
  before: DomainView,
  device: DeviceId,
  address: Address,
): boolean {
  const landed = moved && counterpartOf(before.definition, moved.definition, device)?.device.address;
  return landed !== undefined && !isOpen(landed) && isSamePlace(landed, address);
}

/**
 * The same device in the definition of the edited text: controllers go by type and index, everything else by its place
 * among the listed devices of its kind, which an edit does not change.
 */
function counterpartOf(before: Definition, after: Definition, device: DeviceId): DefinedDevice | undefined {
  const original = before.devices.find((defined) => defined.device.id === device);
  if (original === undefined) return undefined;
  const isKin = ({ device: other, written }: DefinedDevice) => written && other.kind === original.device.kind;
  const kin = before.devices.filter(isKin);
  if (original.device.kind !== "controller") return after.devices.filter(isKin)[kin.indexOf(original)];
  const { type, index, model } = original.device;
  return after.devices.find(
    ({ device: other }) =>
      other.kind === "controller" && other.type === type && other.index === index && other.model === model,
  );
}
