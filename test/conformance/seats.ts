import type { Address } from "../../src/domain/address.ts";
import type { Controller, Device } from "../../src/domain/device.ts";
import { childOf, childrenOf, readStrictly, type StrictElement } from "../support/strictXml.ts";

/** What counts of one device: who it is, where it sits, and for controllers the facts that addresses lean on. */
export interface Seat {
  /** The element name. */
  readonly kind: string;
  /** Tells devices of a kind apart where the XML has a stable name; empty where their order tells. */
  readonly identity: string;
  /** In one spelling for both sides; undefined for a device without address. */
  readonly address: string | undefined;
  /** Of controllers: model and, on PCI, target and model name. */
  readonly facts: Readonly<Record<string, string>>;
}

/** The seats of a list of our own devices. */
export function seatsOfDevices(devices: readonly Device[]): Seat[] {
  return devices.map((device) => ({
    kind: device.kind,
    identity: identityOf(device),
    address: device.address && addressText(device.address),
    facts: device.kind === "controller" ? controllerFacts(device) : {},
  }));
}

/** The seats of a domain XML, read without any of our own code. */
export function seatsOfXml(text: string): Seat[] {
  const root = readStrictly(text);
  const devices = root && childOf(root, "devices");
  return primaryVideoFirst(devices?.children ?? []).map((element) => {
    const address = childOf(element, "address");
    return {
      kind: element.name,
      identity: identityOfElement(element),
      address: address && addressTextOfElement(address),
      facts: element.name === "controller" ? controllerFactsOfElement(element) : {},
    };
  });
}

/** libvirt keeps the primary video first; in an author's file it may stand anywhere. */
function primaryVideoFirst(elements: readonly StrictElement[]): StrictElement[] {
  const isPrimary = (element: StrictElement) =>
    element.name === "video" && childOf(element, "model")?.attributes.primary === "yes";
  return [...elements.filter(isPrimary), ...elements.filter((element) => !isPrimary(element))];
}

function identityOf(device: Device): string {
  if (device.kind === "disk") return device.target ?? "";
  if (device.kind === "controller")
    return controllerName(device.type, `${device.index ?? "?"}`, device.model);
  return "";
}

/** USB companions share one index, so the model belongs to their name. */
function controllerName(type: string, index: string, model: string | undefined): string {
  return /^ich9-/.test(model ?? "") ? `${type} ${index} ${model}` : `${type} ${index}`;
}

function controllerFacts(controller: Controller): Record<string, string> {
  const facts: Record<string, string | number | bigint | undefined> = { model: controller.model };
  if (controller.type === "pci") {
    facts["model name"] = controller.modelName;
    for (const [name, value] of Object.entries(controller.target)) facts[name] = value;
  }
  return definedOnly(facts);
}

function definedOnly(facts: Record<string, string | number | bigint | undefined>): Record<string, string> {
  const defined = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined.map(([name, value]) => [name, String(value)]));
}

function addressText(address: Address): string {
  switch (address.type) {
    case "pci": {
      const hex = (value: number, width: number) => value.toString(16).padStart(width, "0");
      // libvirt prints nothing of an address without domain, bus and slot (virPCIDeviceAddressIsEmpty).
      const isEmpty = address.domain === 0 && address.bus === 0 && address.slot === 0;
      const seat = isEmpty ? 0 : address.function;
      const place = `${hex(address.domain, 4)}:${hex(address.bus, 2)}:${hex(address.slot, 2)}.${seat}`;
      const zpci = address.zpci ? ` uid=${address.zpci.uid ?? "?"} fid=${address.zpci.fid ?? "?"}` : "";
      return `${place}${address.multifunction === "on" ? " multifunction" : ""}${zpci}`;
    }
    case "usb":
      return words("usb", { bus: address.bus, port: portOf(address.port.join(".")) });
    case "spapr-vio":
      return words("spapr-vio", { reg: address.reg });
    case "isa":
      return words("isa", { iobase: address.iobase || undefined, irq: address.irq || undefined });
    case "dimm":
      return words("dimm", { slot: address.slot, base: address.base || undefined });
    default: {
      const { type, ...numbers } = address;
      return words(type, numbers);
    }
  }
}

/** A port of the root hub counted 0 is none, and libvirt prints none (virDomainUSBAddressPortIsValid). */
function portOf(path: string | undefined): string | undefined {
  return path === undefined || Number.parseInt(path, 10) > 0 ? path : undefined;
}

/** One spelling of an address: its type and its attributes by name, numbers in decimal. */
function words(type: string, values: Readonly<Record<string, number | bigint | string | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  given.sort(([a], [b]) => (a < b ? -1 : 1));
  return [type, ...given.map(([name, value]) => `${name}=${value}`)].join(" ");
}

function identityOfElement(element: StrictElement): string {
  if (element.name === "disk") return childOf(element, "target")?.attributes.dev ?? "";
  const { type = "", index = "?", model } = element.attributes;
  return element.name === "controller" ? controllerName(type, index, model) : "";
}

function controllerFactsOfElement(element: StrictElement): Record<string, string> {
  const facts: Record<string, string> = {};
  const { model } = element.attributes;
  if (model !== undefined) facts.model = model;
  if (element.attributes.type !== "pci") return facts;
  const name = childOf(element, "model")?.attributes.name;
  if (name !== undefined) facts["model name"] = name;
  for (const target of childrenOf(element, "target")) {
    for (const [key, value] of Object.entries(target.attributes)) facts[key] = plainNumber(value);
    const node = childOf(target, "node");
    if (node) facts.node = plainNumber(node.text.trim());
  }
  return facts;
}

/** Numbers that are hexadecimal with and without 0x. */
const hexadecimal: Readonly<Record<string, readonly string[]>> = {
  isa: ["iobase", "irq"],
  "spapr-vio": ["reg"],
  dimm: ["base"],
};

function isHex(type: string, name: string): boolean {
  return hexadecimal[type]?.includes(name) ?? false;
}

function hexNumber(text: string): string {
  return /^(0x)?[0-9a-f]+$/i.test(text) ? String(BigInt(text.replace(/^(0x)?/i, "0x"))) : text;
}

/** Numbers that libvirt does not print where they are zero. */
const impliedZeros: Readonly<Record<string, readonly string[]>> = { isa: ["iobase", "irq"], dimm: ["base"] };

function addressTextOfElement(element: StrictElement): string {
  const { type = "", ...attributes } = element.attributes;
  if (type === "pci") return pciTextOfElement(element);
  if (type === "usb") return words(type, { bus: attributes.bus, port: portOf(attributes.port) });
  const isSaid = ([name, value]: [string, string]) =>
    !(impliedZeros[type]?.includes(name) && Number(value) === 0);
  const said = Object.entries(attributes).filter(isSaid);
  const numbers = said.map(([name, value]) => [
    name,
    isHex(type, name) ? hexNumber(value) : plainNumber(value),
  ]);
  return words(type, Object.fromEntries(numbers));
}

function pciTextOfElement(element: StrictElement): string {
  const number = (name: string) => asC(element.attributes[name] ?? "0");
  const hex = (name: string, width: number) => number(name).toString(16).padStart(width, "0");
  const place = `${hex("domain", 4)}:${hex("bus", 2)}:${hex("slot", 2)}.${number("function")}`;
  const zpci = childOf(element, "zpci");
  const id = (name: string) => plainNumber(zpci?.attributes[name] ?? "?");
  const ids = zpci ? ` uid=${id("uid")} fid=${id("fid")}` : "";
  return `${place}${element.attributes.multifunction === "on" ? " multifunction" : ""}${ids}`;
}

/** As C reads a number whose base it has to find out: `010` is 8. */
function asC(text: string): bigint {
  return BigInt(/^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text);
}

/** Numbers lose their spelling (`0x10` is `16`), other words stay. */
function plainNumber(text: string): string {
  return /^(0x[0-9a-f]+|\d+)$/i.test(text) ? String(BigInt(text)) : text;
}
