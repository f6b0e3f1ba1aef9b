import { vocabulary } from "../../catalog/vocabulary.ts";
import {
  valueOf as attributeValue,
  childElements,
  type Element,
  firstChild,
  textOf,
} from "../../xml/document.ts";
import type { HostSource } from "../device.ts";
import { isSpaceAt } from "../number.ts";
import { readPciAddress } from "./address.ts";
import {
  childSpot,
  given,
  refuse,
  refuseValue,
  required,
  type Spot,
  unsigned,
  unsignedLong,
  word,
} from "./spot.ts";

/** The host end of a `<hostdev mode='subsystem'>` of that type (virDomainHostdevSubsys…DefParseXML, libvirt 11.3). */
export function readHostSource(source: Spot, type: string): HostSource | undefined {
  switch (type) {
    case "pci":
      return readPciSource(source);
    case "usb":
      return readUsbSource(source);
    case "scsi":
      return readScsiSource(source);
    case "scsi_host":
      return readVhostSource(source);
    case "mdev":
      return readMdevSource(source);
    default:
      return undefined;
  }
}

/** What a `<hostdev mode='capabilities'>` must name, and libvirt's noun for such a device. */
const capabilities: Readonly<Record<string, { readonly element: string; readonly noun: string }>> = {
  storage: { element: "block", noun: "storage" },
  misc: { element: "char", noun: "character" },
  net: { element: "interface", noun: "net" },
};

/** A `<hostdev mode='capabilities'>` names one thing of the host (virDomainHostdevDefParseXMLCaps, libvirt 11.3). */
export function checkCapabilitySource(source: Spot, type: string): void {
  const wanted = capabilities[type];
  const child = wanted && firstChild(source.element, wanted.element);
  if (wanted && (child === undefined || textOf(child) === "")) {
    refuse(source, "hostdev-capability-missing", wanted);
  }
}

/** Whether libvirt takes the host device from its driver, and gives it back. */
export function isManaged({ element }: Spot): true | undefined {
  return attributeValue(element, "managed") === "yes" ? true : undefined;
}

/** The host end of an `<interface type='hostdev'>`, whose source address names its own type. */
export function readInterfaceHost(spot: Spot): HostSource | undefined {
  const source = childSpot(spot, "source");
  const address = source && childSpot(source, "address");
  const type = address && attributeValue(address.element, "type");
  if (type === undefined || !vocabulary.interface["source/address@type"].has(type)) {
    const at = address ?? source ?? spot;
    const value = type ?? "(null)";
    refuse(at, "interface-hostdev-source-type", { value }, type === undefined ? "" : "@type");
    return undefined;
  }
  if (source === undefined) return undefined;
  return type === "pci" || type === "usb" ? readHostSource(source, type) : undefined;
}

/** A missing address means 0000:00:00.0. */
function readPciSource(source: Spot): HostSource {
  const spot = childSpot(source, "address");
  if (spot === undefined) return { type: "pci", address: { domain: 0, bus: 0, slot: 0, function: 0 } };
  const { domain, bus, slot, function: fn } = readPciAddress(spot);
  return { type: "pci", address: { domain, bus, slot, function: fn } };
}

/** Vendor and product go together; libvirt looks at the address only where neither is given. */
function readUsbSource(source: Spot): HostSource {
  const vendor = childSpot(source, "vendor");
  const product = childSpot(source, "product");
  if (vendor || product) return { type: "usb", ...readUsbIds(source, vendor, product) };
  const address = childSpot(source, "address");
  if (address === undefined) return { type: "usb" };
  return {
    type: "usb",
    ...given({
      bus: unsigned(address, "bus", { base: 0, required: true }),
      device: unsigned(address, "device", { base: 0, required: true }),
    }),
  };
}

function readUsbIds(
  source: Spot,
  vendor: Spot | undefined,
  product: Spot | undefined,
): { vendor?: number; product?: number } {
  const ids = given({
    vendor: vendor && unsigned(vendor, "id", { base: 0, required: true, nonzero: true }),
    product: product && unsigned(product, "id", { base: 0, required: true }),
  });
  if (vendor === undefined) refuse(source, "hostdev-usb-source-incomplete", { missing: "vendor" });
  if (product === undefined) refuse(source, "hostdev-usb-source-incomplete", { missing: "product" });
  return ids;
}

const scsiProtocols: ReadonlySet<string> = new Set(["adapter", "iscsi"]);

/** The identity is equal for equal host devices: adapter and numbers, or the path of an iSCSI unit. */
function readScsiSource(source: Spot): HostSource {
  if (word(source, "protocol", scsiProtocols) === "iscsi") return readIscsiSource(source);
  const address = childSpot(source, "address");
  const bus = address && unsigned(address, "bus", { base: 0, required: true });
  const target = address && unsigned(address, "target", { base: 0, required: true });
  const unit = address && unsignedLong(address, "unit", { base: 0, required: true });
  if (address === undefined) refuse(source, "hostdev-scsi-source-address-missing");
  const adapter = childSpot(source, "adapter");
  const name = adapter && attributeValue(adapter.element, "name");
  if (!name) refuse(adapter ?? source, "hostdev-scsi-adapter-missing");
  const numbers = [bus, target, unit].map((number) => number ?? "?").join(":");
  return { type: "scsi", identity: `${name ?? ""} ${numbers}` };
}

function readIscsiSource(source: Spot): HostSource {
  const name = attributeValue(source.element, "name");
  if (name === undefined) refuse(source, "hostdev-iscsi-name-missing");
  const hosts = childElements(source.element, "host");
  if (hosts.length === 0) refuse(source, "hostdev-iscsi-host-missing");
  if (hosts.length > 1) refuse(source, "hostdev-iscsi-host-count", {}, "host[2]");
  return { type: "scsi", identity: `iscsi ${hostText(source.element)} ${name ?? ""}` };
}

function hostText(source: Element): string {
  const host = firstChild(source, "host");
  const parts = host ? [attributeValue(host, "name"), attributeValue(host, "port")] : [];
  return parts.join(":");
}

const vhostProtocols: ReadonlySet<string> = new Set(["vhost"]);

function readVhostSource(source: Spot): HostSource {
  if (required(source, "protocol") !== undefined) word(source, "protocol", vhostProtocols);
  const wwpn = attributeValue(source.element, "wwpn");
  if (wwpn === undefined) refuse(source, "hostdev-vhost-wwpn-missing");
  else if (!/^naa\.[0-9a-f]{16}$/i.test(wwpn)) refuseValue(source, "hostdev-vhost-wwpn-invalid", "wwpn");
  return { type: "scsi_host", ...given({ wwpn }) };
}

function readMdevSource(source: Spot): HostSource {
  const address = childSpot(source, "address");
  const uuid = address && attributeValue(address.element, "uuid");
  if (address === undefined) refuse(source, "hostdev-mdev-address-missing");
  else if (uuid === undefined) refuse(address, "hostdev-mdev-uuid-missing");
  else if (!isUuid(uuid)) refuseValue(address, "hostdev-mdev-uuid-invalid", "uuid");
  return { type: "mdev", ...given({ uuid }) };
}

/**
 * White space and hyphens may stand in front, white space behind; inside, a hyphen may stand between any two octets
 * (virUUIDParse, libvirt 11.3).
 */
function isUuid(text: string): boolean {
  let index = 0;
  while (isSpaceAt(text, index) || text[index] === "-") index++;
  for (let octet = 0; octet < 16; octet++) {
    while (text[index] === "-") index++;
    if (!/^[0-9a-f]{2}$/i.test(text.slice(index, index + 2))) return false;
    index += 2;
  }
  while (isSpaceAt(text, index)) index++;
  return index >= text.length;
}
