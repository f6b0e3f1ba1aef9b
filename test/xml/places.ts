import { XMLParser } from "fast-xml-parser";
import type { Document } from "../../src/xml/document.ts";
import { allElements } from "./outline.ts";

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  captureMetaData: true,
  trimValues: false,
  parseTagValue: false,
  processEntities: false,
  maxNestedTags: 256,
  jPath: false,
  ignorePiTags: true,
  onDangerousProperty: (name) => name,
  ignoreDeclaration: true,
});

/** The library types its symbol as the wrapper object; it is a plain symbol. */
const place = XMLParser.getMetaDataSymbol() as symbol;

interface ParsedNode {
  readonly [name: string | symbol]: unknown;
}

/** `name start-end` of every element in document order, as fast-xml-parser sees them. */
export function placesByLibrary(text: string): string[] {
  return placesOf(parser.parse(text) as ParsedNode[]);
}

/** The same from our own tree. */
export function placesByUs(document: Document): string[] {
  return allElements(document.children).map(({ name, range }) => `${name} ${range.start}-${range.end}`);
}

function placesOf(nodes: readonly ParsedNode[]): string[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
    if (name === undefined) return [];
    const { startIndex, endIndex } = node[place] as { startIndex: number; endIndex: number };
    return [`${name} ${startIndex}-${endIndex}`, ...placesOf(node[name] as ParsedNode[])];
  });
}
