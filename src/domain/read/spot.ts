import type { RefusalCode } from "../../catalog/refusals.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import type { DeviceId } from "../device.ts";
import { type NumberBase, toInt32, toUint32, toUint64 } from "../number.ts";
import type { Place, Refusal, RefusalValues } from "../refusal.ts";

/** An element under reading, and how to name it: whose it is, by which path, and where refusals about it go. */
export interface Spot {
  readonly refusals: Refusal[];
  readonly device: DeviceId | undefined;
  readonly element: Element;
  /** Child names from the device (or domain) down, as in a `Place`; empty for the device itself. */
  readonly path: string;
}

/** The first child element of that name. */
export function childSpot(spot: Spot, name: string): Spot | undefined {
  const element = firstChild(spot.element, name);
  return element && spotAt(spot, element, name);
}

/** Another element of the same device, under a path that goes on from the spot's. */
export function spotAt(spot: Spot, element: Element, step: string): Spot {
  const path = spot.path === "" ? step : `${spot.path}/${step}`;
  return { refusals: spot.refusals, device: spot.device, element, path };
}

/**
 * Notes that libvirt refuses the domain because of this element, or of a part of it such as "@type" or
 * "address@type"; `other` is the element that shares the blame.
 */
export function refuse(
  spot: Spot,
  code: RefusalCode,
  values: RefusalValues = {},
  part = "",
  other?: Spot,
): void {
  const related = other ? [placeOf(other, "")] : [];
  spot.refusals.push({ code, values, subject: placeOf(spot, part), related });
}

function placeOf(spot: Spot, part: string): Place {
  const isBelow = spot.path !== "" && part !== "" && !part.startsWith("@");
  const path = isBelow ? `${spot.path}/${part}` : spot.path + part;
  return { ...given({ device: spot.device }), ...(path === "" ? {} : { part: path }) };
}

/** Refuses the value of an attribute in one of libvirt's four wordings about attributes. */
export function refuseValue(spot: Spot, code: RefusalCode, attribute: string): void {
  const value = attributeValue(spot.element, attribute) ?? "";
  refuse(spot, code, { attribute, element: spot.element.name, value }, `@${attribute}`);
}

/** The attribute's text; refuses the element where it is missing (VIR_XML_PROP_REQUIRED). */
export function required(spot: Spot, attribute: string): string | undefined {
  const value = attributeValue(spot.element, attribute);
  if (value === undefined) refuse(spot, "attribute-missing", { attribute, element: spot.element.name });
  return value;
}

/** The attribute's text if it is one of the words; refuses any other (virXMLPropEnum, libvirt 11.3). */
export function word(
  spot: Spot,
  attribute: string,
  words: ReadonlySet<string>,
  code: RefusalCode = "attribute-value",
): string | undefined {
  const value = attributeValue(spot.element, attribute);
  if (value === undefined || words.has(value)) return value;
  refuseValue(spot, code, attribute);
  return undefined;
}

/** Like `word`, for an attribute that must be there. */
export function requiredWord(spot: Spot, attribute: string, words: ReadonlySet<string>): string | undefined {
  return required(spot, attribute) === undefined ? undefined : word(spot, attribute, words);
}

/**
 * The attribute as written, after refusing it where it is missing or no known word: the model keeps unknown words
 * for display. Empty where it is missing.
 */
export function checkedWord(spot: Spot, attribute: string, words: ReadonlySet<string>): string {
  requiredWord(spot, attribute, words);
  return attributeValue(spot.element, attribute) ?? "";
}

/** The same for an attribute with libvirt's own words for both faults. */
export function namedWord(
  spot: Spot,
  attribute: string,
  words: ReadonlySet<string>,
  codes: { readonly missing: RefusalCode; readonly unknown: RefusalCode },
): string {
  const value = attributeValue(spot.element, attribute);
  if (value === undefined) refuse(spot, codes.missing);
  else if (!words.has(value)) refuseValue(spot, codes.unknown, attribute);
  return value ?? "";
}

/** How a number attribute is read: its base, whether it must be there, whether zero is a fault. */
export interface NumberRule {
  readonly base: NumberBase;
  readonly required?: true;
  readonly nonzero?: true;
}

/** An unsigned 32-bit attribute (virXMLPropUInt, libvirt 11.3). */
export function unsigned(spot: Spot, attribute: string, rule: NumberRule): number | undefined {
  return numberOf(spot, attribute, rule, (text) => toUint32(text, rule.base), "attribute-unsigned");
}

/** An unsigned 64-bit attribute (virXMLPropULongLong, libvirt 11.3). */
export function unsignedLong(spot: Spot, attribute: string, rule: NumberRule): bigint | undefined {
  return numberOf(spot, attribute, rule, (text) => toUint64(text, rule.base), "attribute-unsigned");
}

/** A signed 32-bit attribute that must not be negative (virXMLPropInt with NONNEGATIVE, libvirt 11.3). */
export function nonNegative(spot: Spot, attribute: string, rule: NumberRule): number | undefined {
  const value = numberOf(spot, attribute, rule, (text) => toInt32(text, rule.base), "attribute-integer");
  if (value === undefined || value >= 0) return value;
  refuseValue(spot, "attribute-negative", attribute);
  return undefined;
}

function numberOf<N extends number | bigint>(
  spot: Spot,
  attribute: string,
  rule: NumberRule,
  convert: (text: string) => N | undefined,
  code: RefusalCode,
): N | undefined {
  const text = rule.required ? required(spot, attribute) : attributeValue(spot.element, attribute);
  if (text === undefined) return undefined;
  const value = convert(text);
  if (value === undefined) refuseValue(spot, code, attribute);
  else if (rule.nonzero && Number(value) === 0) refuseValue(spot, "attribute-zero", attribute);
  else return value;
  return undefined;
}

/** Fields whose undefined ones are left out: what the XML does not say is absent in the model. */
export type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without undefined fields. */
export function given<T extends object>(fields: T): Given<T> {
  const copy: Partial<T> = {};
  for (const name in fields) {
    if (fields[name] !== undefined) copy[name] = fields[name];
  }
  return copy as unknown as Given<T>;
}
