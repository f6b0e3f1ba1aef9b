import { valueOf as attributeValue, childElements, type Element, firstChild } from "../../xml/document.ts";
import type { CharacterDevice, DeviceId, Smartcard } from "../device.ts";
import { readBase } from "./base.ts";
import { childSpot, given, nonNegative, type Spot } from "./spot.ts";

/** Reads one `<serial>`, `<parallel>`, `<console>` or `<channel>` (virDomainChrDefParseXML, libvirt 11.3). */
export function readCharacter(spot: Spot, id: DeviceId, kind: CharacterDevice["kind"]): CharacterDevice {
  const { element } = spot;
  const type = attributeValue(element, "type") ?? "pty";
  const target = childSpot(spot, "target");
  const model = target && firstChild(target.element, "model");
  return {
    kind,
    type,
    source: sourceIdentity(type, element),
    ...given({
      targetType: target && attributeValue(target.element, "type"),
      targetPort: target && readPort(target, kind),
      targetModel: model && attributeValue(model, "name"),
      targetName: target && attributeValue(target.element, "name"),
    }),
    ...readBase(spot, id),
  };
}

/** Reads one `<smartcard>` (virDomainSmartcardDefParseXML, libvirt 11.3). */
export function readSmartcard(spot: Spot, id: DeviceId): Smartcard {
  return { kind: "smartcard", mode: attributeValue(spot.element, "mode") ?? "", ...readBase(spot, id) };
}

/** Channels have no port of their own; that of a console is its place, whatever is written. */
function readPort(target: Spot, kind: CharacterDevice["kind"]): number | undefined {
  return kind === "serial" || kind === "parallel" ? nonNegative(target, "port", { base: 10 }) : undefined;
}

/** Text that is equal for equal host ends: the type and every attribute of the sources and the protocol. */
function sourceIdentity(type: string, element: Element): string {
  const parts = [...childElements(element, "source"), ...childElements(element, "protocol")].flatMap((part) =>
    part.attributes.map((attribute) => `${attribute.name}=${attribute.value}`),
  );
  return [type, ...parts].join(" ");
}
