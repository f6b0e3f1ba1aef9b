import { diskBuses, diskDevices, diskModels } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import type { DeviceId, Disk } from "../device.ts";
import { readBase } from "./base.ts";
import { childSpot, given, type Spot, word } from "./spot.ts";

/** Reads one `<disk>` (virDomainDiskDefParseXML, libvirt 11.3). */
export function readDisk(spot: Spot, id: DeviceId): Disk {
  const device = word(spot, "device", diskDevices) ?? attributeValue(spot.element, "device") ?? "disk";
  const model = word(spot, "model", diskModels);
  const target = childSpot(spot, "target");
  const source = firstChild(spot.element, "source");
  return {
    kind: "disk",
    device,
    sourceType: attributeValue(spot.element, "type") ?? "file",
    ...given({
      model,
      bus: target && word(target, "bus", diskBuses),
      target: target && attributeValue(target.element, "dev"),
      source: source && sourceText(source),
      readOnly: firstChild(spot.element, "readonly") ? (true as const) : undefined,
      transient: firstChild(spot.element, "transient") ? (true as const) : undefined,
    }),
    ...readBase(spot, id, { boot: true }),
  };
}

const sourceNames = ["file", "dev", "dir", "name", "volume", "path", "protocol"];

/** The file, device, volume or path a `<source>` names. */
export function sourceText(source: Element): string | undefined {
  for (const name of sourceNames) {
    const value = attributeValue(source, name);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}
