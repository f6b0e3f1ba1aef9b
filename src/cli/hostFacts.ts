import type { HostFacts } from "../service.ts";
import { UsageError } from "./usage.ts";

type HostPciDevice = HostFacts["pciDevices"][number];

/** Reads host facts from JSON. Throws a UsageError that names what is wrong. */
export function readHostFacts(json: string, file: string): HostFacts {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const devices = isRecord(value) ? (value.pciDevices ?? []) : undefined;
  if (!Array.isArray(devices)) throw new UsageError(`${file} must hold an object with a list "pciDevices".`);
  return { pciDevices: devices.map((device, at) => readDevice(device, `${file}, pciDevices[${at}]`)) };
}

function readDevice(value: unknown, place: string): HostPciDevice {
  if (!isRecord(value)) throw new UsageError(`${place} must be an object.`);
  const { address, iommuGroup, pciExpress = false } = value;
  if (typeof pciExpress !== "boolean") throw new UsageError(`${place}: "pciExpress" must be true or false.`);
  if (iommuGroup !== undefined && typeof iommuGroup !== "number") {
    throw new UsageError(`${place}: "iommuGroup" must be a number.`);
  }
  const known = { address: readAddress(address, place), pciExpress };
  return iommuGroup === undefined ? known : { ...known, iommuGroup };
}

function readAddress(value: unknown, place: string): HostPciDevice["address"] {
  const match =
    typeof value === "string" && /^([\da-f]{1,8}):([\da-f]{1,2}):([\da-f]{1,2})\.([0-7])$/i.exec(value);
  if (!match) throw new UsageError(`${place}: "address" must look like 0000:06:12.0.`);
  const [domain = 0, bus = 0, slot = 0, fn = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return { domain, bus, slot, function: fn };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
