/** What libvirt's schema of domains (domaincommon.rng, basictypes.rng, 11.3) asks of an element, where its parser asks less. */
export interface SchemaElement {
  /** Spellings of values, by attribute. */
  readonly values: Readonly<Record<string, RegExp>>;
  /** Attributes that must be there. */
  readonly required?: readonly string[];
  /** Elements that may stand in it; none where absent. */
  readonly children?: readonly string[];
}

const digits = /^[0-9]+$/;
const upToTwoDigits = /^[0-9]{1,2}$/;
const byte = /^(?:0x[0-9a-fA-F]{1,2}|\s*[+-]?[0-9]+\s*)$/;
const wordOf32Bits = /^(?:0x)?[0-9a-fA-F]{1,8}$|^\s*[0-9]+\s*$/;

const pci: SchemaElement["values"] = {
  domain: wordOf32Bits,
  bus: byte,
  slot: /^(?:0x)?[01]?[0-9a-fA-F]$|^\s*[+-]?[0-9]+\s*$/,
  function: /^(?:0x)?[0-7]$|^\s*[+-]?[0-9]+\s*$/,
};

/** By element; an address by its type too, and one in a `<source>` by that. */
export const schemaElements: Readonly<Record<string, SchemaElement>> = {
  "address pci": { values: pci, children: ["zpci"] },
  "address drive": {
    values: {
      controller: upToTwoDigits,
      bus: upToTwoDigits,
      target: upToTwoDigits,
      unit: /^[0-9]{1,5}$/,
    },
  },
  "address usb": {
    values: { bus: /^(?:0x)?[0-9a-fA-F]{1,3}$/, port: /^[0-9.]+$/ },
    required: ["bus"],
  },
  "address virtio-serial": {
    values: { controller: upToTwoDigits, bus: upToTwoDigits, port: upToTwoDigits },
    required: ["controller"],
  },
  "address ccid": {
    values: { controller: upToTwoDigits, slot: upToTwoDigits },
    required: ["controller"],
  },
  "address spapr-vio": { values: { reg: /^(?:0x)?[0-9a-fA-F]{1,8}$/ } },
  "address ccw": {
    values: { devno: /^(?:0x[0-9a-fA-F]{1,4}|\s*[+-]?[0-9]+\s*)$/, ssid: /^(?:0x)?[0-3]$/ },
  },
  "address isa": { values: { iobase: /^0x[0-9a-fA-F]{1,4}$/, irq: /^0x[0-9a-fA-F]$/ } },
  "address dimm": { values: { slot: digits, base: /^(?:0x)?[0-9a-f]+$/ } },
  "address virtio-mmio": { values: {} },
  "address unassigned": { values: {} },
  "source address": { values: pci },
  zpci: {
    values: { uid: /^(?:0x)?[0-9a-fA-F]{1,4}$|^\s*[+-]?[0-9]+\s*$/, fid: wordOf32Bits },
  },
  controller: {
    values: { index: digits, ports: digits, vectors: digits },
    required: ["type"],
    children: ["model", "target", "driver", "master", "address", "alias", "acpi", "pcihole64", "boot", "rom"],
  },
  "controller target": {
    values: { chassisNr: byte, chassis: byte, port: byte, busNr: byte, index: byte, memReserve: digits },
    children: ["node"],
  },
  "controller model": { values: {}, required: ["name"] },
  "controller master": { values: { startport: digits }, required: ["startport"] },
  "controller driver": {
    values: { queues: digits, cmd_per_lun: digits, max_sectors: digits },
    children: ["iothreads"],
  },
  "disk target": { values: { rotation_rate: digits } },
  "interface target": { values: { dev: /^[a-zA-Z0-9_.\-\\:/]+$/ }, required: ["dev"] },
  "filesystem target": { values: {} },
  "serial target": { values: {}, children: ["model"] },
  "parallel target": { values: {} },
  "console target": { values: {} },
  "channel target": { values: {} },
};
