import { libvirtText } from "../catalog/refusals.ts";
import type { DefinedDevice, Definition } from "../define/definition.ts";
import { type Address, isOpen, isSamePlace, type PciAddress } from "../domain/address.ts";
import type { DeviceId } from "../domain/device.ts";
import type { Change } from "../edit/change.ts";
import { writeChanges } from "../edit/guard.ts";
import { type Move, moveDevices } from "../edit/move.ts";
import { applyEdits } from "../text/textEdit.ts";
import type { Bus, Slot, SlotKey } from "../topology/topology.ts";
import { busesOf, ruleFor } from "./buses.ts";
import { refusalsOf } from "./diagnostics.ts";
import { editRefusalWords } from "./editRefusalWords.ts";
import { answerOf, type EditAnswer } from "./pin.ts";
import { reasonText } from "./reasonWords.ts";
import { type DomainView, Snapshot } from "./snapshot.ts";

/** Where a device shall go; the function counts on PCI only, where several devices share a slot. */
export interface Wish {
  readonly device: DeviceId;
  readonly slot: SlotKey;
  readonly function?: number | undefined;
}

/**
 * Puts devices into slots all at once, so that they may change places with each other: the smallest edits that do it,
 * tried on a copy first. Devices that libvirt chose a place for make way. Whatever libvirt would refuse in the edited
 * text that it did not refuse before makes the whole gesture refused.
 */
export function arrange(domain: DomainView, wishes: readonly Wish[]): EditAnswer {
  const { definition } = domain;
  const buses = busesOf(definition);
  const movers = new Set(wishes.map((wish) => wish.device));
  if (movers.size < wishes.length) return { refused: "A device can go to one place only." };
  const moves: Move[] = [];
  for (const wish of wishes) {
    const move = moveOf(definition, wish, buses, movers);
    if ("refused" in move) return move;
    moves.push(move);
  }
  return tryMoves(domain, withMultifunction(definition, moves));
}

/** The edits that make the changes, if libvirt refuses nothing new in the edited text and `holds` there. */
export function tryChanges(
  domain: DomainView,
  changes: readonly Change[],
  holds: (after: DomainView) => string | undefined,
): EditAnswer {
  const { snapshot } = domain;
  const result = writeChanges(snapshot.document, changes);
  if (result.edits === undefined) return { refused: editRefusalWords[result.refused.code] };
  const edited = new Snapshot(applyEdits(snapshot.text, result.edits), snapshot.version, snapshot.options);
  const after = edited.domains[snapshot.domains.indexOf(domain)];
  const refused = after
    ? (newRefusal(domain, after) ?? holds(after))
    : "The edited text would be no domain any more.";
  return refused === undefined ? answerOf(snapshot, result) : { refused };
}

function moveOf(
  definition: Definition,
  wish: Wish,
  buses: readonly Bus[],
  movers: ReadonlySet<DeviceId>,
): Move | { readonly refused: string } {
  const defined = definition.devices.find((candidate) => candidate.device.id === wish.device);
  if (defined === undefined || !defined.written)
    return { refused: "libvirt adds this device. Pin it first to move it." };
  const place = findSlot(buses, wish.slot);
  if (place === undefined) return { refused: "This slot is no longer there." };
  const refused =
    refusalOf(definition, defined, place, buses) ?? crowdOf(definition, place.slot, wish, movers);
  if (refused !== undefined) return { refused };
  const address = ruleFor(definition, defined.device)?.addressAt(definition, defined.device, wish.slot);
  if (address === undefined) return { refused: "This slot has no address for the device." };
  return { defined, address: address.type === "pci" ? withFunction(address, wish.function) : address };
}

function withFunction(address: PciAddress, fn: number | undefined): PciAddress {
  return fn === undefined ? address : { ...address, function: fn };
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

/** Why the slot does not take the device, whoever sits there. */
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
  return reason && reasonText(reason);
}

/** Whether somebody is in the way who neither moves along nor makes way. */
function crowdOf(
  definition: Definition,
  slot: Slot,
  wish: Wish,
  movers: ReadonlySet<DeviceId>,
): string | undefined {
  const inTheWay = slot.occupants.some(
    (occupant) =>
      !movers.has(occupant.device) &&
      (wish.function === undefined || occupant.function === wish.function) &&
      !makesWay(definition, occupant.device),
  );
  return inTheWay ? "Another device sits in this slot." : undefined;
}

/** Whether libvirt chose the place and would choose another one. */
function makesWay(definition: Definition, device: DeviceId): boolean {
  const defined = definition.devices.find((candidate) => candidate.device.id === device);
  return defined?.placement.state === "assigned";
}

/** Function 0 of a slot with several devices says so; where the file does not, it is written with the move. */
function withMultifunction(definition: Definition, moves: readonly Move[]): readonly Move[] {
  const movers = new Set(moves.map(({ defined }) => defined.device.id));
  const stay = definition.devices.filter(
    ({ device, written, placement, copyOf }) =>
      written && copyOf === undefined && placement.state === "given" && !movers.has(device.id),
  );
  const staying = stay.map((defined): Move => ({ defined, address: defined.device.address! }));
  const shared = new Set(
    [...moves, ...staying].flatMap(({ address }) =>
      address.type === "pci" && address.function > 0 ? [slotOf(address)] : [],
    ),
  );
  const touched = new Set(moves.flatMap(({ address }) => (address.type === "pci" ? [slotOf(address)] : [])));
  const isHead = ({ address }: Move) =>
    address.type === "pci" && address.function === 0 && shared.has(slotOf(address));
  const heads = staying.filter(
    (move) =>
      isHead(move) &&
      touched.has(slotOf(move.address as PciAddress)) &&
      (move.address as PciAddress).multifunction !== "on",
  );
  return [...moves.map((move) => (isHead(move) ? opened(move) : move)), ...heads.map(opened)];
}

function opened({ defined, address }: Move): Move {
  return { defined, address: address.type === "pci" ? { ...address, multifunction: "on" } : address };
}

function slotOf({ domain, bus, slot }: PciAddress): string {
  return `${domain}:${bus}:${slot}`;
}

function tryMoves(domain: DomainView, moves: readonly Move[]): EditAnswer {
  const changes = moveDevices(domain.edit, domain.definition, moves);
  return tryChanges(domain, changes, (after) => {
    const landed = moves.every(({ defined, address }) => landedAt(after, domain, defined.device.id, address));
    return landed ? newHeadless(domain, after) : "libvirt would put the device somewhere else.";
  });
}

/** A guest looks at function 0 first and finds nothing in a slot without one. */
function newHeadless(before: DomainView, after: DomainView): string | undefined {
  const known = headlessSlots(before.definition);
  const [slot] = [...headlessSlots(after.definition)].filter((key) => !known.has(key));
  return slot === undefined
    ? undefined
    : `Slot ${slot} would have no function 0, so the guest would not see its other functions. Move them together.`;
}

function headlessSlots(definition: Definition): ReadonlySet<string> {
  const functions = new Map<string, number>();
  for (const { device, placement } of definition.devices) {
    const { address } = device;
    if (address?.type !== "pci" || placement.state === "none" || isOpen(address)) continue;
    const key = slotOf(address);
    functions.set(key, Math.min(functions.get(key) ?? 7, address.function));
  }
  return new Set([...functions].filter(([, lowest]) => lowest > 0).map(([key]) => key));
}

/** libvirt's first complaint about the edited text that it did not have before. */
function newRefusal(before: DomainView, after: DomainView): string | undefined {
  const known = new Set(refusalsOf(before).map(({ code, values }) => libvirtText(code, values)));
  return refusalsOf(after)
    .map(({ code, values }) => libvirtText(code, values))
    .find((text) => !known.has(text));
}

/** Whether the edited text puts the device where it was meant to go. */
function landedAt(moved: DomainView, before: DomainView, device: DeviceId, address: Address): boolean {
  const landed = counterpartOf(before.definition, moved.definition, device)?.device.address;
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
