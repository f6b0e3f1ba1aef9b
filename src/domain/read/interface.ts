import { interfaceModels } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import type { DeviceId, Interface } from "../device.ts";
import { readBase } from "./base.ts";
import { readInterfaceHost } from "./hostSource.ts";
import { given, type Spot } from "./spot.ts";

/** Reads one `<interface>` (virDomainNetDefParseXML, libvirt 11.3). */
export function readInterface(spot: Spot, id: DeviceId): Interface {
  const { element } = spot;
  const type = attributeValue(element, "type") ?? "user";
  const source = firstChild(element, "source");
  return {
    kind: "interface",
    type,
    ...given({
      model: modelOf(element),
      mac: attributeOfChild(element, "mac", "address"),
      source: source && sourceName(source),
      target: attributeOfChild(element, "target", "dev"),
      host: type === "hostdev" ? readInterfaceHost(spot) : undefined,
    }),
    ...readBase(spot, id, { boot: true, rom: true }),
  };
}

const knownModels: ReadonlyMap<string, string> = new Map(
  interfaceModels.map((name) => [name.toLowerCase(), name]),
);

/** Known models count in any case and are spelled libvirt's way; others stay as written. */
function modelOf(element: Element): string | undefined {
  const model = attributeOfChild(element, "model", "type");
  return model === undefined ? undefined : (knownModels.get(model.toLowerCase()) ?? model);
}

function sourceName(source: Element): string | undefined {
  for (const name of ["network", "bridge", "dev", "path", "switchid", "address"]) {
    const value = attributeValue(source, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function attributeOfChild(element: Element, child: string, attribute: string): string | undefined {
  const found = firstChild(element, child);
  return found && attributeValue(found, attribute);
}
