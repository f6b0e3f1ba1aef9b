import { valueOf as attributeValue, type Element, textOf } from "../../xml/document.ts";
import { toUint64 } from "../number.ts";
import { childSpot, refuse, type Spot } from "./spot.ts";

const kib = 1024n;
/** libvirt counts sizes in bytes in a signed number of 64 bits. */
const largest = 0x7fff_ffff_ffff_ffffn;

const prefixes = ["k", "m", "g", "t", "p", "e"];

/** Bytes per unit name in lower case: k, KiB = 1024, KB = 1000, and so on (virScaleInteger, libvirt 11.3). */
const units: ReadonlyMap<string, bigint> = new Map([
  ["b", 1n],
  ["byte", 1n],
  ["bytes", 1n],
  ...prefixes.flatMap((prefix, index): [string, bigint][] => [
    [prefix, kib ** BigInt(index + 1)],
    [`${prefix}ib`, kib ** BigInt(index + 1)],
    [`${prefix}b`, 1000n ** BigInt(index + 1)],
  ]),
]);

/** What is wrong with a size, in the words of libvirt's refusals. */
type SizeFault = "size-invalid" | "size-unit-unknown" | "size-too-large";

/** A memory size in KiB, rounded up; undefined where there is none or libvirt refuses it. */
export function kibibytes(element: Element): bigint | undefined {
  return kibibytesOf(textOf(element), attributeValue(element, "unit"));
}

/** The same for a number and a unit that stand elsewhere. */
export function kibibytesOf(text: string, unit: string | undefined): bigint | undefined {
  const size = scaled(text, unit);
  return typeof size === "bigint" ? size : undefined;
}

/**
 * The size of a child element in KiB. Faults are refused with the path that libvirt's message shows
 * (virDomainParseMemory and virParseScaledValue, libvirt 11.3). An empty element is as good as none.
 */
export function readSize(
  parent: Spot,
  name: string,
  rule: { readonly path?: string; readonly required?: true } = {},
): bigint | undefined {
  const spot = childSpot(parent, name);
  const path = rule.path ?? `./${name}`;
  const value = spot ? textOf(spot.element) : "";
  if (spot === undefined || value === "") {
    if (rule.required) refuse(spot ?? parent, "size-missing", { path });
    return undefined;
  }
  const unit = attributeValue(spot.element, "unit");
  const size = scaled(value, unit);
  if (typeof size === "bigint") return size;
  refuse(spot, size, { path, value, unit: unit ?? "" }, size === "size-unit-unknown" ? "@unit" : "");
  return undefined;
}

/** KiB where no unit is given; an empty unit is as good as none. */
function scaled(text: string, unit: string | undefined): bigint | SizeFault {
  const value = toUint64(text, 10);
  if (value === undefined) return "size-invalid";
  const scale = units.get((unit || "KiB").toLowerCase());
  if (scale === undefined) return "size-unit-unknown";
  const bytes = value * scale;
  return bytes > largest ? "size-too-large" : (bytes + kib - 1n) / kib;
}
