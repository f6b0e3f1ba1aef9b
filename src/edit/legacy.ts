import type { PciAddress } from "../domain/address.ts";
import type { Element } from "../xml/document.ts";
import { firstChild } from "../xml/document.ts";
import { addressMarkup, type Samples } from "./address.ts";
import type { Change } from "./change.ts";
import { dropElement, dropValue } from "./values.ts";

/** Reads the PCI addresses of 2009: domain, bus and slot in hexadecimal, with colons, and a function behind a dot. */
export function legacyAddress(text: string): PciAddress | undefined {
  const match = /^([0-9a-f]{1,4}):([0-9a-f]{1,2}):([0-9a-f]{1,2})(?:\.([0-7]))?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [domain = 0, bus = 0, slot = 0, fn = 0] = match
    .slice(1)
    .map((digits) => Number.parseInt(digits ?? "0", 16));
  return { type: "pci", domain, bus, slot, function: fn };
}

/** The change that replaces an old child of a device by an address of today; the old child goes in any case. */
export function modernise(device: Element, old: Element, address: PciAddress, samples: Samples): Change[] {
  if (firstChild(device, "address")) return dropElement(old);
  return [{ element: device, replaced: [{ child: old, by: addressMarkup(address, samples) }] }];
}

/** The same for an old attribute on the device itself. */
export function moderniseAttribute(
  device: Element,
  name: string,
  address: PciAddress,
  samples: Samples,
): Change[] {
  const change = dropValue(device, name);
  if (firstChild(device, "address")) return [change];
  return [{ ...change, added: [{ markup: addressMarkup(address, samples) }] }];
}
