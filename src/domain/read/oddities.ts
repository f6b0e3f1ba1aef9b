import { knownAttributes, typedAttributes } from "../../catalog/knownAttributes.ts";
import { schemaElements } from "../../catalog/schemaElements.ts";
import { valueOf as attributeValue, childElements, type Element, firstChild } from "../../xml/document.ts";
import { type AddressAttribute, addressAttributes } from "../address.ts";
import type { Oddity } from "../device.ts";
import { schemaOdditiesOf } from "./schemaOddities.ts";

/**
 * What stands in a device's XML, means an address to its author, and is passed over by libvirt: forms of 2009 (0.7.0 to
 * 0.7.5), words of other tools, slips of the keyboard. libvirt's parser of 11.3 refuses none of them.
 */
export function odditiesOf(element: Element): Oddity[] {
  const ownForms = attributesIn(element, "", (name) =>
    element.name === "controller" && name === "pci_addr" ? "controller-legacy-pci-addr" : undefined,
  );
  const found = [
    ...ownForms,
    ...unknownAttributes(element, element.name, ""),
    ...zpciAttributes(element),
    ...childElements(element).flatMap((child, index, all) => [
      ...unknownAttributes(child, `${element.name} ${child.name}`, child.name),
      ...childOddities(child, index, all),
    ]),
  ];
  const told = new Set(found.map(({ part }) => part));
  return [...found, ...mismatchesOf(element).filter(({ part }) => !told.has(part))];
}

/** What the schema says about the device itself and about the children on which places depend. */
function mismatchesOf(element: Element): Oddity[] {
  const found = schemaOdditiesOf(element, element.name, "");
  const address = firstChild(element, "address");
  if (address) {
    const type = attributeValue(address, "type") ?? "";
    found.push(...schemaOdditiesOf(address, `address ${type}`, "address"));
    const zpci = firstChild(address, "zpci");
    if (zpci) found.push(...schemaOdditiesOf(zpci, "zpci", "address/zpci"));
  }
  for (const name of ["target", "model", "master", "driver"]) {
    const key = `${element.name} ${name}`;
    const child = Object.hasOwn(schemaElements, key) ? firstChild(element, name) : undefined;
    if (child) found.push(...schemaOdditiesOf(child, key, name));
  }
  return [...found, ...hostMismatches(element)];
}

function hostMismatches(element: Element): Oddity[] {
  const source = isHostDevice(element) ? firstChild(element, "source") : undefined;
  const address = source && firstChild(source, "address");
  if (address === undefined || attributeValue(address, "slot") === undefined) return [];
  return schemaOdditiesOf(address, "source address", "source/address");
}

function isHostDevice({ name }: Element): boolean {
  return name === "hostdev" || name === "interface";
}

function zpciAttributes(element: Element): Oddity[] {
  const address = firstChild(element, "address");
  const zpci = address && firstChild(address, "zpci");
  return zpci ? unknownAttributes(zpci, "zpci", "address/zpci") : [];
}

function unknownAttributes(element: Element, key: string, path: string): Oddity[] {
  const known = Object.hasOwn(knownAttributes, key) ? knownAttributes[key] : undefined;
  if (known === undefined) return [];
  const typed = Object.hasOwn(typedAttributes, key) ? (typedAttributes[key] ?? {}) : {};
  const type = attributeValue(element, "type") ?? "";
  return attributesIn(element, path, (name) => {
    if (name.startsWith("xmlns") || name.includes(":")) return undefined;
    const types = Object.hasOwn(typed, name) ? typed[name] : undefined;
    return known.has(name) && types?.includes(type) !== false ? undefined : "attribute-unknown";
  });
}

function childOddities(child: Element, index: number, all: readonly Element[]): Oddity[] {
  switch (child.name) {
    case "address": {
      const earlier = all.slice(0, index).filter(({ name }) => name === "address").length;
      return earlier > 0 ? [secondAddress(earlier + 1)] : addressOddities(child);
    }
    case "state":
      return attributesIn(child, "state", (name) =>
        stateAttributes.has(name) ? "device-legacy-state" : undefined,
      );
    case "controller":
      return attributesIn(child, "controller", (name) =>
        name === "pci_addr" ? "controller-legacy-pci-addr" : undefined,
      );
    case "source":
      return childElements(child, "address").flatMap(hostAddressOddities);
    default:
      return misspellings.has(child.name.toLowerCase())
        ? [{ code: "address-misspelled", part: child.name, name: child.name, value: "" }]
        : [];
  }
}

/** Attributes of `<state>` in which 0.7.0 to 0.7.5 kept PCI addresses. */
const stateAttributes: ReadonlySet<string> = new Set(["devaddr", "pciaddr", "pci_addr"]);
/** What other tools call an address. */
const otherSpellings: ReadonlySet<string> = new Set(["devaddr", "addr", "bdf", "pciaddr"]);
const misspellings: ReadonlySet<string> = new Set([
  "address",
  "adress",
  "addres",
  "pciaddress",
  "pci-address",
]);

function secondAddress(position: number): Oddity {
  return { code: "address-second-element", part: `address[${position}]`, name: "address", value: "" };
}

function addressOddities(address: Element): Oddity[] {
  const type = attributeValue(address, "type") ?? "";
  const table: Readonly<Record<string, Readonly<Record<string, AddressAttribute>>>> = addressAttributes;
  const known = table[type];
  return attributesIn(address, "address", (name, value) => {
    if (name === "mode") return "address-legacy-mode";
    if (known === undefined || name === "type" || name.includes(":") || name === "xmlns") return undefined;
    const row = known[name];
    if (row === undefined) return "address-unknown-attribute";
    return row.base === 0 ? numberOddity(value(), address) : undefined;
  });
}

/** The address of a host device is read like a guest's; only those with a slot are PCI ones. */
function hostAddressOddities(address: Element): Oddity[] {
  const isPci = attributeValue(address, "slot") !== undefined;
  return attributesIn(address, "source/address", (name, value) => {
    if (otherSpellings.has(name)) return "address-unknown-attribute";
    if (!isPci || name === "type" || name.includes(":")) return undefined;
    return Object.hasOwn(addressAttributes.pci, name)
      ? numberOddity(value(), address)
      : "address-unknown-attribute";
  });
}

function hasHexadecimal(element: Element): boolean {
  return element.attributeNames.some((name) => /^0x[0-9a-f]+$/i.test(attributeValue(element, name) ?? ""));
}

/** A number that may be another one than its author thinks: octal, or decimal among hexadecimal ones. */
function numberOddity(value: string, address: Element): Oddity["code"] | undefined {
  if (/^\s*\+?0[0-7]+$/.test(value) && Number.parseInt(value, 8) > 7) return "address-number-octal";
  return /^[1-9][0-9]+$/.test(value) && hasHexadecimal(address) ? "address-number-style" : undefined;
}

function attributesIn(
  element: Element,
  path: string,
  codeOf: (name: string, value: () => string) => Oddity["code"] | undefined,
): Oddity[] {
  const found: Oddity[] = [];
  for (const name of element.attributeNames) {
    const value = () => attributeValue(element, name) ?? "";
    const code = codeOf(name, value);
    if (code !== undefined) found.push({ code, part: `${path}@${name}`, name, value: value() });
  }
  return found;
}
