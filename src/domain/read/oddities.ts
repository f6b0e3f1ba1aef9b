import { knownAttributes } from "../../catalog/knownAttributes.ts";
import { valueOf as attributeValue, childElements, type Element } from "../../xml/document.ts";
import { type AddressAttribute, addressAttributes } from "../address.ts";
import type { Oddity } from "../device.ts";

/**
 * What stands in a device's XML, means an address to its author, and is passed over by libvirt: forms of 2009 (0.7.0 to
 * 0.7.5), words of other tools, slips of the keyboard. libvirt's parser of 11.3 refuses none of them.
 */
export function odditiesOf(element: Element): Oddity[] {
  const ownForms = attributesIn(element, "", (name) =>
    element.name === "controller" && name === "pci_addr" ? "controller-legacy-pci-addr" : undefined,
  );
  return [
    ...ownForms,
    ...unknownAttributes(element, element.name, ""),
    ...childElements(element).flatMap((child, index, all) => [
      ...unknownAttributes(child, `${element.name} ${child.name}`, child.name),
      ...childOddities(child, index, all),
    ]),
  ];
}

function unknownAttributes(element: Element, key: string, path: string): Oddity[] {
  const known = Object.hasOwn(knownAttributes, key) ? knownAttributes[key] : undefined;
  if (known === undefined) return [];
  return attributesIn(element, path, (name) =>
    known.has(name) || name.startsWith("xmlns") || name.includes(":") ? undefined : "attribute-unknown",
  );
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
  const isHexadecimal = hasHexadecimal(address);
  return attributesIn(address, "address", (name, value) => {
    if (name === "mode") return "address-legacy-mode";
    if (known === undefined || name === "type" || name.includes(":") || name === "xmlns") return undefined;
    const row = known[name];
    if (row === undefined) return "address-unknown-attribute";
    return row.base === 0 ? numberOddity(value(), isHexadecimal) : undefined;
  });
}

/** The address of a host device is read like a guest's; only those with a slot are PCI ones. */
function hostAddressOddities(address: Element): Oddity[] {
  const isPci = attributeValue(address, "slot") !== undefined;
  const isAmongHexadecimal = hasHexadecimal(address);
  return attributesIn(address, "source/address", (name, value) => {
    if (otherSpellings.has(name)) return "address-unknown-attribute";
    return isPci ? numberOddity(value(), isAmongHexadecimal) : undefined;
  });
}

function hasHexadecimal(element: Element): boolean {
  return element.attributeNames.some((name) => /^0x[0-9a-f]+$/i.test(attributeValue(element, name) ?? ""));
}

/** A number that may be another one than its author thinks: octal, or decimal among hexadecimal ones. */
function numberOddity(value: string, isAmongHexadecimal: boolean): Oddity["code"] | undefined {
  if (/^\s*\+?0[0-7]+$/.test(value) && Number.parseInt(value, 8) > 7) return "address-number-octal";
  return isAmongHexadecimal && /^[1-9][0-9]+$/.test(value) ? "address-number-style" : undefined;
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
