import type { AddressRule } from "../address/addressRule.ts";
import { addressRules } from "../address/addressRules.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import type { BusFamily } from "../protocol/board.ts";
import type { Bus } from "../topology/topology.ts";

/** Families in the order they are drawn. */
export const families: readonly BusFamily[] = [
  "pci",
  "ccw",
  "spapr-vio",
  "virtio-mmio",
  "drive",
  "usb",
  "virtio-serial",
  "ccid",
  "isa",
  "dimm",
];

/** Every bus of a definition, family by family. */
export function busesOf(definition: Definition): Bus[] {
  return families.flatMap((family) => addressRules[family].buses(definition));
}

/** The rule that says where a device may go by hand: the one of its address, else the first that concerns it. */
export function ruleFor(definition: Definition, device: Device): AddressRule | undefined {
  if (device.address) return addressRules[device.address.type];
  return families.map((family) => addressRules[family]).find((rule) => rule.concerns(definition, device));
}
