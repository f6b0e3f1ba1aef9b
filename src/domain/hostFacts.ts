import type { HostFacts, HostPciDevice } from "./target.ts";

/** Host facts, or a sentence that names what is wrong with them. */
export type HostFactsReading =
  | { readonly facts: HostFacts; readonly problem?: undefined }
  | { readonly problem: string; readonly facts?: undefined };

/**
 * Reads host facts from plain data, such as parsed JSON:
 * `{"pciDevices": [{"address": "0000:06:12.0", "iommuGroup": 9, "pciExpress": false}]}`. `source` names the data in
 * what is said about it.
 */
export function readHostFacts(value: unknown, source: string): HostFactsReading {
  const devices = isRecord(value) ? (value.pciDevices ?? []) : undefined;
  if (!Array.isArray(devices)) return { problem: `${source} must hold an object with a list "pciDevices".` };
  const pciDevices: HostPciDevice[] = [];
  for (const [at, device] of devices.entries()) {
    const reading = readDevice(device);
    if (typeof reading === "string") return { problem: `${source}, pciDevices[${at}]${reading}` };
    pciDevices.push(reading);
  }
  return { facts: { pciDevices } };
}

/** The device, or what follows its name in the sentence about it. */
function readDevice(value: unknown): HostPciDevice | string {
  if (!isRecord(value)) return " must be an object.";
  const { iommuGroup, pciExpress = false } = value;
  if (typeof pciExpress !== "boolean") return `: "pciExpress" must be true or false.`;
  if (iommuGroup !== undefined && typeof iommuGroup !== "number") return `: "iommuGroup" must be a number.`;
  const address = readAddress(value.address);
  if (address === undefined) return `: "address" must look like 0000:06:12.0.`;
  return iommuGroup === undefined ? { address, pciExpress } : { address, pciExpress, iommuGroup };
}

function readAddress(value: unknown): HostPciDevice["address"] | undefined {
  const match =
    typeof value === "string" && /^([\da-f]{1,8}):([\da-f]{1,2}):([\da-f]{1,2})\.([0-7])$/i.exec(value);
  if (!match) return undefined;
  const [domain = 0, bus = 0, slot = 0, fn = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return { domain, bus, slot, function: fn };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
