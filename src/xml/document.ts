import { contains, type Range } from "../text/range.ts";

/** An XML text as a tree. It always exists: what is wrong with the text stands in `problems`. */
export interface Document {
  readonly text: string;
  readonly children: readonly Node[];
  /** The first complete element at the top, or the first of any sort. */
  readonly root: Element | undefined;
  /** Everything a strict reader would refuse, by place. Empty for a well-formed text. */
  readonly problems: readonly SyntaxProblem[];
}

export type Node = Element | Text | Comment | CData | ProcessingInstruction | Doctype;

export interface Element {
  readonly kind: "element";
  readonly name: string;
  readonly nameRange: Range;
  /** The whole element, from `<` of its start tag to the end of its end tag. */
  readonly range: Range;
  readonly startTag: Range;
  /** Undefined for `<a/>`, and for an element that nobody closed. */
  readonly endTag: Range | undefined;
  readonly selfClosing: boolean;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
  readonly parent: Element | undefined;
  /** The text and CDATA children joined; see `textOf`. */
  readonly ownText: string;
  /** The names of the attributes in order: cheaper than the attributes themselves, which carry ranges. */
  readonly attributeNames: readonly string[];
  /** See `attributeOf`, `valueOf`, `firstChild` and `childElements`, which read better. */
  attributeNamed(name: string): Attribute | undefined;
  valueNamed(name: string): string | undefined;
  elementNamed(name: string): Element | undefined;
  elementsNamed(name: string | undefined): Element[];
}

export interface Attribute {
  readonly name: string;
  readonly nameRange: Range;
  /** What the value means: references decoded, white space normalised as XML asks. */
  readonly value: string;
  /** Inside the quotes; an empty range where the value is missing. */
  readonly valueRange: Range;
  readonly quote: '"' | "'" | undefined;
  /** From the name to the closing quote. */
  readonly range: Range;
}

export interface Text {
  readonly kind: "text";
  readonly range: Range;
  /** References decoded, line ends as LF. */
  readonly value: string;
}

export interface Comment {
  readonly kind: "comment";
  readonly range: Range;
  /** Between `<!--` and `-->`. */
  readonly valueRange: Range;
}

export interface CData {
  readonly kind: "cdata";
  readonly range: Range;
  /** Between `<![CDATA[` and `]]>`. */
  readonly valueRange: Range;
  /** Line ends as LF. */
  readonly value: string;
}

export interface ProcessingInstruction {
  readonly kind: "instruction";
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
}

/** A document type declaration, kept as text only: nothing in it is ever used or loaded. */
export interface Doctype {
  readonly kind: "doctype";
  readonly range: Range;
}

/** A place where the text is not well-formed XML. */
export interface SyntaxProblem {
  /** In kebab-case, for example `unclosed-element`. */
  readonly code: string;
  /** One plain sentence that also says what to do. */
  readonly message: string;
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly range: Range;
}

/** The element's first attribute of that name. */
export function attributeOf(element: Element, name: string): Attribute | undefined {
  return element.attributeNamed(name);
}

/** The decoded value of the element's first attribute of that name. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: in a module the old global is not missed, and no other name says it.
export function valueOf(element: Element, name: string): string | undefined {
  return element.valueNamed(name);
}

/** The element's direct child elements, all or those of one name. */
export function childElements(element: Element, name?: string): Element[] {
  return element.elementsNamed(name);
}

/** The element's first direct child element of that name. */
export function firstChild(element: Element, name: string): Element | undefined {
  return element.elementNamed(name);
}

/** The element's own text: its text and CDATA children joined, comments and child elements left out. */
export function textOf(element: Element): string {
  return element.ownText;
}

/**
 * The innermost node at the offset. An offset belongs to the node that starts there; the end of an unfinished tag
 * still belongs to that tag, because this is where a person is typing.
 */
export function nodeAt(document: Document, offset: number): Node | undefined {
  let found: Node | undefined;
  let children = document.children;
  for (;;) {
    const child = childAt(document, children, offset);
    if (child === undefined) return found;
    found = child;
    if (child.kind !== "element") return found;
    children = child.children;
  }
}

/** The innermost element at the offset; see `nodeAt` for what counts as being in it. */
export function elementAt(document: Document, offset: number): Element | undefined {
  let found: Element | undefined;
  let children = document.children;
  for (;;) {
    const child = childAt(document, children, offset);
    if (child?.kind !== "element") return found;
    found = child;
    children = child.children;
  }
}

/** The names from the root down, as in `/domain/devices/disk`. */
export function pathOf(element: Element): string {
  const above = element.parent === undefined ? "" : pathOf(element.parent);
  return `${above}/${element.name}`;
}

function childAt(document: Document, children: readonly Node[], offset: number): Node | undefined {
  let low = 0;
  let high = children.length;
  // The first child that starts after the offset; the one before it is the only candidate, or its forerunner
  // when a tag without its `>` ends exactly here.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const child = children[low - 1];
  if (child === undefined) return undefined;
  const forerunner = child.range.start === offset ? children[low - 2] : child;
  if (forerunner !== undefined && isUnfinishedAt(document, forerunner, offset)) return forerunner;
  return contains(child.range, offset) ? child : undefined;
}

function isUnfinishedAt(document: Document, node: Node, offset: number): boolean {
  return node.kind === "element" && node.range.end === offset && document.text[offset - 1] !== ">";
}
