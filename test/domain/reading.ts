import { libvirtText } from "../../src/catalog/refusals.ts";
import type { Device } from "../../src/domain/device.ts";
import { readDomains } from "../../src/domain/readDomain.ts";
import type { Reading } from "../../src/domain/reading.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import { parse } from "../../src/xml/parse.ts";

/** Reads the one domain of a text. */
export function readText(text: string): Reading {
  const [reading] = readDomains(parse(text));
  if (reading === undefined) throw new RangeError("the text holds no domain");
  return reading;
}

/** Reads a q35 guest with these devices. */
export function readDevices(devices: string): Reading {
  return readText(
    `<domain type='qemu'><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`,
  );
}

/** The one device of a snippet, which must be in order. */
export function readDevice(snippet: string): Device {
  const { domain, refusals } = readDevices(snippet);
  const [device, second] = domain.devices;
  if (device === undefined || second !== undefined) throw new RangeError("a snippet holds one device");
  if (refusals.length > 0) throw new RangeError(`refused: ${refusals.map(wordsOf).join("; ")}`);
  return device;
}

/** libvirt's words of a refusal. */
export function wordsOf(refusal: Refusal): string {
  return libvirtText(refusal.code, refusal.values);
}

/** libvirt's words of every refusal of a q35 guest with these devices. */
export function refusalsOf(devices: string): string[] {
  return readDevices(devices).refusals.map(wordsOf);
}
