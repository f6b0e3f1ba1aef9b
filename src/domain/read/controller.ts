import { controllerModels, toggleWords, vocabulary } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, childElements, firstChild, textOf } from "../../xml/document.ts";
import type { Controller, ControllerTarget, DeviceBase, DeviceId } from "../device.ts";
import { toInt32 } from "../number.ts";
import { readBaseWithMaster } from "./base.ts";
import { readSize } from "./size.ts";
import {
  childSpot,
  given,
  nonNegative,
  refuse,
  refuseValue,
  type Spot,
  spotAt,
  unsigned,
  unsignedLong,
  word,
} from "./spot.ts";

/** Reads one `<controller>` (virDomainControllerDefParseXML, libvirt 11.3). A missing type means ide. */
export function readController(spot: Spot, id: DeviceId): Controller {
  word(spot, "type", vocabulary.controller["@type"], "controller-type-invalid");
  const type = attributeValue(spot.element, "type") ?? "ide";
  const model = readModel(spot, type);
  const index = controllerNumber(spot, "index", 10, "controller-index-invalid");
  const driver = readDriver(spot);
  const modelName = readModelName(spot, type);
  const target = readTarget(spot, type);
  const base = readControllerBase(spot, id, type, model);
  const counts = readCounts(spot, type, model);
  return {
    kind: "controller",
    type,
    target,
    ...given({ model, index, modelName, ...driver, ...counts }),
    ...base,
  };
}

/** Companions of the USB 2 controller start at fixed ports of it unless `<master>` says otherwise. */
const companionStartPorts: Readonly<Record<string, number>> = {
  "ich9-uhci1": 0,
  "ich9-uhci2": 2,
  "ich9-uhci3": 4,
};

/** Nothing of a USB controller that stands for "no USB" is read any further. */
function readControllerBase(
  spot: Spot,
  id: DeviceId,
  type: string,
  model: string | undefined,
): DeviceBase & Pick<Controller, "masterStartPort"> {
  if (type === "usb" && model === "none") return { id };
  const { base, masterStartPort } = readBaseWithMaster(spot, id);
  if (type !== "usb") return base;
  const implied = model === undefined ? undefined : companionStartPorts[model];
  return { ...base, ...given({ masterStartPort: masterStartPort ?? implied }) };
}

function readModel(spot: Spot, type: string): string | undefined {
  const model = attributeValue(spot.element, "model");
  const isKnownType = vocabulary.controller["@type"].has(type);
  if (model !== undefined && isKnownType && !controllerModels[type]?.has(model)) {
    refuseValue(spot, "controller-model-unknown", "model");
  }
  return model;
}

function readDriver(spot: Spot): Pick<Controller, "iothread" | "iothreads"> {
  const driver = childSpot(spot, "driver");
  if (driver === undefined) return {};
  for (const name of ["queues", "cmd_per_lun", "max_sectors"]) unsigned(driver, name, { base: 10 });
  word(driver, "ioeventfd", toggleWords);
  const hasThread = attributeValue(driver.element, "iothread") !== undefined;
  if (hasThread) unsigned(driver, "iothread", { base: 10 });
  return {
    ...(hasThread ? { iothread: true } : {}),
    ...(firstChild(driver.element, "iothreads") ? { iothreads: true } : {}),
  };
}

/** `<model name>` means something for PCI controllers only, but two of them are one too many for any. */
function readModelName(spot: Spot, type: string): string | undefined {
  const [first, second] = childElements(spot.element, "model");
  if (second) refuse(spotAt(spot, second, "model[2]"), "controller-multiple-model");
  if (first === undefined || type !== "pci") return undefined;
  const model = spotAt(spot, first, "model");
  word(model, "name", vocabulary.controller["model@name"], "controller-model-name-unknown");
  return attributeValue(first, "name");
}

function readTarget(spot: Spot, type: string): ControllerTarget {
  const [first, second] = childElements(spot.element, "target");
  if (second) refuse(spotAt(spot, second, "target[2]"), "controller-multiple-target");
  if (first === undefined) return {};
  const target = spotAt(spot, first, "target");
  const options = type === "pci" ? readTargetOptions(target) : {};
  return { ...options, ...given({ node: readNode(target) }) };
}

function readTargetOptions(target: Spot): ControllerTarget {
  const number = (name: string) => controllerNumber(target, name, 0, "controller-target-number");
  const options = given({
    chassisNr: number("chassisNr"),
    chassis: number("chassis"),
    port: number("port"),
    busNr: number("busNr"),
  });
  const hotplug = word(target, "hotplug", toggleWords, "controller-target-hotplug-value");
  return {
    ...options,
    ...(hotplug === "on" || hotplug === "off" ? { hotplug } : {}),
    ...given({ index: number("index"), memReserve: readMemReserve(target) }),
  };
}

function readMemReserve(target: Spot): bigint | undefined {
  return unsignedLong(target, "memReserve", { base: 0, nonzero: true });
}

/** An empty `<node>` is as good as none. */
function readNode(target: Spot): number | undefined {
  const spot = childSpot(target, "node");
  const text = spot ? textOf(spot.element) : "";
  if (spot === undefined || text === "") return undefined;
  const node = toInt32(text, 10);
  if (node !== undefined && node >= 0) return node;
  refuse(spot, "controller-node-invalid");
  return undefined;
}

/** What only some types have, read after the address. */
function readCounts(
  spot: Spot,
  type: string,
  model: string | undefined,
): Pick<Controller, "ports" | "vectors" | "pciHole64"> {
  const isRoot = type === "pci" && (model === "pci-root" || model === "pcie-root");
  const hasPorts = type === "usb" || type === "virtio-serial";
  return given({
    ports: hasPorts ? nonNegative(spot, "ports", { base: 10 }) : countUnused(spot),
    vectors: type === "virtio-serial" ? nonNegative(spot, "vectors", { base: 10 }) : undefined,
    pciHole64: isRoot && readSize(spot, "pcihole64") !== undefined ? (true as const) : undefined,
  });
}

/** Ports are checked for every type and kept for none but USB and virtio-serial. */
function countUnused(spot: Spot): undefined {
  nonNegative(spot, "ports", { base: 10 });
  return undefined;
}

/** A signed number that must not be negative; libvirt words the two faults differently. */
function controllerNumber(
  spot: Spot,
  attribute: string,
  base: 0 | 10,
  code: "controller-index-invalid" | "controller-target-number",
): number | undefined {
  const text = attributeValue(spot.element, attribute);
  if (text === undefined) return undefined;
  const value = toInt32(text, base);
  if (value !== undefined && value >= 0) return value;
  const expected = value === undefined ? "integer value" : "non-negative value";
  refuse(spot, code, { attribute, element: spot.element.name, value: text, expected }, `@${attribute}`);
  return undefined;
}
