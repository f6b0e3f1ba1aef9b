import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
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
  const added = newOnes.map((defined): Added => {
    const markup = newDevice(context, definition, defined);
    return { markup, ...neighbourOf(context, definition, defined) };
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

/** Behind the listed device of the kind that libvirt prints before it, else before the first of the kind. */
function neighbourOf(
  { reading }: EditContext,
  { devices }: Definition,
  { device }: DefinedDevice,
): Pick<Added, "after" | "before"> {
  const kin = devices.filter((other) => other.device.kind === device.kind);
  const position = kin.findIndex((other) => other.device.id === device.id);
  const elementOf = (other: DefinedDevice | undefined) => other && reading.elements.get(other.device.id);
  const after = elementOf(kin.slice(0, position).findLast((other) => other.written));
  if (after) return { after };
  const before = elementOf(kin.slice(position + 1).find((other) => other.written));
  return before ? { before } : {};
}

/** The address libvirt ends up with, if it is a whole one. */
export function addressOf({ device, placement }: DefinedDevice): Address | undefined {
  return placement.state === "none" ? undefined : device.address;
}
