import { type Attribute, attributeOf, childElements, type Element } from "../xml/document.ts";
import type { Reading } from "./reading.ts";
import type { Place } from "./refusal.ts";

/** The XML nodes that a place means: an element, and the attribute in it if the place names one that is there. */
export interface PlacedNodes {
  readonly element: Element;
  readonly attribute?: Attribute;
}

/**
 * Finds the XML of a place. Where a step of its path is missing in the file, the innermost element that is there
 * stands for it: at worst the device, and the domain element where the file does not have the device.
 */
export function placeElement(reading: Reading, place: Place): PlacedNodes {
  const device = place.device === undefined ? reading.root : reading.elements.get(place.device);
  if (device === undefined) return { element: reading.root };
  const [path = "", attributeName] = (place.part ?? "").split("@");
  const steps = path === "" ? [] : path.split("/");
  let element = device;
  for (const step of steps) {
    const next = childAt(element, step);
    if (next === undefined) return { element };
    element = next;
  }
  const attribute = attributeName === undefined ? undefined : attributeOf(element, attributeName);
  return attribute ? { element, attribute } : { element };
}

/** The child a step names: `target` is the first of that name, `target[2]` the second. */
function childAt(element: Element, step: string): Element | undefined {
  const bracket = step.indexOf("[");
  if (bracket < 0) return childElements(element, step)[0];
  return childElements(element, step.slice(0, bracket))[Number.parseInt(step.slice(bracket + 1), 10) - 1];
}
