import { XMLParser } from "fast-xml-parser";

/** An element as a strict reader sees it; comments, instructions and white space are gone. */
export interface StrictElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StrictElement[];
  readonly text: string;
}

type Raw = Readonly<Record<string, unknown>>;

const prefix = "@";
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: prefix,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: true,
});

/**
 * Reads well-formed XML with a parser that is not ours, so that a mistake of our own reader cannot hide. The domain's
 * root, or undefined for an empty text.
 */
export function readStrictly(text: string): StrictElement | undefined {
  return toElements(parser.parse(text) as readonly Raw[])[0];
}

export function childrenOf(element: StrictElement, name: string): StrictElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: StrictElement, name: string): StrictElement | undefined {
  return element.children.find((child) => child.name === name);
}

function toElements(entries: readonly Raw[]): StrictElement[] {
  return entries.flatMap((entry) => {
    const name = Object.keys(entry).find((key) => key !== ":@" && key !== "#text");
    return name === undefined ? [] : [toElement(name, entry)];
  });
}

function toElement(name: string, entry: Raw): StrictElement {
  const children = entry[name] as readonly Raw[];
  const attributes = Object.entries((entry[":@"] ?? {}) as Record<string, string>);
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key.slice(prefix.length), value])),
    children: toElements(children),
    text: children.map((child) => String(child["#text"] ?? "")).join(""),
  };
}
