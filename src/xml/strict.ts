import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Document, Element } from "./document.ts";

/** What an element says, without where it says it: two texts mean the same when these trees are equal. */
export interface StrictNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly StrictNode[];
  /** Its own text, CDATA included. Beside child elements blanks count once, and not at all at the ends. */
  readonly text: string;
}

/** A node as fast-xml-parser gives it: one key names it, `:@` holds the attributes. */
interface ParsedNode {
  readonly [name: string]: readonly ParsedNode[] | Readonly<Record<string, string>> | string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  captureMetaData: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  commentPropName: "#comment",
  cdataPropName: "#cdata",
  maxNestedTags: 256,
  jPath: false,
  // References are decoded below, where it is known whether they stand in an attribute; the declared ones never are.
  processEntities: false,
  onDangerousProperty: (name) => name,
});

/**
 * Reads a well-formed text with a parser that is not ours. Undefined when that parser refuses the text, which it does
 * for broken ones, and for well-formed ones with an element named `constructor`, `prototype` or `__proto__`.
 */
export function readStrictly(text: string): StrictNode | undefined {
  const plain = text.startsWith("\ufeff") ? text.slice(1) : text;
  let nodes: readonly ParsedNode[];
  try {
    if (XMLValidator.validate(plain) !== true) return undefined;
    nodes = parser.parse(plain) as ParsedNode[];
  } catch {
    // A refusal is an answer here, not a failure: the caller compares our own trees instead.
    return undefined;
  }
  const roots = nodes.filter(isElement);
  return roots.length === 1 && roots[0] !== undefined ? fromParsed(roots[0]) : undefined;
}

/** Whether two trees have the same elements in the same order, with the same attributes (in any order) and text. */
export function sameMeaning(one: StrictNode, other: StrictNode): boolean {
  return (
    one.name === other.name &&
    one.text === other.text &&
    one.attributes.size === other.attributes.size &&
    [...one.attributes].every(([name, value]) => other.attributes.get(name) === value) &&
    one.children.length === other.children.length &&
    one.children.every((child, at) => sameMeaning(child, other.children[at] as StrictNode))
  );
}

/** The meaning of an element of our own tree, for comparison with what `readStrictly` gives. */
export function meaningOf(element: Element): StrictNode {
  const attributes = new Map(element.attributes.map((attribute) => [attribute.name, attribute.value]));
  const children: StrictNode[] = [];
  let text = "";
  for (const node of element.children) {
    if (node.kind === "element") children.push(meaningOf(node));
    else if (node.kind === "text" || node.kind === "cdata") text += node.value;
  }
  return { name: element.name, attributes, children, text: textBeside(children, text) };
}

/** Whether two documents of ours mean the same; for texts that `readStrictly` refuses. */
export function sameTree(one: Document, other: Document): boolean {
  if (one.root === undefined || other.root === undefined) return one.root === other.root;
  return sameMeaning(meaningOf(one.root), meaningOf(other.root));
}

function fromParsed(node: ParsedNode): StrictNode {
  const name = nameOf(node);
  const children: StrictNode[] = [];
  let text = "";
  for (const child of node[name] as readonly ParsedNode[]) {
    if ("#text" in child) text += decode(child["#text"] as string);
    else if ("#cdata" in child) text += cdataOf(child);
    else if (isElement(child)) children.push(fromParsed(child));
  }
  return { name, attributes: attributesOf(node), children, text: textBeside(children, text) };
}

function attributesOf(node: ParsedNode): Map<string, string> {
  const written = Object.entries((node[":@"] ?? {}) as Readonly<Record<string, string>>);
  return new Map(written.map(([name, value]) => [name.slice(1), decode(value.replace(/[\t\n]/g, " "))]));
}

function cdataOf(node: ParsedNode): string {
  const parts = node["#cdata"] as readonly ParsedNode[];
  return parts.map((part) => part["#text"] as string).join("");
}

function nameOf(node: ParsedNode): string {
  return Object.keys(node).find((key) => key !== ":@") ?? "";
}

function isElement(node: ParsedNode): boolean {
  return !/^[#?]/.test(nameOf(node));
}

function textBeside(children: readonly StrictNode[], text: string): string {
  return children.length === 0 ? text : text.replace(/[ \t\r\n]+/g, " ").trim();
}

/** The five names and numeric references; written apart from the scanner's decoder so that one checks the other. */
function decode(written: string): string {
  const names: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return written.replace(
    /&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, ...groups) => {
      const [name, decimal, hex] = groups as (string | undefined)[];
      if (name !== undefined) return names[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
