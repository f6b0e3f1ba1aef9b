import type { DefinedDevice, Definition } from "../define/definition.ts";
import { isOpen } from "../domain/address.ts";
import type { DeviceId } from "../domain/device.ts";
import { addressText } from "./addressText.ts";
import { type DeviceLabel, labelOf } from "./deviceLabel.ts";
import { deviceNames } from "./deviceNames.ts";
import { whyText } from "./whyWords.ts";

/** What a person wants to know about one device at a glance. */
export interface DeviceCard extends DeviceLabel {
  readonly defined: DefinedDevice;
  /** What a sentence calls it: "the disk vda". */
  readonly name: string;
  /** The address in the field's notation, where the device has one. */
  readonly address?: string;
  /** Why libvirt chooses it, where libvirt does. */
  readonly why?: string;
}

const known = new WeakMap<Definition, ReadonlyMap<DeviceId, DeviceCard>>();

/** The cards of all devices of a definition, written once for each. */
export function deviceCards(definition: Definition): ReadonlyMap<DeviceId, DeviceCard> {
  const cards = known.get(definition) ?? writeCards(definition);
  known.set(definition, cards);
  return cards;
}

function writeCards(definition: Definition): ReadonlyMap<DeviceId, DeviceCard> {
  const names = deviceNames(definition);
  const written = new Set(definition.devices.flatMap((it) => (it.written ? [it.device.id] : [])));
  const counts = new Map<string, number>();
  const cards = new Map<DeviceId, DeviceCard>();
  for (const defined of definition.devices) {
    const { device, placement } = defined;
    const position = counts.get(device.kind) ?? 0;
    counts.set(device.kind, position + 1);
    const why = placement.state === "assigned" ? placement.why : undefined;
    const hasPlace = device.address !== undefined && !isOpen(device.address) && placement.state !== "none";
    cards.set(device.id, {
      ...labelOf(device, position),
      defined,
      name: names.get(device.id) ?? device.kind,
      ...(hasPlace && device.address && { address: addressText(device.address, device) }),
      ...(why && { why: whyText(why, names, (id) => written.has(id)) }),
    });
  }
  return cards;
}
