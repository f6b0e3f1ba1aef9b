import { type AttributeChange, type Change, joinChanges, type Markup } from "../../edit/change.ts";
import { unpin } from "../../edit/unpin.ts";
import { dropElement, dropValues, setValue } from "../../edit/values.ts";
import { valueOf as attributeValue, childElements, type Element, firstChild } from "../../xml/document.ts";
import { bestFix, type Cure, type Fix, fix, type Site } from "./fix.ts";

/** How `takeValue` changes what stands beside the value. */
export interface TakeOptions {
  /** Not what nearly everybody wants. */
  readonly optional?: true;
  /** Attributes of the same element that go, because they belong to the old value. */
  readonly without?: readonly string[];
  /** Children of the same element that go. */
  readonly withoutChildren?: readonly string[];
}

/**
 * Gives an attribute of the device ("@model") or of its child ("model@type") one of these values: the first that
 * proves right is the best. The address stays where it can, and goes where it belonged to the old value.
 */
export function takeValue(part: string, values: readonly string[], options: TakeOptions = {}): Cure {
  return (site) => values.flatMap((value) => usage(site, part, value, options));
}

function usage({ device }: Site, part: string, value: string, options: TakeOptions): Fix[] {
  const [child = "", name = ""] = part.split("@");
  if (device === undefined) return [];
  const bearer = child === "" ? device : firstChild(device, child);
  if (bearer !== undefined && attributeValue(bearer, name) === value) return [];
  const changes = bearer ? inElement(bearer, name, value, options) : addChild(device, child, name, value);
  const address = unpin([device]);
  const ways = address.length > 0 ? [changes, joinChanges([...changes, ...address])] : [changes];
  const title = `Use ${name}='${value}'`;
  return [options.optional ? { title, ways } : { title, ways, preferred: true }];
}

function inElement(element: Element, name: string, value: string, options: TakeOptions): Change[] {
  const { without = [], withoutChildren = [] } = options;
  const change = setValue(element, name, value);
  const dropped: AttributeChange[] = dropValues(element, without);
  const removed = childElements(element).filter((child) => withoutChildren.includes(child.name));
  return [{ ...change, attributes: [...(change.attributes ?? []), ...dropped], removed }];
}

function addChild(device: Element, child: string, name: string, value: string): Change[] {
  return addPart(device, { name: child, attributes: [[name, value]] });
}

/** A new child of a device stands before its address, as libvirt prints it. */
export function addPart(device: Element, markup: Markup): Change[] {
  const address = firstChild(device, "address");
  return [{ element: device, added: [address ? { markup, before: address } : { markup }] }];
}

/** A child of the device that it cannot have: the only way is without. */
export function dropChild(name: string): Cure {
  return ({ device }) => {
    const child = device && firstChild(device, name);
    return child === undefined ? [] : bestFix(`Remove <${name}>`, dropElement(child));
  };
}

/** The element that is to blame goes, if it is no device. */
export function dropBlamed({ device, nodes: { element, attribute } }: Site): Fix[] {
  if (element === device || attribute !== undefined) return [];
  return bestFix(`Remove <${element.name}>`, dropElement(element));
}

/** The same for one of several, where nobody knows which is meant. */
export function dropOneOf({ device, nodes: { element } }: Site): Fix[] {
  return element === device ? [] : fix(`Remove this <${element.name}>`, dropElement(element));
}

/** Adds a child that libvirt asks for. */
export function addChildPart(markup: Markup): Cure {
  return ({ nodes: { element } }) => {
    const title = markup.attributes.map(([name, value]) => ` ${name}='${value}'`).join("");
    return bestFix(`Add <${markup.name}${title}>`, addPart(element, markup));
  };
}

/** The text of a small element becomes another; its attributes may change with it. */
export function retext(
  element: Element,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): Change[] {
  if (element.parent === undefined) return [];
  const kept = element.attributes
    .filter(({ name }) => !Object.hasOwn(attributes, name))
    .map(({ name, value }): [string, string] => [name, value]);
  const by: Markup = { name: element.name, attributes: [...kept, ...Object.entries(attributes)], text };
  return [{ element: element.parent, replaced: [{ child: element, by }] }];
}

/** A device whose twin is in the file already, told in the same words: nothing is lost without it. */
export function dropTwin({ domain, device, about }: Site): Fix[] {
  const [place] = about.related;
  const other = place?.device === undefined ? undefined : domain.reading.elements.get(place.device);
  if (device === undefined || other === undefined || meaning(device) !== meaning(other)) return [];
  return bestFix(`Remove this ${device.name}, which says the same as the other`, dropElement(device));
}

/** What an element says, its place and its alias left out. */
function meaning(element: Element): string {
  const attributes = element.attributes.map(({ name, value }) => `${name}=${value}`).sort();
  const children = childElements(element)
    .filter(({ name }) => name !== "alias" && (name !== "address" || element.name === "source"))
    .map(meaning);
  return `<${element.name} ${attributes.join(" ")}>${children.join("")}`;
}
