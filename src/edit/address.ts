import {
  type Address,
  type AddressAttribute,
  type AddressType,
  addressAttributes,
  type PciAddress,
  type Zpci,
} from "../domain/address.ts";
import { toUint32, toUint64 } from "../domain/number.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../xml/document.ts";
import { type AttributeChange, attributesOf, type Change, changeOf, type Markup } from "./change.ts";
import { spell } from "./spelling.ts";

/** Attribute texts by `type@attribute`, as the file already writes them. */
export type Samples = ReadonlyMap<string, readonly string[]>;

type Table = Readonly<Record<string, AddressAttribute>>;
type Values = Readonly<Record<string, number | bigint | string | undefined>>;

/** A habit shows in a few of them. */
const enoughSamples = 32;

/** Where libvirt prints the attributes in another order than it reads them. */
const printOrder: Partial<Record<AddressType, readonly string[]>> = { usb: ["bus", "port"] };
/** Attributes that are chosen by libvirt where they are absent, even though they may be zero. */
const neverImplied: ReadonlySet<string> = new Set(["reg", "cssid", "ssid", "devno", "port"]);
const zpciAttributes = {
  uid: { base: 0, digits: 4, max: 0xffffn },
  fid: { base: 0, digits: 8, max: 0xffff_ffffn },
} as const satisfies Table;

export interface AddressWriting {
  /** Write down numbers that the file leaves out and libvirt takes as zero, as libvirt prints them. */
  readonly complete?: boolean;
}

/** The changes that give a device its address: one element at most is added or replaced, or attributes change. */
export function addressChanges(
  device: Element,
  address: Address,
  samples: Samples,
  writing: AddressWriting = {},
): Change[] {
  const written = firstChild(device, "address");
  if (written === undefined)
    return [{ element: device, added: [{ markup: addressMarkup(address, samples) }] }];
  if (attributeValue(written, "type") !== address.type) {
    return [{ element: device, replaced: [{ child: written, by: addressMarkup(address, samples) }] }];
  }
  return [
    attributesChange(written, address, samples, writing),
    ...zpciChanges(written, address, samples),
  ].filter((change) => change !== undefined);
}

/** The address as a new element, its attributes in the order libvirt prints them. */
export function addressMarkup(address: Address, samples: Samples = new Map()): Markup {
  const values = attributesOf(textsOf(address, samples));
  const zpci = address.type === "pci" && address.zpci ? [zpciMarkup(address.zpci, samples)] : [];
  return { name: "address", attributes: [["type", address.type], ...values], children: zpci };
}

/** The addresses of these devices as they are written, attribute by attribute. */
export function samplesOf(devices: Iterable<Element>): Samples {
  const samples = new Map<string, string[]>();
  for (const device of devices) {
    const element = firstChild(device, "address");
    const type = element && attributeValue(element, "type");
    for (const { name, value } of element?.attributes ?? []) {
      const key = `${type}@${name}`;
      const known = samples.get(key);
      if (known === undefined) samples.set(key, [value]);
      else if (known.length < enoughSamples) known.push(value);
    }
  }
  return samples;
}

function attributesChange(
  element: Element,
  address: Address,
  samples: Samples,
  writing: AddressWriting,
): Change | undefined {
  const table: Table = addressAttributes[address.type];
  const names = namesOf(address.type);
  // An address without any numbers asks libvirt to choose; it becomes a whole one.
  const isBare = names.every((name) => attributeValue(element, name) === undefined);
  const values = valuesOf(address);
  const attributes = names.flatMap((name, at): AttributeChange[] => {
    const attribute = table[name] as AddressAttribute;
    const own = attributeValue(element, name);
    const isWhole = own !== undefined || (!isBare && !writing.complete);
    if (isWhole && says(own, values[name], name, attribute)) return [];
    const habit = own === undefined ? (samples.get(`${address.type}@${name}`) ?? []) : [own];
    const value = values[name] === undefined ? undefined : spellValue(values[name], attribute, habit);
    if (value === undefined && own === undefined) return [];
    return [{ name, value, behind: ["type", ...names.slice(0, at)] }];
  });
  return changeOf({ element, attributes });
}

/** Whether the written text already means the value; what is absent means zero, on or off as libvirt reads it. */
function says(
  text: string | undefined,
  value: number | bigint | string | undefined,
  name: string,
  attribute: AddressAttribute,
): boolean {
  if (text === undefined) return value === undefined || (!neverImplied.has(name) && Number(value) === 0);
  if (attribute.base === "toggle" || attribute.base === "path") return text === value;
  const written =
    attribute.max > 0xffff_ffffn ? toUint64(text, attribute.base) : toUint32(text, attribute.base);
  return written !== undefined && BigInt(written) === BigInt(value ?? 0);
}

function zpciChanges(element: Element, address: Address, samples: Samples): (Change | undefined)[] {
  if (address.type !== "pci") return [];
  const written = firstChild(element, "zpci");
  const { zpci } = address;
  if (written === undefined) return zpci ? [{ element, added: [{ markup: zpciMarkup(zpci, samples) }] }] : [];
  if (zpci === undefined) return [{ element, removed: [written] }];
  const attributes = (["uid", "fid"] as const).flatMap((name): AttributeChange[] => {
    const value = zpci[name];
    const own = attributeValue(written, name);
    if (value === undefined || (own !== undefined && toUint32(own, 0) === value)) return [];
    return [{ name, value: spell(value, zpciAttributes[name], own ? [own] : []), behind: ["uid"] }];
  });
  return [changeOf({ element: written, attributes })];
}

function zpciMarkup(zpci: Zpci, samples: Samples): Markup {
  const text = (name: "uid" | "fid") =>
    zpci[name] === undefined
      ? undefined
      : spell(zpci[name], zpciAttributes[name], samples.get(`zpci@${name}`) ?? []);
  return { name: "zpci", attributes: attributesOf({ uid: text("uid"), fid: text("fid") }) };
}

function textsOf(address: Address, samples: Samples): Record<string, string | undefined> {
  const table: Table = addressAttributes[address.type];
  const values = valuesOf(address);
  return Object.fromEntries(
    namesOf(address.type).map((name) => {
      const value = values[name];
      const habit = samples.get(`${address.type}@${name}`) ?? [];
      return [
        name,
        value === undefined ? undefined : spellValue(value, table[name] as AddressAttribute, habit),
      ];
    }),
  );
}

function spellValue(
  value: number | bigint | string,
  attribute: AddressAttribute,
  samples: readonly string[],
) {
  return typeof value === "string" ? value : spell(value, attribute, samples);
}

function namesOf(type: AddressType): readonly string[] {
  return printOrder[type] ?? Object.keys(addressAttributes[type]);
}

/** The values by attribute name; what libvirt would not print is undefined. */
function valuesOf(address: Address): Values {
  switch (address.type) {
    case "usb":
      return { bus: address.bus, port: address.port.length > 0 ? address.port.join(".") : undefined };
    case "isa":
      return { iobase: address.iobase || undefined, irq: address.irq || undefined };
    case "dimm":
      return { slot: address.slot, base: address.base || undefined };
    case "pci":
      return pciValues(address);
    default: {
      const { type: _, ...values } = address;
      return values;
    }
  }
}

function pciValues({ domain, bus, slot, function: fn, multifunction }: PciAddress): Values {
  return { domain, bus, slot, function: fn, multifunction };
}
