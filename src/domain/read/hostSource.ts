import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import type { HostSource } from "../device.ts";
import { readPciAddress } from "./address.ts";
import { childSpot, given, type Spot, unsigned } from "./spot.ts";

/** The host end of a `<hostdev>` of that type. */
export function readHostSource(spot: Spot, type: string): HostSource | undefined {
  const source = childSpot(spot, "source");
  if (source === undefined) return undefined;
  switch (type) {
    case "pci":
      return readPciSource(source);
    case "usb":
      return readUsbSource(source);
    case "scsi":
      return { type, identity: scsiIdentity(source.element) };
    case "scsi_host":
      return { type, ...given({ wwpn: attributeValue(source.element, "wwpn") }) };
    case "mdev":
      return readMdevSource(source);
    default:
      return undefined;
  }
}

/** The host end of an `<interface type='hostdev'>`, which names its own type. */
export function readInterfaceHost(spot: Spot): HostSource | undefined {
  const source = childSpot(spot, "source");
  const address = source && firstChild(source.element, "address");
  const type = address && attributeValue(address, "type");
  if (source === undefined || (type !== "pci" && type !== "usb")) return undefined;
  return type === "pci" ? readPciSource(source) : readUsbSource(source);
}

/** A missing address means 0000:00:00.0. */
function readPciSource(source: Spot): HostSource {
  const spot = childSpot(source, "address");
  if (spot === undefined) return { type: "pci", address: { domain: 0, bus: 0, slot: 0, function: 0 } };
  const { domain, bus, slot, function: fn } = readPciAddress(spot);
  return { type: "pci", address: { domain, bus, slot, function: fn } };
}

function readUsbSource(source: Spot): HostSource {
  const vendor = childSpot(source, "vendor");
  const product = childSpot(source, "product");
  const address = childSpot(source, "address");
  return {
    type: "usb",
    ...given({
      vendor: vendor && unsigned(vendor, "id", { base: 0, required: true, nonzero: true }),
      product: product && unsigned(product, "id", { base: 0, required: true }),
      bus: address && unsigned(address, "bus", { base: 0, required: true }),
      device: address && unsigned(address, "device", { base: 0, required: true }),
    }),
  };
}

function readMdevSource(source: Spot): HostSource {
  const address = firstChild(source.element, "address");
  return { type: "mdev", ...given({ uuid: address && attributeValue(address, "uuid") }) };
}

/** Text that is equal for equal host devices: adapter and numbers, or the path of an iSCSI unit. */
function scsiIdentity(source: Element): string {
  if (attributeValue(source, "protocol") === "iscsi") return `iscsi ${attributeValue(source, "name") ?? ""}`;
  const adapter = firstChild(source, "adapter");
  const address = firstChild(source, "address");
  const numbers = ["bus", "target", "unit"].map((name) =>
    Number((address && attributeValue(address, name)) ?? 0),
  );
  return `${(adapter && attributeValue(adapter, "name")) ?? ""} ${numbers.join(":")}`;
}
