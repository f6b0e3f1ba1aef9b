import { type AddressType, addressAttributes } from "../../domain/address.ts";
import { addressMarkup } from "../../edit/address.ts";
import type { Change, Markup } from "../../edit/change.ts";
import { writeChanges } from "../../edit/guard.ts";
import { unpin } from "../../edit/unpin.ts";
import { dropElement, dropValue, setValue, valuesAt } from "../../edit/values.ts";
import { applyEdits } from "../../text/textEdit.ts";
import { attributeOf, valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import { Snapshot } from "../snapshot.ts";
import { bestFix, type Fix, fix, otherwise, type Site } from "./fix.ts";
import { isError } from "./trial.ts";

/** The address goes, and libvirt chooses; for an error that is right where no other place is. */
export function removeAddress({ device, about }: Site): Fix[] {
  if (device === undefined) return [];
  const removal = fix("Remove the address and let libvirt choose", unpin([device]));
  return isError(about) ? otherwise(removal) : removal;
}

/** The same where nothing else helps. */
export function preferRemovingAddress({ device }: Site): Fix[] {
  return device === undefined ? [] : bestFix("Remove the address and let libvirt choose", unpin([device]));
}

/** The device may not have an address at all. */
export function dropAddress({ device }: Site): Fix[] {
  return device === undefined ? [] : bestFix("Remove the address", unpin([device]));
}

/** The address becomes one of the type that libvirt would choose, with the numbers it would choose. */
export function replaceAddress(site: Site): Fix[] {
  const { device } = site;
  const written = device && firstChild(device, "address");
  if (device === undefined || written === undefined) return [];
  const chosen = chosenAddress(site, device);
  if (chosen === undefined || attributeValue(written, "type") === chosen.type) return [];
  const by = addressMarkup(chosen, site.domain.edit.samples);
  return fix(`Replace it by the ${chosen.type} address that libvirt would choose`, [
    { element: device, replaced: [{ child: written, by }] },
  ]);
}

/** What libvirt would choose if the address were not there. */
function chosenAddress({ domain, defined }: Site, device: Element) {
  const { snapshot } = domain;
  const result = writeChanges(snapshot.document, unpin([device]));
  if (result.edits === undefined || defined === undefined) return undefined;
  const after = new Snapshot(applyEdits(snapshot.text, result.edits), snapshot.version, snapshot.options);
  const open = after.domains[snapshot.domains.indexOf(domain)]?.definition.devices.find(
    // Taking an address away adds and removes no device, so that ids stay.
    (candidate) => candidate.written && candidate.device.id === defined.device.id,
  );
  return open?.placement.state === "assigned" ? open.device.address : undefined;
}

/** An address without type is nearly always one of the type whose attributes it has. */
export function addType({ nodes: { element } }: Site): Fix[] {
  if (element.name !== "address") return [];
  const names = element.attributes.map(({ name }) => name);
  const fits = typesByLikelihood.filter((type) =>
    names.every((name) => Object.hasOwn(addressAttributes[type], name)),
  );
  return fits.slice(0, 3).flatMap((type, at) => fix(`Add type='${type}'`, typed(element, type), at === 0));
}

const typesByLikelihood = [
  "pci",
  "drive",
  "usb",
  "virtio-serial",
  "ccw",
  "isa",
  "spapr-vio",
  "ccid",
  "dimm",
] as const satisfies readonly AddressType[];

function typed(element: Element, type: AddressType): Change[] {
  return [{ element, attributes: [{ name: "type", value: type, behind: [] }] }];
}

/** A word that is nearly an address type. */
export function correctType({ nodes: { element }, values }: Site): Fix[] {
  const written = String(values.value).toLowerCase().trim();
  const meant = typeNicknames[written] ?? typesByLikelihood.find((type) => type === written);
  return meant === undefined ? [] : bestFix(`Write type='${meant}'`, [setValue(element, "type", meant)]);
}

const typeNicknames: Readonly<Record<string, AddressType>> = {
  pcie: "pci",
  "pci-express": "pci",
  scsi: "drive",
  ide: "drive",
  sata: "drive",
  disk: "drive",
  virtioserial: "virtio-serial",
  "virtio-s390": "ccw",
  spaprvio: "spapr-vio",
  virtiommio: "virtio-mmio",
};

/** What libvirt never reads can go. */
export function dropUnread({ nodes: { element, attribute } }: Site): Fix[] {
  if (attribute) return bestFix(`Remove ${attribute.name}`, [dropValue(element, attribute.name)]);
  return bestFix(`Remove this <${element.name}>`, dropElement(element));
}

/** Names are case-sensitive: Slot is nothing, slot is a number. */
export function lowerCaseName({ nodes: { element, attribute } }: Site): Fix[] {
  const name = attribute?.name.toLowerCase();
  if (attribute === undefined || name === undefined || name === attribute.name) return [];
  if (attributeOf(element, name)) return [];
  const before = element.attributes.slice(0, element.attributes.indexOf(attribute));
  const attributes = [
    { name: attribute.name, value: undefined, behind: [] },
    { name, value: attribute.value, behind: before.map((other) => other.name) },
  ];
  return bestFix(`Write ${name}`, [{ element, attributes }]);
}

/** A slip in the element's name, where no other address stands beside it. */
export function respellAddress({ nodes: { element }, device }: Site): Fix[] {
  if (device === undefined || firstChild(device, "address") || element.parent !== device) return [];
  const names = element.attributes.map(({ name }) => name);
  const by: Markup = { name: "address", attributes: valuesAt(element, names) };
  return bestFix("Write <address>", [{ element: device, replaced: [{ child: element, by }] }]);
}

/** Two devices want the same: the other one's address goes, or those of both. */
export function removeOther({ domain, device, about }: Site): Fix[] {
  const others = about.related.flatMap((place) =>
    place.device === undefined ? [] : (domain.reading.elements.get(place.device) ?? []),
  );
  if (device === undefined || others.length === 0) return [];
  return [
    ...otherwise(fix("Remove the address of the other and let libvirt choose", unpin(others))),
    ...otherwise(fix("Remove its address and that of the other", unpin([device, ...others]))),
  ];
}
