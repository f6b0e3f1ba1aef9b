import { valueOf as attributeValue, textOf } from "../../xml/document.ts";
import type { DeviceId, MemoryDevice } from "../device.ts";
import { toUint32, toUint64 } from "../number.ts";
import { readBase } from "./base.ts";
import { kibibytes } from "./size.ts";
import { childSpot, given, type Spot } from "./spot.ts";

/** Reads one `<memory>` device (virDomainMemoryDefParseXML, libvirt 11.3). */
export function readMemoryDevice(spot: Spot, id: DeviceId): MemoryDevice {
  const target = childSpot(spot, "target");
  const source = childSpot(spot, "source");
  const label = target && childSpot(target, "label");
  const address = target && childSpot(target, "address");
  const node = target && childSpot(target, "node");
  const path = source && childSpot(source, "path");
  return {
    kind: "memory",
    model: attributeValue(spot.element, "model") ?? "",
    size: sizeOf(target, "size") ?? 0n,
    labelSize: sizeOf(label, "size") ?? 0n,
    ...given({
      node: node && toUint32(textOf(node.element), 10),
      blockSize: sizeOf(target, "block"),
      requestedSize: sizeOf(target, "requested"),
      targetBase: address && toUint64(attributeValue(address.element, "base") ?? "", 16),
      alignSize: sizeOf(source, "alignsize"),
      path: path && textOf(path.element),
    }),
    ...readBase(spot, id),
  };
}

function sizeOf(parent: Spot | undefined, name: string): bigint | undefined {
  const spot = parent && childSpot(parent, name);
  return spot && kibibytes(spot.element);
}
