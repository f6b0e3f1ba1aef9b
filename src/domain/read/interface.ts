import { interfaceModels, vocabulary } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import type { DeviceId, Interface } from "../device.ts";
import { readBase } from "./base.ts";
import { isManaged, readInterfaceHost } from "./hostSource.ts";
import { childSpot, given, refuse, refuseValue, required, type Spot, word } from "./spot.ts";

/** Reads one `<interface>` (virDomainNetDefParseXML, libvirt 11.3). A missing type means user. */
export function readInterface(spot: Spot, id: DeviceId): Interface {
  const { element } = spot;
  word(spot, "type", vocabulary.interface["@type"]);
  const type = attributeValue(element, "type") ?? "user";
  const model = readModel(spot);
  const source = firstChild(element, "source");
  checkSource(spot, type);
  return {
    kind: "interface",
    type,
    ...given({
      model,
      source: source && sourceName(source),
      host: type === "hostdev" ? readInterfaceHost(spot) : undefined,
      managed: type === "hostdev" ? isManaged(spot) : undefined,
      mac: readMac(spot),
      target: targetOf(element),
    }),
    ...readBase(spot, id, { boot: true, rom: true }),
  };
}

/** Types that need a `<source>`, and the attributes that it must have. */
const sourceAttributes: Readonly<Record<string, readonly string[]>> = {
  network: ["network"],
  bridge: ["bridge"],
  direct: ["dev"],
  internal: ["name"],
  vds: ["switchid"],
  vdpa: ["dev"],
  server: ["port"],
  client: ["address", "port"],
  mcast: ["address", "port"],
  udp: ["address", "port"],
};

function checkSource(spot: Spot, type: string): void {
  const attributes = sourceAttributes[type];
  if (attributes === undefined) return;
  const source = childSpot(spot, "source");
  if (source === undefined) refuse(spot, "interface-source-missing", { type });
  else for (const attribute of attributes) required(source, attribute);
}

const knownModels: ReadonlyMap<string, string> = new Map(
  interfaceModels.map((name) => [name.toLowerCase(), name]),
);

/** Known models count in any case and are spelled libvirt's way; others stay as written. Empty is as good as none. */
function readModel(spot: Spot): string | undefined {
  const at = childSpot(spot, "model");
  const model = at && attributeValue(at.element, "type");
  if (at === undefined || model === undefined || model === "") return undefined;
  if (!isModelName(model)) refuseValue(at, "interface-model-characters", "type");
  return knownModels.get(model.toLowerCase()) ?? model;
}

function isModelName(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text);
}

function readMac(spot: Spot): string | undefined {
  const mac = childSpot(spot, "mac");
  const address = mac && attributeValue(mac.element, "address");
  if (mac === undefined || address === undefined) return undefined;
  const first = firstOctet(address);
  if (first === undefined) refuseValue(mac, "interface-mac-invalid", "address");
  else if (first & 1) refuseValue(mac, "interface-mac-multicast", "address");
  return address;
}

/** The first of six octets of one or two hexadecimal digits; only white space may follow (virMacAddrParse). */
function firstOctet(address: string): number | undefined {
  const match = /^([0-9a-f]{1,2})(:[0-9a-f]{1,2}){5}\s*$/i.exec(address);
  return match?.[1] === undefined ? undefined : Number.parseInt(match[1], 16);
}

function sourceName(source: Element): string | undefined {
  for (const name of ["network", "bridge", "dev", "path", "name", "switchid", "address"]) {
    const value = attributeValue(source, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function targetOf(element: Element): string | undefined {
  const target = firstChild(element, "target");
  return target && attributeValue(target, "dev");
}
