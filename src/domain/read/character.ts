import { characterTypes, vocabulary } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, childElements, type Element } from "../../xml/document.ts";
import type { CharacterDevice, DeviceId, Smartcard } from "../device.ts";
import { toWrappedInt32 } from "../number.ts";
import { readBase } from "./base.ts";
import {
  checkedWord,
  childSpot,
  given,
  refuse,
  refuseValue,
  type Spot,
  spotAt,
  unsigned,
  word,
} from "./spot.ts";

type CharacterKind = CharacterDevice["kind"];

/**
 * Reads one `<serial>`, `<parallel>`, `<console>` or `<channel>` (virDomainChrDefParseXML, libvirt 11.3). A missing
 * type means pty.
 */
export function readCharacter(spot: Spot, id: DeviceId, kind: CharacterKind): CharacterDevice {
  const { element } = spot;
  word(spot, "type", characterTypes, "character-type-unknown");
  const type = attributeValue(element, "type") ?? "pty";
  const target = readTarget(spot, kind);
  checkSourceCount(spot);
  if (type === "spicevmc" && target.targetType !== spicevmcTargets[kind]) {
    refuse(spot, "character-spicevmc-target", {}, "@type");
  }
  const base = readBase(spot, id);
  if (
    kind === "serial" &&
    target.targetType === "usb-serial" &&
    base.address &&
    base.address.type !== "usb"
  ) {
    refuse(spot, "usb-serial-address-type", {}, "address@type");
  }
  return { kind, type, source: sourceIdentity(type, element), ...target, ...base };
}

/** The target that a SPICE channel may have; libvirt compares numbers, hence the odd ones. */
const spicevmcTargets: Readonly<Record<CharacterKind, string | undefined>> = {
  channel: "virtio",
  serial: "usb-serial",
  console: "xen",
  parallel: "none",
};

type Target = Pick<CharacterDevice, "targetType" | "targetPort" | "targetModel" | "targetName">;

function readTarget(spot: Spot, kind: CharacterKind): Target {
  const target = childSpot(spot, "target");
  if (target === undefined) {
    if (kind === "channel") refuse(spot, "channel-target-missing");
    return {};
  }
  const targetType = readTargetType(target, kind);
  return given({
    targetType,
    targetName: attributeValue(target.element, "name"),
    ...(kind === "channel" ? readChannelTarget(target, targetType) : readPortTarget(target, kind)),
  });
}

/** "none" is libvirt's own word for a type that is not set. Parallel ports have no target types. */
function readTargetType(target: Spot, kind: CharacterKind): string | undefined {
  const value = attributeValue(target.element, "type");
  if (kind === "parallel") return undefined;
  if (value === undefined && kind === "channel") {
    refuse(target, "character-target-unknown", { value: "(null)" });
  }
  word(target, "type", vocabulary[kind]["target@type"], "character-target-unknown");
  return value === "none" ? undefined : value;
}

function readChannelTarget(target: Spot, type: string | undefined): Record<string, never> {
  if (type !== "guestfwd") return {};
  if (attributeValue(target.element, "address") === undefined) refuse(target, "channel-guestfwd-address");
  else unsigned(target, "port", { base: 10, required: true });
  return {};
}

/** Serials have a model; serials and parallels a port. The port of a console is its place, whatever is written. */
function readPortTarget(
  target: Spot,
  kind: "serial" | "parallel" | "console",
): Pick<CharacterDevice, "targetPort" | "targetModel"> {
  const targetModel = kind === "serial" ? readTargetModel(target) : undefined;
  const targetPort = readPort(target);
  return given({ targetModel, targetPort: kind === "console" ? undefined : targetPort });
}

function readTargetModel(target: Spot): string | undefined {
  const model = childSpot(target, "model");
  const name = model && attributeValue(model.element, "name");
  if (model === undefined || name === undefined || name === "") return undefined;
  word(model, "name", vocabulary.serial["target/model@name"], "character-model-unknown");
  return name === "none" ? undefined : name;
}

/** A port that wraps around to -1 is as good as none. */
function readPort(target: Spot): number | undefined {
  const text = attributeValue(target.element, "port");
  if (text === undefined) return undefined;
  const port = toWrappedInt32(text, 10);
  if (port === undefined) refuseValue(target, "character-port-invalid", "port");
  return port === -1 ? undefined : port;
}

/** A character device has one host end; only UDP may have one for each way (virDomainChrSourceDefParseXML). */
export function checkSourceCount(spot: Spot): void {
  if (attributeValue(spot.element, "type") === "udp") return;
  const second = childElements(spot.element, "source")[1];
  if (second) refuse(spotAt(spot, second, "source[2]"), "character-multiple-sources");
}

/** Reads one `<smartcard>` (virDomainSmartcardDefParseXML, libvirt 11.3). */
export function readSmartcard(spot: Spot, id: DeviceId): Smartcard {
  const mode = checkedWord(spot, "mode", vocabulary.smartcard["@mode"]);
  if (mode === "host-certificates" && childElements(spot.element, "certificate").length !== 3) {
    refuse(spot, "smartcard-certificates");
  }
  if (mode === "passthrough") {
    if (attributeValue(spot.element, "type") === undefined) refuse(spot, "smartcard-type-missing");
    word(spot, "type", characterTypes, "character-type-unknown");
    checkSourceCount(spot);
  }
  return { kind: "smartcard", mode, ...readBase(spot, id) };
}

/** Text that is equal for equal host ends: the type and every attribute of the sources and the protocol. */
function sourceIdentity(type: string, element: Element): string {
  let identity = type;
  for (const node of element.children) {
    if (node.kind !== "element" || (node.name !== "source" && node.name !== "protocol")) continue;
    for (const attribute of node.attributes) identity += ` ${attribute.name}=${attribute.value}`;
  }
  return identity;
}
