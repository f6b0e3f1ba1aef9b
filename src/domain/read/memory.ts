import { vocabulary } from "../../catalog/vocabulary.ts";
import { firstChild, textOf } from "../../xml/document.ts";
import type { DeviceId, MemoryDevice } from "../device.ts";
import { toUint32 } from "../number.ts";
import { readBase } from "./base.ts";
import { readSize } from "./size.ts";
import { checkedWord, childSpot, given, refuse, type Spot, unsignedLong } from "./spot.ts";

/**
 * Reads one `<memory>` device (virDomainMemoryDefParseXML, libvirt 11.3). Which children count depends on the model;
 * what another model would have is not looked at.
 */
export function readMemoryDevice(spot: Spot, id: DeviceId): MemoryDevice {
  const model = checkedWord(spot, "model", vocabulary.memory["@model"]);
  const source = readSource(spot, model);
  const target = readTarget(spot, model);
  return { kind: "memory", model, ...source, ...target, ...readBase(spot, id) };
}

const fileModels: ReadonlySet<string> = new Set(["nvdimm", "virtio-pmem"]);
const mappedModels: ReadonlySet<string> = new Set(["virtio-pmem", "virtio-mem"]);

function readSource(spot: Spot, model: string): Pick<MemoryDevice, "path" | "alignSize"> {
  const source = childSpot(spot, "source");
  if (source === undefined) return {};
  const path = fileModels.has(model) ? firstChild(source.element, "path") : undefined;
  return given({
    path: path && textOf(path),
    alignSize: model === "nvdimm" ? readSize(source, "alignsize") : undefined,
  });
}

type Target = Pick<
  MemoryDevice,
  "size" | "node" | "labelSize" | "blockSize" | "requestedSize" | "targetBase"
>;

function readTarget(spot: Spot, model: string): Target {
  const target = childSpot(spot, "target");
  if (target === undefined) {
    refuse(spot, "memory-target-missing");
    return { size: 0n, labelSize: 0n };
  }
  const node = readNode(target);
  const size = readSize(target, "size", { required: true }) ?? 0n;
  const label = model === "nvdimm" ? childSpot(target, "label") : undefined;
  const labelSize = (label && readSize(label, "size", { path: "./label/size" })) ?? 0n;
  return { size, labelSize, ...given({ node, ...readVirtioTarget(target, model) }) };
}

/** The sizes of virtio-mem, and the place in guest memory of the virtio models. */
function readVirtioTarget(
  target: Spot,
  model: string,
): Pick<MemoryDevice, "blockSize" | "requestedSize" | "targetBase"> {
  const isMem = model === "virtio-mem";
  const address = mappedModels.has(model) ? childSpot(target, "address") : undefined;
  return given({
    blockSize: isMem ? readSize(target, "block") : undefined,
    requestedSize: isMem ? readSize(target, "requested") : undefined,
    targetBase: address && unsignedLong(address, "base", { base: 16 }),
  });
}

/** An empty `<node>` is as good as none. */
function readNode(target: Spot): number | undefined {
  const spot = childSpot(target, "node");
  const text = spot ? textOf(spot.element) : "";
  if (spot === undefined || text === "") return undefined;
  const node = toUint32(text, 10);
  if (node === undefined) refuse(spot, "memory-node-invalid");
  return node;
}
