import { valueOf as attributeValue } from "../../xml/document.ts";
import {
  type Address,
  addressAttributes,
  type CcwAddress,
  isEmptyPci,
  type PciAddress,
  type Toggle,
  type Zpci,
} from "../address.ts";
import { isSpaceAt, type NumberBase, toUint32, toUint64 } from "../number.ts";
import { childSpot, given, refuse, refuseValue, type Spot } from "./spot.ts";

/**
 * Reads one `<address>`; undefined where libvirt refuses it (virDomainDeviceAddressParseXML and the parsers of each
 * type, libvirt 11.3). Attributes that the type does not know are nobody's business here.
 */
export function readAddress(spot: Spot): Address | undefined {
  const type = attributeValue(spot.element, "type");
  const before = spot.refusals.length;
  const address = type === undefined ? refuseMissingType(spot) : readTyped(spot, type);
  return spot.refusals.length === before ? address : undefined;
}

/** A PCI address of the guest or of the host, whatever its `type` attribute says. */
export function readPciAddress(spot: Spot): PciAddress {
  const address: PciAddress = {
    type: "pci",
    domain: number(spot, "domain", 0),
    bus: number(spot, "bus", 0),
    slot: number(spot, "slot", 0),
    function: number(spot, "function", 0),
    ...given({ multifunction: readMultifunction(spot) }),
  };
  if (!isEmptyPci(address)) checkPciRange(spot, address);
  const zpci = readZpci(spot);
  if (zpci) address.zpci = zpci;
  return address;
}

function refuseMissingType(spot: Spot): undefined {
  refuse(spot, "address-type-missing");
  return undefined;
}

function readTyped(spot: Spot, type: string): Address | undefined {
  switch (type) {
    case "pci":
      return readPciAddress(spot);
    case "drive":
      return { type, ...numbers(spot, addressAttributes.drive) };
    case "usb":
      return { type, port: readUsbPort(spot), bus: number(spot, "bus", addressAttributes.usb.bus.base) };
    case "virtio-serial":
      return { type, ...numbers(spot, addressAttributes["virtio-serial"]) };
    case "ccid":
      return { type, ...numbers(spot, addressAttributes.ccid) };
    case "spapr-vio":
      return { type, ...given({ reg: longNumber(spot, "reg") }) };
    case "ccw":
      return readCcw(spot);
    case "isa":
      return { type, ...numbers(spot, addressAttributes.isa) };
    case "dimm":
      return { type, slot: readDimmSlot(spot), base: longNumber(spot, "base") ?? 0n };
    case "virtio-mmio":
    case "unassigned":
      return { type };
    case "virtio-s390":
      refuse(spot, "address-type-virtio-s390", {}, "@type");
      return undefined;
    default:
      refuseValue(spot, "address-type-invalid", "type");
      return undefined;
  }
}

type NumberTable = Readonly<Record<string, { readonly base: NumberBase }>>;

/** Reads all attributes of a type that has nothing but numbers, in the table's order. */
function numbers<T extends NumberTable>(spot: Spot, table: T): Record<keyof T, number> {
  const values: Partial<Record<keyof T, number>> = {};
  for (const name in table) values[name] = number(spot, name, table[name]?.base ?? 10);
  return values as Record<keyof T, number>;
}

/** An absent number is 0; a broken one is refused, and its value no longer matters. */
function number(spot: Spot, attribute: string, base: NumberBase): number {
  const text = attributeValue(spot.element, attribute);
  if (text === undefined) return 0;
  const value = toUint32(text, base);
  if (value === undefined) refuseValue(spot, "address-number-invalid", attribute);
  return value ?? 0;
}

function longNumber(spot: Spot, attribute: string): bigint | undefined {
  const text = attributeValue(spot.element, attribute);
  if (text === undefined) return undefined;
  const value = toUint64(text, 16);
  if (value === undefined) refuseValue(spot, "address-number-invalid", attribute);
  return value;
}

function readDimmSlot(spot: Spot): number {
  if (attributeValue(spot.element, "slot") === undefined) {
    refuse(spot, "address-attribute-missing", { attribute: "slot", element: "address" });
  }
  return number(spot, "slot", 10);
}

function readMultifunction(spot: Spot): Toggle | undefined {
  const value = attributeValue(spot.element, "multifunction");
  if (value === undefined || value === "on" || value === "off") return value;
  refuseValue(spot, "address-multifunction-value", "multifunction");
  return undefined;
}

function checkPciRange(spot: Spot, address: PciAddress): void {
  if (address.bus > 0xff) refuse(spot, "pci-bus-range", { hex: address.bus.toString(16) }, "@bus");
  if (address.slot > 0x1f) refuse(spot, "pci-slot-range", { hex: address.slot.toString(16) }, "@slot");
  if (address.function > 7) {
    refuse(spot, "pci-function-range", { hex: address.function.toString(16) }, "@function");
  }
}

function readZpci(address: Spot): Zpci | undefined {
  const spot = childSpot(address, "zpci");
  return spot && given({ uid: zpciNumber(spot, "uid"), fid: zpciNumber(spot, "fid") });
}

function zpciNumber(spot: Spot, attribute: string): number | undefined {
  const text = attributeValue(spot.element, attribute);
  if (text === undefined) return undefined;
  const value = toUint32(text, 0);
  if (value === undefined) refuseValue(spot, "zpci-number-invalid", attribute);
  return value;
}

/** All three numbers or none; the range is checked first, with missing ones as 0. */
function readCcw(spot: Spot): CcwAddress {
  const before = spot.refusals.length;
  const cssid = number(spot, "cssid", 0);
  const ssid = number(spot, "ssid", 0);
  const devno = number(spot, "devno", 0);
  const present = ["cssid", "ssid", "devno"].filter(
    (name) => attributeValue(spot.element, name) !== undefined,
  );
  if (spot.refusals.length > before || present.length === 0) return { type: "ccw" };
  const wrong = cssid > 0xfe ? "cssid" : ssid > 3 ? "ssid" : devno > 0xffff ? "devno" : undefined;
  if (wrong) refuse(spot, "ccw-range", ccwValues(cssid, ssid, devno), `@${wrong}`);
  else if (present.length < 3) refuse(spot, "ccw-partial");
  return { type: "ccw", cssid, ssid, devno };
}

function ccwValues(cssid: number, ssid: number, devno: number): Record<string, string> {
  return {
    cssid: cssid.toString(16),
    ssid: ssid.toString(16),
    devno: devno.toString(16).padStart(4, "0"),
  };
}

/**
 * One to four numbers (virDomainDeviceUSBAddressParseXML, libvirt 11.3). Each is read as strtoul does, so white space
 * or a plus sign in front of a number may stand where a dot should. From the first 0 on, nothing counts; a path that
 * starts with 0 asks libvirt to choose.
 */
function readUsbPort(spot: Spot): readonly number[] {
  const text = attributeValue(spot.element, "port");
  if (text === undefined) return [];
  const path = usbPortNumbers(text);
  if (path === undefined) refuseValue(spot, "usb-port-syntax", "port");
  return path === undefined || path[0] === 0 ? [] : path;
}

function usbPortNumbers(text: string): number[] | undefined {
  const path: number[] = [];
  let index = 0;
  while (path.length < 4) {
    const end = numberEnd(text, index);
    const value = end === undefined ? undefined : toUint32(text.slice(index, end), 10);
    if (end === undefined || value === undefined) return undefined;
    path.push(value);
    if (end === text.length) return path;
    index = text[end] === "." ? end + 1 : end;
  }
  return undefined;
}

/** Where the number that starts at the index (after white space and a plus sign) ends. */
function numberEnd(text: string, start: number): number | undefined {
  let index = start;
  while (isSpaceAt(text, index)) index++;
  if (text[index] === "+") index++;
  const digits = index;
  while (text.charCodeAt(index) >= 48 && text.charCodeAt(index) <= 57) index++;
  return index > digits ? index : undefined;
}
