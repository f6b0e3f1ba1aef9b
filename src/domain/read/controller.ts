import { controllerModels, controllerTypes, pciModelNames, toggleWords } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, childElements, firstChild, textOf } from "../../xml/document.ts";
import type { Toggle } from "../address.ts";
import type { Controller, ControllerTarget, DeviceBase, DeviceId } from "../device.ts";
import { toInt32 } from "../number.ts";
import { readBase } from "./base.ts";
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

/** Reads one `<controller>` (virDomainControllerDefParseXML, libvirt 11.3). */
export function readController(spot: Spot, id: DeviceId): Controller {
  const type =
    word(spot, "type", controllerTypes, "controller-type-invalid") ??
    attributeValue(spot.element, "type") ??
    "ide";
  const model = readModel(spot, type);
  const index = controllerNumber(spot, "index", 10, "controller-index-invalid");
  const driver = firstChild(spot.element, "driver");
  const modelName = readModelName(spot);
  const target = readTarget(spot);
  return {
    kind: "controller",
    type,
    target,
    ...given({
      model,
      index,
      modelName: type === "pci" ? modelName : undefined,
      ports:
        type === "usb" || type === "virtio-serial" ? nonNegative(spot, "ports", { base: 10 }) : undefined,
      vectors: type === "virtio-serial" ? nonNegative(spot, "vectors", { base: 10 }) : undefined,
      iothread: driver && attributeValue(driver, "iothread") !== undefined ? (true as const) : undefined,
      iothreads: driver && firstChild(driver, "iothreads") ? (true as const) : undefined,
      pciHole64: firstChild(spot.element, "pcihole64") ? (true as const) : undefined,
    }),
    ...(type === "usb" && model === "none" ? { id } : readControllerBase(spot, id, type, model)),
  };
}

/** Companions of the USB 2 controller start at fixed ports of it unless `<master>` says otherwise. */
const companionStartPorts: Readonly<Record<string, number>> = {
  "ich9-uhci1": 0,
  "ich9-uhci2": 2,
  "ich9-uhci3": 4,
};

function readControllerBase(
  spot: Spot,
  id: DeviceId,
  type: string,
  model: string | undefined,
): DeviceBase & Pick<Controller, "masterStartPort"> {
  const implied = type === "usb" && model !== undefined ? companionStartPorts[model] : undefined;
  const master = childSpot(spot, "master");
  const given0 = master && (unsigned(master, "startport", { base: 10 }) ?? 0);
  return { ...given({ masterStartPort: given0 ?? implied }), ...readBase(spot, id) };
}

function readModel(spot: Spot, type: string): string | undefined {
  const model = attributeValue(spot.element, "model");
  if (model === undefined || !controllerTypes.has(type) || controllerModels[type]?.has(model)) return model;
  refuseValue(spot, "controller-model-unknown", "model");
  return model;
}

function readModelName(spot: Spot): string | undefined {
  const [first, second] = childElements(spot.element, "model");
  if (second) refuse(spotAt(spot, second, "model[2]"), "controller-multiple-model");
  return first && word(spotAt(spot, first, "model"), "name", pciModelNames, "controller-model-name-unknown");
}

function readTarget(spot: Spot): ControllerTarget {
  const [first, second] = childElements(spot.element, "target");
  if (second) refuse(spotAt(spot, second, "target[2]"), "controller-multiple-target");
  if (first === undefined) return {};
  const target = spotAt(spot, first, "target");
  const numberOf = (name: string) => controllerNumber(target, name, 0, "controller-target-number");
  return given({
    chassisNr: numberOf("chassisNr"),
    chassis: numberOf("chassis"),
    port: numberOf("port"),
    busNr: numberOf("busNr"),
    index: numberOf("index"),
    hotplug: word(target, "hotplug", toggleWords, "controller-target-hotplug-value") as Toggle | undefined,
    memReserve: unsignedLong(target, "memReserve", { base: 10, nonzero: true }),
    node: readNode(target),
  });
}

function readNode(target: Spot): number | undefined {
  const spot = childSpot(target, "node");
  if (spot === undefined) return undefined;
  const node = toInt32(textOf(spot.element), 10);
  if (node !== undefined && node >= 0) return node;
  refuse(spot, "controller-node-invalid");
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
  refuse(spot, code, { attribute, element: spot.element.name, value: text, expected }, attribute);
  return undefined;
}
