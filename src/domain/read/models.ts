import { vocabulary } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, childElements, firstChild } from "../../xml/document.ts";
import type { DeviceId, Filesystem, Hub, Lease, ModelDevice, Tpm, Watchdog } from "../device.ts";
import { readBareBase, readBase } from "./base.ts";
import { sourceText } from "./disk.ts";
import { checkedWord, childSpot, given, namedWord, refuse, requiredWord, type Spot, word } from "./spot.ts";

/** Reads one `<lease>`, which never has a guest address. */
export function readLease(spot: Spot, id: DeviceId): Lease {
  return { kind: "lease", ...readBareBase(spot, id) };
}

/** Reads one `<filesystem>` (virDomainFSDefParseXML, libvirt 11.3). */
export function readFilesystem(spot: Spot, id: DeviceId): Filesystem {
  const { element } = spot;
  for (const name of ["type", "accessmode", "model", "multidevs"] as const) {
    word(spot, name, vocabulary.filesystem[`@${name}`]);
  }
  const driver = childSpot(spot, "driver");
  if (driver) word(driver, "type", vocabulary.filesystem["driver@type"]);
  const sourceElement = firstChild(element, "source");
  const source = sourceElement && sourceText(sourceElement);
  const targetElement = firstChild(element, "target");
  const target = targetElement && attributeValue(targetElement, "dir");
  if (source !== undefined && !target) refuse(spot, "filesystem-target-missing", { source }, "target");
  return {
    kind: "filesystem",
    ...given({
      driver: driver && attributeValue(driver.element, "type"),
      model: attributeValue(element, "model"),
      source,
      target,
    }),
    ...readBase(spot, id, { boot: true }),
  };
}

/** Reads one `<watchdog>` (virDomainWatchdogDefParseXML, libvirt 11.3). A missing action means reset. */
export function readWatchdog(spot: Spot, id: DeviceId): Watchdog {
  const model = checkedWord(spot, "model", vocabulary.watchdog["@model"]);
  word(spot, "action", vocabulary.watchdog["@action"]);
  const action = attributeValue(spot.element, "action") ?? "reset";
  return { kind: "watchdog", model, action, ...readBase(spot, id) };
}

/** Reads one `<hub>` (virDomainHubDefParseXML, libvirt 11.3). */
export function readHub(spot: Spot, id: DeviceId): Hub {
  const type = namedWord(spot, "type", vocabulary.hub["@type"], {
    missing: "hub-type-missing",
    unknown: "hub-type-unknown",
  });
  return { kind: "hub", type, ...readBase(spot, id) };
}

/** Reads one `<tpm>` (virDomainTPMDefParseXML, libvirt 11.3). */
export function readTpm(spot: Spot, id: DeviceId): Tpm {
  word(spot, "model", vocabulary.tpm["@model"]);
  const count = childElements(spot.element, "backend").length;
  const backend = childSpot(spot, "backend");
  if (count > 1) refuse(spot, "tpm-backend-count", {}, "backend[2]");
  if (backend) requiredWord(backend, "type", vocabulary.tpm["backend@type"]);
  else refuse(spot, "tpm-backend-missing");
  return {
    kind: "tpm",
    ...given({
      model: attributeValue(spot.element, "model"),
      backend: backend && attributeValue(backend.element, "type"),
    }),
    ...readBase(spot, id),
  };
}

/** Reads one `<rng>` or `<crypto>`: a model and exactly one backend (virDomainRNGDefParseXML, libvirt 11.3). */
export function readBackedDevice(spot: Spot, id: DeviceId, kind: "rng" | "crypto"): ModelDevice {
  const model = checkedWord(spot, "model", vocabulary[kind]["@model"]);
  if (kind === "crypto") requiredWord(spot, "type", vocabulary.crypto["@type"]);
  const backends = childElements(spot.element, "backend");
  if (backends.length !== 1) {
    const code = kind === "rng" ? "rng-backend-count" : "crypto-backend-count";
    refuse(spot, code, {}, backends.length > 1 ? "backend[2]" : "");
  }
  const backend = childSpot(spot, "backend");
  const name = backend && checkedWord(backend, "model", vocabulary[kind]["backend@model"]);
  return { kind, model, ...given({ name: kind === "rng" ? name : undefined }), ...readBase(spot, id) };
}

/** Reads one `<memballoon>`; where there is to be none, nothing else of it counts. */
export function readMemballoon(spot: Spot, id: DeviceId): ModelDevice {
  const model = checkedWord(spot, "model", vocabulary.memballoon["@model"]);
  return { kind: "memballoon", model, ...(model === "none" ? { id } : readBase(spot, id)) };
}

/** Reads one `<panic>`, whose model comes after its address (virDomainPanicDefParseXML, libvirt 11.3). */
export function readPanic(spot: Spot, id: DeviceId): ModelDevice {
  const base = readBase(spot, id);
  word(spot, "model", vocabulary.panic["@model"], "panic-model-unknown");
  const model = attributeValue(spot.element, "model");
  return { kind: "panic", ...given({ model: model === "default" ? undefined : model }), ...base };
}

/** Reads one `<shmem>` (virDomainShmemDefParseXML, libvirt 11.3). */
export function readShmem(spot: Spot, id: DeviceId): ModelDevice {
  const model = childSpot(spot, "model");
  if (model) word(model, "type", vocabulary.shmem["model@type"]);
  const name = attributeValue(spot.element, "name");
  if (name === undefined) refuse(spot, "shmem-name-missing");
  return {
    kind: "shmem",
    ...given({ model: model && attributeValue(model.element, "type"), name }),
    ...readBase(spot, id),
  };
}

/** Reads one `<iommu>` (virDomainIOMMUDefParseXML, libvirt 11.3). */
export function readIommu(spot: Spot, id: DeviceId): ModelDevice {
  const model = checkedWord(spot, "model", vocabulary.iommu["@model"]);
  const driver = firstChild(spot.element, "driver");
  const hasOptions = driver !== undefined && driver.attributes.length > 0;
  return { kind: "iommu", model, ...(hasOptions ? { driver: true } : {}), ...readBase(spot, id) };
}

/** Reads one `<vsock>` (virDomainVsockDefParseXML, libvirt 11.3). */
export function readVsock(spot: Spot, id: DeviceId): ModelDevice {
  word(spot, "model", vocabulary.vsock["@model"]);
  const model = attributeValue(spot.element, "model");
  return {
    kind: "vsock",
    ...given({ model: model === "default" ? undefined : model }),
    ...readBase(spot, id),
  };
}

/** Reads one `<pstore>` (virDomainPstoreDefParseXML, libvirt 11.3). */
export function readPstore(spot: Spot, id: DeviceId): ModelDevice {
  const model = checkedWord(spot, "backend", vocabulary.pstore["@backend"]);
  return { kind: "pstore", model, ...readBase(spot, id) };
}

/** Reads the one `<nvram>` of pSeries guests, which has nothing but an address. */
export function readNvram(spot: Spot, id: DeviceId): ModelDevice {
  return { kind: "nvram", ...readBase(spot, id) };
}

/** Reads one `<redirfilter>`: rules about redirected devices, no device of its own. */
export function readRedirfilter(_spot: Spot, id: DeviceId): ModelDevice {
  return { kind: "redirfilter", id };
}
