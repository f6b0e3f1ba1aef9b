import { attributeOf, valueOf as attributeValue, type Element } from "../xml/document.ts";
import type { AttributeChange, Change } from "./change.ts";

/** Gives an attribute a value; a new attribute goes behind the last of `behind`, or comes last. */
export function setValue(element: Element, name: string, value: string, behind?: readonly string[]): Change {
  const others = behind ?? element.attributes.map((attribute) => attribute.name);
  return { element, attributes: [{ name, value, behind: others }] };
}

/** Takes an attribute away. */
export function dropValue(element: Element, name: string): Change {
  return { element, attributes: [{ name, value: undefined, behind: [] }] };
}

/** Takes several attributes away, as far as they are there. */
export function dropValues(element: Element, names: readonly string[]): AttributeChange[] {
  return names
    .filter((name) => attributeOf(element, name) !== undefined)
    .map((name) => ({ name, value: undefined, behind: [] }));
}

/** Takes a child element away, with the lines it has to itself. */
export function dropElement(child: Element): Change[] {
  return child.parent === undefined ? [] : [{ element: child.parent, removed: [child] }];
}

/** The values of attributes as written, for those that are there. */
export function valuesAt(element: Element, names: readonly string[]): [string, string][] {
  return names.flatMap((name): [string, string][] => {
    const value = attributeValue(element, name);
    return value === undefined ? [] : [[name, value]];
  });
}
