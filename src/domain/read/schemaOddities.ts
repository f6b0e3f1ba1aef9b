import { type SchemaElement, schemaElements } from "../../catalog/schemaElements.ts";
import { attributeOf, valueOf as attributeValue, childElements, type Element } from "../../xml/document.ts";
import type { Oddity } from "../device.ts";

/**
 * What libvirt's parser takes and its schema refuses: `virsh edit` and `virsh define --validate` ask the schema first.
 * What the parser refuses too is told by the parser's words.
 */
export function schemaOdditiesOf(element: Element, key: string, path: string): Oddity[] {
  const row = Object.hasOwn(schemaElements, key) ? schemaElements[key] : undefined;
  if (row === undefined) return [];
  return [
    ...oddValues(element, row, path),
    ...missingAttributes(element, row, path),
    ...oddChildren(element, row, path),
  ];
}

function oddValues(element: Element, { values }: SchemaElement, path: string): Oddity[] {
  const found: Oddity[] = [];
  for (const [name, pattern] of Object.entries(values)) {
    const value = attributeValue(element, name);
    if (value === undefined || pattern.test(value)) continue;
    found.push(mismatch(`${path}@${name}`, name, `${name}='${value}'`));
  }
  return found;
}

function missingAttributes(element: Element, { required = [] }: SchemaElement, path: string): Oddity[] {
  return required
    .filter((name) => attributeOf(element, name) === undefined)
    .map((name) => mismatch(path, name, `<${element.name}> without ${name}`));
}

function oddChildren(element: Element, { children = [] }: SchemaElement, path: string): Oddity[] {
  const all = childElements(element);
  if (all.length === 0) return [];
  const counts = new Map<string, number>();
  return all.flatMap(({ name }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (children.includes(name) || name.includes(":")) return [];
    const step = count === 1 ? name : `${name}[${count}]`;
    const part = path === "" ? step : `${path}/${step}`;
    return [mismatch(part, name, `<${name}> in <${element.name}>`)];
  });
}

function mismatch(part: string, name: string, value: string): Oddity {
  return { code: "schema-mismatch", part, name, value };
}
