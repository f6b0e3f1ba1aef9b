/**
 * Guest addresses of devices, one shape per libvirt address type, told apart by `type` as written in the XML.
 * Numbers are numbers here; how they are spelled in a file is known to `addressAttributes` and to the edit room only.
 */

export type Toggle = "on" | "off";

/** The s390x zPCI ids of a PCI address; a missing id is chosen by libvirt. */
export interface Zpci {
  uid?: number;
  fid?: number;
}

export interface PciAddress {
  readonly type: "pci";
  domain: number;
  bus: number;
  slot: number;
  function: number;
  multifunction?: Toggle;
  zpci?: Zpci;
}

export interface DriveAddress {
  readonly type: "drive";
  controller: number;
  bus: number;
  target: number;
  unit: number;
}

/** `port` holds the path from the root hub, one to four numbers; it is empty where libvirt shall choose. */
export interface UsbAddress {
  readonly type: "usb";
  bus: number;
  port: readonly number[];
}

/** Port 0 means that libvirt shall choose. */
export interface VirtioSerialAddress {
  readonly type: "virtio-serial";
  controller: number;
  bus: number;
  port: number;
}

export interface CcidAddress {
  readonly type: "ccid";
  controller: number;
  slot: number;
}

/** A missing `reg` is chosen by libvirt; `reg='0'` is a given one. */
export interface SpaprVioAddress {
  readonly type: "spapr-vio";
  reg?: bigint;
}

/** All three numbers are given, or none and libvirt chooses. */
export interface CcwAddress {
  readonly type: "ccw";
  cssid?: number;
  ssid?: number;
  devno?: number;
}

/** Zero means "not set" for both numbers. */
export interface IsaAddress {
  readonly type: "isa";
  iobase: number;
  irq: number;
}

/** `base` is a guest physical address in bytes; 0 means "not set". */
export interface DimmAddress {
  readonly type: "dimm";
  slot: number;
  base: bigint;
}

export interface VirtioMmioAddress {
  readonly type: "virtio-mmio";
}

export interface UnassignedAddress {
  readonly type: "unassigned";
}

export type Address =
  | PciAddress
  | DriveAddress
  | UsbAddress
  | VirtioSerialAddress
  | CcidAddress
  | SpaprVioAddress
  | CcwAddress
  | IsaAddress
  | DimmAddress
  | VirtioMmioAddress
  | UnassignedAddress;

export type AddressType = Address["type"];

/** How one attribute of an `<address>` is read and written. */
export interface AddressAttribute {
  /** C number base: 0 takes the base from the prefix. `path` is the dotted USB port, `toggle` is on/off. */
  readonly base: 0 | 10 | 16 | "path" | "toggle";
  /** Largest value the parser takes, before the type's own range checks. */
  readonly max: bigint;
  /** libvirt's own spelling: printf width of hexadecimal digits, or decimal. */
  readonly digits: "decimal" | number;
  readonly required?: true;
}

const u32 = 0xffff_ffffn;
const u64 = 0xffff_ffff_ffff_ffffn;

/**
 * Attributes of every address type in libvirt's reading order (virDomainDeviceInfoParseXML and the per-type parsers,
 * libvirt 11.3). Reading, writing, completion and hover all go by this table.
 */
export const addressAttributes = {
  pci: {
    domain: { base: 0, max: u32, digits: 4 },
    bus: { base: 0, max: u32, digits: 2 },
    slot: { base: 0, max: u32, digits: 2 },
    function: { base: 0, max: u32, digits: 1 },
    multifunction: { base: "toggle", max: 0n, digits: "decimal" },
  },
  drive: {
    controller: { base: 10, max: u32, digits: "decimal" },
    bus: { base: 10, max: u32, digits: "decimal" },
    target: { base: 10, max: u32, digits: "decimal" },
    unit: { base: 10, max: u32, digits: "decimal" },
  },
  usb: {
    port: { base: "path", max: u32, digits: "decimal" },
    bus: { base: 10, max: u32, digits: "decimal" },
  },
  "virtio-serial": {
    controller: { base: 10, max: u32, digits: "decimal" },
    bus: { base: 10, max: u32, digits: "decimal" },
    port: { base: 10, max: u32, digits: "decimal" },
  },
  ccid: {
    controller: { base: 10, max: u32, digits: "decimal" },
    slot: { base: 10, max: u32, digits: "decimal" },
  },
  "spapr-vio": { reg: { base: 16, max: u64, digits: 8 } },
  ccw: {
    cssid: { base: 0, max: u32, digits: 1 },
    ssid: { base: 0, max: u32, digits: 1 },
    devno: { base: 0, max: u32, digits: 4 },
  },
  isa: {
    iobase: { base: 16, max: u32, digits: 1 },
    irq: { base: 16, max: u32, digits: 1 },
  },
  dimm: {
    slot: { base: 10, max: u32, digits: "decimal", required: true },
    base: { base: 16, max: u64, digits: 1 },
  },
  "virtio-mmio": {},
  unassigned: {},
} as const satisfies Record<AddressType, Readonly<Record<string, AddressAttribute>>>;

/**
 * An empty PCI address asks libvirt to choose: domain, bus and slot are all zero, whatever the function says
 * (virPCIDeviceAddressIsEmpty, libvirt 11.3).
 */
export function isEmptyPci(address: PciAddress): boolean {
  return address.domain === 0 && address.bus === 0 && address.slot === 0;
}

/** libvirt's text form of a PCI address in messages: `0000:00:1f.2` (virPCIDeviceAddressAsString, libvirt 11.3). */
export function pciText(address: Omit<PciAddress, "type" | "multifunction" | "zpci">): string {
  const hex = (value: number, width: number) => value.toString(16).padStart(width, "0");
  return `${hex(address.domain, 4)}:${hex(address.bus, 2)}:${hex(address.slot, 2)}.${address.function}`;
}

/** Whether an address leaves the choice to libvirt. */
export function isOpen(address: Address): boolean {
  switch (address.type) {
    case "pci":
      return isEmptyPci(address);
    case "usb":
      return (address.port[0] ?? 0) === 0;
    case "virtio-serial":
      return address.port === 0;
    case "ccw":
      return address.devno === undefined;
    case "spapr-vio":
      return address.reg === undefined;
    default:
      return false;
  }
}

/** Whether two addresses name one place; multifunction and zPCI ids say nothing about the place. */
export function isSamePlace(one: Address, other: Address): boolean {
  if (one.type !== other.type) return false;
  const numbers = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(
    ([name, value]) =>
      name === "multifunction" || name === "zpci" || String(numbers.get(name)) === String(value),
  );
}
