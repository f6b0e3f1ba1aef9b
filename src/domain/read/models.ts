import { valueOf as attributeValue, firstChild } from "../../xml/document.ts";
import type { DeviceId, Filesystem, Hub, Lease, ModelDevice, Tpm, Watchdog } from "../device.ts";
import { readBareBase, readBase } from "./base.ts";
import { sourceText } from "./disk.ts";
import { childSpot, given, type Spot } from "./spot.ts";

/** Reads one `<lease>`, which never has a guest address. */
export function readLease(spot: Spot, id: DeviceId): Lease {
  return { kind: "lease", ...readBareBase(spot, id) };
}

/** Reads one `<filesystem>` (virDomainFSDefParseXML, libvirt 11.3). */
export function readFilesystem(spot: Spot, id: DeviceId): Filesystem {
  const { element } = spot;
  const driver = firstChild(element, "driver");
  const source = firstChild(element, "source");
  const target = firstChild(element, "target");
  return {
    kind: "filesystem",
    ...given({
      driver: driver && attributeValue(driver, "type"),
      model: attributeValue(element, "model"),
      source: source && sourceText(source),
      target: target && attributeValue(target, "dir"),
    }),
    ...readBase(spot, id, { boot: true }),
  };
}

/** Reads one `<watchdog>` (virDomainWatchdogDefParseXML, libvirt 11.3). */
export function readWatchdog(spot: Spot, id: DeviceId): Watchdog {
  const { element } = spot;
  return {
    kind: "watchdog",
    model: attributeValue(element, "model") ?? "",
    action: attributeValue(element, "action") ?? "reset",
    ...readBase(spot, id),
  };
}

/** Reads one `<hub>` (virDomainHubDefParseXML, libvirt 11.3). */
export function readHub(spot: Spot, id: DeviceId): Hub {
  return { kind: "hub", type: attributeValue(spot.element, "type") ?? "", ...readBase(spot, id) };
}

/** Reads one `<tpm>` (virDomainTPMDefParseXML, libvirt 11.3). */
export function readTpm(spot: Spot, id: DeviceId): Tpm {
  const backend = firstChild(spot.element, "backend");
  return {
    kind: "tpm",
    ...given({
      model: attributeValue(spot.element, "model"),
      backend: backend && attributeValue(backend, "type"),
    }),
    ...readBase(spot, id),
  };
}

/** Reads a device that is told apart by one model name. */
export function readModelDevice(spot: Spot, id: DeviceId, kind: ModelDevice["kind"]): ModelDevice {
  const { element } = spot;
  const driver = firstChild(element, "driver");
  const model = modelOf(spot, kind);
  const isBare = kind === "redirfilter" || (kind === "memballoon" && model === "none");
  return {
    kind,
    ...given({
      model,
      name: nameOf(spot, kind),
      driver: kind === "iommu" && driver && driver.attributes.length > 0 ? (true as const) : undefined,
    }),
    ...(isBare ? readBareBase(spot, id) : readBase(spot, id)),
  };
}

function modelOf(spot: Spot, kind: ModelDevice["kind"]): string | undefined {
  if (kind === "pstore") return attributeValue(spot.element, "backend");
  if (kind !== "shmem") return attributeValue(spot.element, "model");
  const model = childSpot(spot, "model");
  return model && attributeValue(model.element, "type");
}

function nameOf(spot: Spot, kind: ModelDevice["kind"]): string | undefined {
  if (kind === "shmem") return attributeValue(spot.element, "name");
  const backend = kind === "rng" ? firstChild(spot.element, "backend") : undefined;
  return backend && attributeValue(backend, "model");
}
