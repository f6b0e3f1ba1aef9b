import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import type { DeviceKind } from "../domain/device.ts";
import type { Reading } from "../domain/reading.ts";
import { type Element, firstChild } from "../xml/document.ts";
import { addressMarkup } from "./address.ts";
import type { Added, Change, Markup } from "./change.ts";
import type { EditContext } from "./context.ts";
import { impliedMarkup } from "./implied.ts";

/** The new elements inside `<devices>`, each beside its own kind, as libvirt lists them. */
export function additionsOf(
  context: EditContext,
  definition: Definition,
  newOnes: readonly DefinedDevice[],
): Change | undefined {
  const { root } = context.reading;
  const devices = firstChild(root, "devices");
  const neighbours = neighboursOf(context, definition);
  const added = newOnes.map((defined): Added => {
    const markup = newDevice(context, definition, defined);
    return { markup, ...neighbours.get(defined) };
  });
  if (added.length === 0) return undefined;
  if (devices) return { element: devices, added };
  const markup: Markup = {
    name: "devices",
    attributes: [],
    children: added.map((addition) => addition.markup),
  };
  return { element: root, added: [{ markup }] };
}

function newDevice(context: EditContext, definition: Definition, defined: DefinedDevice): Markup {
  const markup = impliedMarkup(defined.device, twinOf(context, definition, defined));
  const address = addressOf(defined);
  if (address === undefined) return markup;
  return { ...markup, children: [...(markup.children ?? []), addressMarkup(address, context.samples)] };
}

/** The written serial behind an added console, or the written console that an added serial was made from. */
function twinOf(
  { reading }: EditContext,
  { devices }: Definition,
  defined: DefinedDevice,
): Element | undefined {
  if (defined.copyOf !== undefined) return reading.elements.get(defined.copyOf);
  const copy = devices.find((other) => other.copyOf === defined.device.id);
  return copy && reading.elements.get(copy.device.id);
}

type Neighbour = Pick<Added, "after" | "before">;

/** Behind the listed device of the kind that libvirt prints before it, else before the first of the kind. */
function neighboursOf(
  { reading }: EditContext,
  { devices }: Definition,
): ReadonlyMap<DefinedDevice, Neighbour> {
  const neighbours = new Map<DefinedDevice, Neighbour>();
  const latest = new Map<DeviceKind, Element>();
  const first = firstOfKinds(reading);
  for (const defined of devices) {
    const { id, kind } = defined.device;
    const element = reading.elements.get(id);
    if (element) latest.set(kind, element);
    const [after, before] = [latest.get(kind), first.get(kind)];
    neighbours.set(defined, after ? { after } : before ? { before } : {});
  }
  return neighbours;
}

function firstOfKinds({ domain, elements }: Reading): ReadonlyMap<DeviceKind, Element> {
  const first = new Map<DeviceKind, Element>();
  for (const { id, kind } of domain.devices) {
    const element = elements.get(id);
    if (element && !first.has(kind)) first.set(kind, element);
  }
  return first;
}

/** The address libvirt ends up with, if it is a whole one. */
export function addressOf({ device, placement }: DefinedDevice): Address | undefined {
  return placement.state === "none" ? undefined : device.address;
}
