import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import type { DeviceId } from "../domain/device.ts";
import { type Element, firstChild } from "../xml/document.ts";
import { addressChanges, addressMarkup } from "./address.ts";
import type { Added, Change, Markup } from "./change.ts";
import type { EditContext } from "./context.ts";
import { controllerChanges } from "./controller.ts";
import { impliedMarkup } from "./implied.ts";

export interface PinOptions {
  /** Write addresses of listed devices only, and add none. */
  readonly onlyPresent?: boolean;
}

/**
 * The changes that write down everything libvirt would choose: addresses, what addresses lean on in controllers, and
 * the devices it would add as far as they have addresses; controllers in any case, since addresses name them.
 */
export function pinAll(context: EditContext, definition: Definition, options: PinOptions = {}): Change[] {
  const { devices } = definition;
  const written = devices.filter((defined) => defined.written);
  const changes = written.flatMap((defined) => pinWritten(context, defined));
  if (options.onlyPresent) return changes;
  const additions = additionsOf(context, definition);
  return additions === undefined ? changes : [...changes, additions];
}

/** The changes that write down what libvirt would choose for these devices; those it would add are left out. */
export function pinDevices(
  context: EditContext,
  definition: Definition,
  devices: ReadonlySet<DeviceId>,
): Change[] {
  return definition.devices
    .filter((defined) => defined.written && devices.has(defined.device.id))
    .flatMap((defined) => pinWritten(context, defined));
}

function pinWritten({ reading, samples }: EditContext, defined: DefinedDevice): Change[] {
  const { device } = defined;
  const element = reading.elements.get(device.id);
  const written = reading.domain.devices[device.id];
  if (element === undefined || written === undefined) return [];
  const isController = device.kind === "controller" && written.kind === "controller";
  const filled = isController ? controllerChanges(element, written, device) : [];
  const address = addressOf(defined);
  return joinChanges([...filled, ...(address ? addressChanges(element, address, samples) : [])]);
}

/** The address libvirt ends up with, if it is a whole one. */
function addressOf({ device, placement }: DefinedDevice): Address | undefined {
  return placement.state === "none" ? undefined : device.address;
}

/** One change per element: additions to the same one are joined in the order given. */
function joinChanges(changes: readonly Change[]): Change[] {
  const joined = new Map<Element, Change>();
  for (const change of changes) {
    const known = joined.get(change.element);
    joined.set(change.element, known ? join(known, change) : change);
  }
  return [...joined.values()];
}

function join(one: Change, other: Change): Change {
  return {
    element: one.element,
    attributes: [...(one.attributes ?? []), ...(other.attributes ?? [])],
    added: [...(one.added ?? []), ...(other.added ?? [])],
    removed: [...(one.removed ?? []), ...(other.removed ?? [])],
    replaced: [...(one.replaced ?? []), ...(other.replaced ?? [])],
  };
}

/** The new elements inside `<devices>`, each beside its own kind, as libvirt lists them. */
function additionsOf(context: EditContext, definition: Definition): Change | undefined {
  const { root } = context.reading;
  const devices = firstChild(root, "devices");
  const added = newDevices(definition).map((defined): Added => {
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

function newDevices({ devices }: Definition): DefinedDevice[] {
  return devices.filter(
    (defined) =>
      !defined.written && (defined.device.kind === "controller" || addressOf(defined) !== undefined),
  );
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
