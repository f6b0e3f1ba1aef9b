import { valueOf as attributeValue, type Element, textOf } from "../../xml/document.ts";
import { toUint64 } from "../number.ts";

const kib = 1024n;

/** Bytes per unit; lower-case comparison as in libvirt (virScaleInteger in util/virutil.c, libvirt 11.3). */
const units: Readonly<Record<string, bigint>> = {
  b: 1n,
  byte: 1n,
  bytes: 1n,
  k: kib,
  kib: kib,
  kb: 1000n,
  m: kib ** 2n,
  mib: kib ** 2n,
  mb: 1000n ** 2n,
  g: kib ** 3n,
  gib: kib ** 3n,
  gb: 1000n ** 3n,
  t: kib ** 4n,
  tib: kib ** 4n,
  tb: 1000n ** 4n,
  p: kib ** 5n,
  pib: kib ** 5n,
  pb: 1000n ** 5n,
  e: kib ** 6n,
  eib: kib ** 6n,
  eb: 1000n ** 6n,
};

/**
 * A memory size in KiB, rounded up; the unit is KiB where none is given. Undefined where libvirt refuses it
 * (virParseScaledValue and virDomainParseMemory, libvirt 11.3).
 */
export function kibibytes(element: Element): bigint | undefined {
  return kibibytesOf(textOf(element), attributeValue(element, "unit"));
}

/** The same for a number and a unit that stand elsewhere. */
export function kibibytesOf(text: string, unit: string | undefined): bigint | undefined {
  const value = toUint64(text, 10);
  const scale = units[(unit ?? "KiB").toLowerCase()];
  return value === undefined || scale === undefined ? undefined : (value * scale + kib - 1n) / kib;
}
