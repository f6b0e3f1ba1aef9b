import { addressAttributes } from "../../domain/address.ts";
import { type NumberBase, toUint32 } from "../../domain/number.ts";
import { setValue } from "../../edit/values.ts";
import { valueOf as attributeValue } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

/** A number as libvirt reads it, for one that a person reads at once. */
export function respellNumber({ nodes: { element, attribute }, about: { code } }: Site): Fix[] {
  if (attribute === undefined) return [];
  const base = baseOf(element.name, attributeValue(element, "type") ?? "", attribute.name, code);
  const respelled = readable(attribute.value, base);
  if (respelled === undefined || respelled === attribute.value) return [];
  return bestFix(`Write ${attribute.name}='${respelled}'`, [setValue(element, attribute.name, respelled)]);
}

/** A leading 0 means octal to libvirt and nearly nothing to people. */
export function respellOctal({ nodes: { element, attribute } }: Site): Fix[] {
  if (attribute === undefined) return [];
  const { name, value } = attribute;
  const read = toUint32(value, 0);
  if (read === undefined) return [];
  const digits = value.trim().replace(/^\+?0+/, "");
  return [
    ...bestFix(`Write ${name}='0x${hex(read)}', as libvirt reads it`, [
      setValue(element, name, `0x${hex(read)}`),
    ]),
    ...fix(`Write ${name}='0x${digits.padStart(2, "0")}' instead, if hexadecimal was meant`, [
      setValue(element, name, `0x${digits.padStart(2, "0")}`),
    ]),
  ];
}

/** A USB port path with slips of the keyboard. */
export function respellPort({ nodes: { element, attribute } }: Site): Fix[] {
  if (attribute === undefined) return [];
  const path = attribute.value
    .split(/[^0-9a-fA-FxX]+/)
    .filter((part) => part !== "")
    .map((part) => toUint32(part, /^0x/i.test(part) ? 0 : 10));
  if (path.length === 0 || path.length > 4 || path.some((part) => part === undefined || part === 0))
    return [];
  return bestFix(`Write port='${path.join(".")}'`, [setValue(element, "port", path.join("."))]);
}

function baseOf(element: string, type: string, attribute: string, code: string): NumberBase {
  if (element === "zpci" || code === "zpci-number-invalid") return 0;
  if (code === "character-port-invalid") return 10;
  if (element === "target" && attribute === "port") return 0;
  if (element !== "address") return 10;
  const table: Readonly<Record<string, Readonly<Record<string, { readonly base: unknown }>>>> =
    addressAttributes;
  const base = table[type]?.[attribute]?.base;
  return base === 0 || base === 16 ? base : 10;
}

/** Blanks, quotes and a unit go; hexadecimal digits get the prefix that says so, or become decimal ones. */
function readable(text: string, base: NumberBase): string | undefined {
  const bare = text
    .trim()
    .replace(/^(?:#|\$|0x0x|x)/i, "0x")
    .replace(/^(?!0x)([0-9a-f]+)h$/i, "0x$1");
  const candidates =
    base === 10
      ? [bare, decimalOf(bare)]
      : base === 16
        ? [bare]
        : [bare, bare.replace(/^0+(?=[0-9])/, ""), `0x${bare}`];
  return candidates.find(
    (candidate) =>
      candidate !== undefined && !/\s/.test(candidate) && toUint32(candidate, base) !== undefined,
  );
}

function decimalOf(text: string): string | undefined {
  const value = /^0x/i.test(text) ? toUint32(text, 0) : undefined;
  return value?.toString();
}

function hex(value: number): string {
  return value.toString(16).padStart(2, "0");
}
