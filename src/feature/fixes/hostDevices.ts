import { type Address, isEmptyPci, type PciAddress } from "../../domain/address.ts";
import { toUint32 } from "../../domain/number.ts";
import { addressChanges, addressMarkup } from "../../edit/address.ts";
import { attributesOf, type Change, joinChanges, type Markup } from "../../edit/change.ts";
import { dropElement, dropValues } from "../../edit/values.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, fix, type Site } from "./fix.ts";

/** A host address that was written where the guest's belongs moves below `<source>`. */
export function moveAddressToSource({ domain, device, defined, about }: Site): Fix[] {
  const address = device && firstChild(device, "address");
  const guest = defined && domain.reading.domain.devices[defined.device.id]?.address;
  if (device === undefined || address === undefined || guest?.type !== "pci" || isEmptyPci(guest)) return [];
  const title = "Make it the host's address: move it below <source>";
  // A host address that stands there already may be meant, however odd it is.
  const isOnly = about.code === "hostdev-source-missing";
  const host = hostMarkup(guest);
  const source = firstChild(device, "source");
  const own = source && firstChild(source, "address");
  if (source === undefined) {
    const markup: Markup = { name: "source", attributes: [], children: [host] };
    return fix(title, [{ element: device, replaced: [{ child: address, by: markup }] }], isOnly);
  }
  const inSource: Change = own
    ? { element: source, replaced: [{ child: own, by: host }] }
    : { element: source, added: [{ markup: host }] };
  return fix(title, joinChanges([inSource, ...dropElement(address)]), isOnly);
}

/** A host address in one word, as lspci prints it, becomes attributes. */
export function splitHostAddress({ nodes: { element, attribute } }: Site): Fix[] {
  const match = /^(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})\.([0-7])$/i.exec(
    attribute?.value.trim() ?? "",
  );
  if (attribute === undefined || match === null) return [];
  const [, domain = "0", bus, slot, fn] = match;
  const numbers = [domain, bus, slot, fn].map((text) => toUint32(text ?? "0", 16) ?? 0);
  const texts = attributesOf(hexTexts(numbers));
  const written = new Set(element.attributes.map(({ name }) => name));
  return bestFix(`Write domain, bus, slot and function instead of ${attribute.name}`, [
    {
      element,
      attributes: [
        ...dropValues(element, [attribute.name]),
        ...texts.map(([name, value], at) => ({
          name,
          value,
          // What stands before the removed attribute stays before the new ones.
          behind: written.has(name)
            ? []
            : [
                "type",
                ...texts.slice(0, at).map(([other]) => other),
                ...namesBefore(element, attribute.name),
              ],
        })),
      ],
    },
  ]);
}

function namesBefore(element: Element, name: string): string[] {
  const names = element.attributes.map((attribute) => attribute.name);
  return names.slice(0, names.indexOf(name));
}

/** A function of a host device goes to the guest slot where the first of its functions is. */
export function joinFunctions({ domain, device, defined, about }: Site): Fix[] {
  const [place] = about.related;
  const first = domain.definition.devices.find((other) => other.device.id === place?.device)?.device;
  const own = defined?.device;
  if (device === undefined || first?.address?.type !== "pci") return [];
  if (own?.kind !== "hostdev" && own?.kind !== "interface") return [];
  if (own.host?.type !== "pci") return [];
  const firstElement = domain.reading.elements.get(first.id);
  if (firstElement === undefined) return [];
  const { bus, slot, domain: pciDomain, function: firstFunction } = first.address;
  const { samples } = domain.edit;
  const seat: PciAddress = { type: "pci", domain: pciDomain, bus, slot, function: own.host.address.function };
  const head: PciAddress = { ...first.address, multifunction: "on" };
  if (seat.function === firstFunction) return [];
  return fix("Put both functions into one slot", [
    ...addressChanges(firstElement, firstFunction === 0 ? head : first.address, samples),
    ...addressChanges(device, seat, samples),
  ]);
}

/** The other function of a host device, passed through in the same way and into the same slot. */
export function passFunction({ domain, device, defined, values }: Site): Fix[] {
  const match = /^([0-9a-f]+):([0-9a-f]+):([0-9a-f]+)\.([0-7])$/.exec(String(values.missing));
  const guest = defined?.device.address;
  if (device?.name !== "hostdev" || device.parent === undefined || match === null) return [];
  if (guest?.type !== "pci") return [];
  const [domainNumber = 0, bus = 0, slot = 0, fn = 0] = match
    .slice(1)
    .map((text) => Number.parseInt(text, 16));
  const host = hostMarkup({ type: "pci", domain: domainNumber, bus, slot, function: fn });
  const { samples } = domain.edit;
  const { multifunction: _, ...seat } = { ...guest, function: fn };
  const markup = passedMarkup(device, host, addressMarkup(seat, samples));
  const own: PciAddress = guest.function === 0 ? { ...guest, multifunction: "on" } : guest;
  return fix(
    `Pass ${values.missing} through as well`,
    joinChanges([
      ...addressChanges(device, own, samples),
      { element: device.parent, added: [{ markup, after: device }] },
    ]),
  );
}

/** A host device like another one, with other addresses. */
function passedMarkup(device: Element, host: Markup, guest: Markup): Markup {
  const driver = firstChild(device, "driver");
  return {
    name: "hostdev",
    attributes: (["mode", "type", "managed"] as const).flatMap((name): [string, string][] => {
      const value = attributeValue(device, name);
      return value === undefined ? [] : [[name, value]];
    }),
    children: [
      ...(driver ? [{ copyOf: driver }] : []),
      { name: "source", attributes: [], children: [host] },
      guest,
    ],
  };
}

/** A host address has no type of its own in today's form. */
function hostMarkup(address: Address): Markup {
  const { attributes, ...markup } = addressMarkup(address);
  return {
    ...markup,
    attributes: attributes.filter(([name]) => name !== "type" && name !== "multifunction"),
  };
}

function hexTexts([domain = 0, bus = 0, slot = 0, fn = 0]: readonly number[]): Record<string, string> {
  const hex = (value: number, width: number) => `0x${value.toString(16).padStart(width, "0")}`;
  return { domain: hex(domain, 4), bus: hex(bus, 2), slot: hex(slot, 2), function: hex(fn, 1) };
}

/** Numbers of `virsh nodedev-dumpxml` are decimal; written as such they mean the device that was meant. */
export function writeMeantHost({ device, values }: Site): Fix[] {
  const source = device && firstChild(device, "source");
  const address = source && firstChild(source, "address");
  const match = /^([0-9a-f]+):([0-9a-f]+):([0-9a-f]+)\.([0-7])$/.exec(String(values.meant));
  if (source === undefined || address === undefined || match === null) return [];
  const [domain = 0, bus = 0, slot = 0, fn = 0] = match.slice(1).map((text) => Number.parseInt(text, 16));
  const by = hostMarkup({ type: "pci", domain, bus, slot, function: fn });
  return bestFix(`Write the host address ${values.meant}`, [
    { element: source, replaced: [{ child: address, by }] },
  ]);
}

/**
 * The two addresses of a host device change places: the one below `<source>` becomes the guest's, and the other way
 * round. Clearly meant where the host has the one device and not the other.
 */
export function swapHostAndGuest({ domain, device, defined, about }: Site): Fix[] {
  const source = device && firstChild(device, "source");
  const own = source && firstChild(source, "address");
  const guest = defined && domain.reading.domain.devices[defined.device.id]?.address;
  const passed = defined?.device;
  if (device === undefined || source === undefined || own === undefined || guest?.type !== "pci") return [];
  if (passed?.kind !== "hostdev" && passed?.kind !== "interface") return [];
  if (passed.host?.type !== "pci" || isEmptyPci(guest)) return [];
  const { samples } = domain.edit;
  const seat: PciAddress = { type: "pci", ...passed.host.address };
  const changes = joinChanges([
    ...addressChanges(device, seat, samples),
    { element: source, replaced: [{ child: own, by: withType(own, hostMarkup(guest)) }] },
  ]);
  return fix("Swap the host's and the guest's address", changes, about.code === "hostdev-source-exchanged");
}

/** Behind an interface the source address says its own type. */
function withType(own: Element, markup: Markup): Markup {
  const type = attributeValue(own, "type");
  return type === undefined ? markup : { ...markup, attributes: [["type", type], ...markup.attributes] };
}
