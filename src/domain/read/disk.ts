import { vocabulary } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import type { DeviceId, Disk } from "../device.ts";
import { readPciAddress } from "./address.ts";
import { readBase } from "./base.ts";
import { childSpot, given, refuse, refuseValue, type Spot, unsigned, unsignedLong, word } from "./spot.ts";

/** Reads one `<disk>` (virDomainDiskDefParseXML, libvirt 11.3). A missing device means disk. */
export function readDisk(spot: Spot, id: DeviceId): Disk {
  const { element } = spot;
  word(spot, "type", vocabulary.disk["@type"]);
  const sourceType = attributeValue(element, "type") ?? "file";
  if (sourceType === "nvme") checkNvmeSource(spot);
  word(spot, "device", vocabulary.disk["@device"]);
  const model = word(spot, "model", vocabulary.disk["@model"]);
  const target = childSpot(spot, "target");
  const source = firstChild(element, "source");
  return {
    kind: "disk",
    device: attributeValue(element, "device") ?? "disk",
    sourceType,
    ...given({
      model,
      bus: target && readBus(target),
      target: target && attributeValue(target.element, "dev"),
      source: source && sourceText(source),
      readOnly: firstChild(element, "readonly") ? (true as const) : undefined,
      transient: firstChild(element, "transient") ? (true as const) : undefined,
    }),
    ...(target && readTargetDetails(target)),
    ...readBase(spot, id, { boot: true }),
  };
}

function readTargetDetails(target: Spot): Pick<Disk, "tray" | "removable" | "rotationRate"> {
  const tray = word(target, "tray", vocabulary.disk["target@tray"]);
  const removable = word(target, "removable", vocabulary.disk["target@removable"]);
  const rate = unsigned(target, "rotation_rate", { base: 10 });
  return {
    ...(tray === undefined ? {} : { tray: true as const }),
    ...(removable === undefined ? {} : { removable: true as const }),
    ...(rate === undefined || rate === 0 ? {} : { rotationRate: true as const }),
  };
}

/** An unknown bus stays in the model, or the disk would be taken for one whose bus follows from its name. */
function readBus(target: Spot): string | undefined {
  word(target, "bus", vocabulary.disk["target@bus"]);
  return attributeValue(target.element, "bus");
}

/** An NVMe disk is a PCI device of the host (virDomainDiskSourceNVMeParse, libvirt 11.3). */
function checkNvmeSource(spot: Spot): void {
  const source = childSpot(spot, "source");
  if (source === undefined) return;
  const type = attributeValue(source.element, "type");
  if (type === undefined) refuse(source, "nvme-source-type-missing");
  else if (type !== "pci") refuseValue(source, "nvme-source-type-unknown", "type");
  else checkNvmePlace(source);
}

function checkNvmePlace(source: Spot): void {
  unsignedLong(source, "namespace", { base: 10, required: true });
  const address = childSpot(source, "address");
  if (address) readPciAddress(address);
  else refuse(source, "nvme-source-address-missing");
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
