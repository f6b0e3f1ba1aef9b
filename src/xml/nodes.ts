import type { Range } from "../text/range.ts";
import { Rows } from "./rows.ts";

/** No node, no end tag. */
export const none = -1;
/** The row that stands for the whole text: its children are what stands at the top. */
export const top = 0;
/** In place of an end tag: the start tag ends the element. */
export const selfClosed = -2;

export type NodeKind = "element" | "text" | "comment" | "cdata" | "instruction" | "doctype";
const kinds: readonly NodeKind[] = ["element", "text", "comment", "cdata", "instruction", "doctype"];

const nodeColumns = 13;
const column = {
  kind: 0,
  start: 1,
  end: 2,
  name: 3,
  /** Where the name ends; of comments and CDATA sections where the value ends. */
  nameEnd: 4,
  /** Where the start tag ends; of comments and CDATA sections where the value starts. */
  tagEnd: 5,
  endTag: 6,
  parent: 7,
  first: 8,
  last: 9,
  next: 10,
  attributes: 11,
  attributeCount: 12,
} as const;

const attributeColumns = 5;
const part = { name: 0, start: 1, valueStart: 2, valueEnd: 3, end: 4 } as const;

/** A domain XML has a node every 15 characters or so, and an attribute every 30. */
const charactersPerNode = 16;
const charactersPerAttribute = 32;

/** Longer values are names and paths, which seldom come twice. */
const longestShared = 10;

/** The names of one document, each kept once. */
class Names {
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();

  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  /** The id of a name that may be nowhere in the document; `none` then. */
  find(name: string): number {
    return this.#ids.get(name) ?? none;
  }

  at(id: number): string {
    return this.#names[id] as string;
  }
}

/**
 * The tree of one text as numbers: every node is a row, named by its number, and every attribute one too. Rows are in
 * document order, an element before its children.
 */
export class Nodes {
  readonly text: string;
  readonly #names = new Names();
  readonly #values = new Map<string, string>();
  readonly #rows: Rows;
  readonly #attributes: Rows;

  constructor(text: string) {
    this.text = text;
    this.#rows = new Rows(nodeColumns, Math.ceil(text.length / charactersPerNode));
    this.#attributes = new Rows(attributeColumns, Math.ceil(text.length / charactersPerAttribute));
    this.add("element", 0, text.length);
  }

  get count(): number {
    return this.#rows.count;
  }

  /** The one copy of a short value: most of them are words that come again and again. */
  shared(value: string): string {
    if (value.length > longestShared) return value;
    const known = this.#values.get(value);
    if (known !== undefined) return known;
    this.#values.set(value, value);
    return value;
  }

  get attributeCount(): number {
    return this.#attributes.count;
  }

  /** Adds a node that stands in no list yet. */
  add(kind: NodeKind, start: number, end: number): number {
    const rows = this.#rows;
    const node = rows.add();
    rows.set(node, column.kind, kinds.indexOf(kind));
    rows.set(node, column.start, start);
    rows.set(node, column.end, end);
    rows.set(node, column.endTag, none);
    rows.set(node, column.parent, none);
    rows.set(node, column.first, none);
    rows.set(node, column.last, none);
    rows.set(node, column.next, none);
    return node;
  }

  setName(node: number, name: string, end: number): void {
    this.#rows.set(node, column.name, this.#names.idOf(name));
    this.#rows.set(node, column.nameEnd, end);
  }

  /** Says where the value of a comment or of a CDATA section stands. */
  setValue(node: number, start: number, end: number): void {
    this.#rows.set(node, column.tagEnd, start);
    this.#rows.set(node, column.nameEnd, end);
  }

  /** Says where a start tag ends, and which attributes it has: `count` of them, `first` and those after it. */
  setStartTag(node: number, end: number, first: number, count: number): void {
    this.#rows.set(node, column.tagEnd, end);
    this.#rows.set(node, column.attributes, first);
    this.#rows.set(node, column.attributeCount, count);
  }

  /** `start` of the end tag, which ends the element too; or `selfClosed`. */
  setEndTag(node: number, start: number): void {
    this.#rows.set(node, column.endTag, start);
  }

  setEnd(node: number, end: number): void {
    this.#rows.set(node, column.end, end);
  }

  /** Makes the node the last child of an element. */
  append(parent: number, node: number): void {
    const rows = this.#rows;
    const last = rows.get(parent, column.last);
    if (last === none) rows.set(parent, column.first, node);
    else rows.set(last, column.next, node);
    rows.set(parent, column.last, node);
    rows.set(node, column.parent, parent);
  }

  /** How many children stand behind `keep` (`none`: all of them), counted up to `most`. */
  countAfter(parent: number, keep: number, most: number): number {
    let count = 0;
    for (let at = this.#after(parent, keep); at !== none && count < most; at = this.next(at)) count++;
    return count;
  }

  /** Takes all children behind `keep` (`none`: every one) away from the element and returns them. */
  takeAfter(parent: number, keep: number): number[] {
    const rows = this.#rows;
    const taken: number[] = [];
    for (let at = this.#after(parent, keep); at !== none; at = this.next(at)) taken.push(at);
    if (keep === none) rows.set(parent, column.first, none);
    else rows.set(keep, column.next, none);
    rows.set(parent, column.last, keep);
    for (const node of taken) rows.set(node, column.next, none);
    return taken;
  }

  #after(parent: number, keep: number): number {
    return keep === none ? this.first(parent) : this.next(keep);
  }

  /** Adds an attribute: its name, its value inside the quotes, and its end behind the closing quote. */
  addAttribute(start: number, nameEnd: number, valueStart: number, valueEnd: number, end: number): void {
    const rows = this.#attributes;
    const attribute = rows.add();
    rows.set(attribute, part.name, this.#names.idOf(this.text.slice(start, nameEnd)));
    rows.set(attribute, part.start, start);
    rows.set(attribute, part.valueStart, valueStart);
    rows.set(attribute, part.valueEnd, valueEnd);
    rows.set(attribute, part.end, end);
  }

  kind(node: number): NodeKind {
    return kinds[this.#rows.get(node, column.kind)] as NodeKind;
  }

  isElement(node: number): boolean {
    return this.#rows.get(node, column.kind) === 0;
  }

  start(node: number): number {
    return this.#rows.get(node, column.start);
  }

  end(node: number): number {
    return this.#rows.get(node, column.end);
  }

  name(node: number): string {
    return this.#names.at(this.#rows.get(node, column.name));
  }

  nameEnd(node: number): number {
    return this.#rows.get(node, column.nameEnd);
  }

  tagEnd(node: number): number {
    return this.#rows.get(node, column.tagEnd);
  }

  endTag(node: number): number {
    return this.#rows.get(node, column.endTag);
  }

  valueStart(node: number): number {
    return this.#rows.get(node, column.tagEnd);
  }

  valueEnd(node: number): number {
    return this.#rows.get(node, column.nameEnd);
  }

  parent(node: number): number {
    return this.#rows.get(node, column.parent);
  }

  first(node: number): number {
    return this.#rows.get(node, column.first);
  }

  last(node: number): number {
    return this.#rows.get(node, column.last);
  }

  next(node: number): number {
    return this.#rows.get(node, column.next);
  }

  /** The first element named `name` from the node on among its siblings; any element where no name is asked for. */
  elementFrom(node: number, name: string | undefined): number {
    const id = name === undefined ? none : this.#names.find(name);
    if (name !== undefined && id === none) return none;
    for (let at = node; at !== none; at = this.next(at)) {
      if (this.isElement(at) && (id === none || this.#rows.get(at, column.name) === id)) return at;
    }
    return none;
  }

  firstAttribute(node: number): number {
    return this.#rows.get(node, column.attributes);
  }

  countOfAttributes(node: number): number {
    return this.#rows.get(node, column.attributeCount);
  }

  /** The element's first attribute of that name. */
  attributeNamed(node: number, name: string): number {
    const id = this.#names.find(name);
    if (id === none) return none;
    const first = this.firstAttribute(node);
    const end = first + this.countOfAttributes(node);
    for (let at = first; at < end; at++) if (this.#attributes.get(at, part.name) === id) return at;
    return none;
  }

  attributeNameId(attribute: number): number {
    return this.#attributes.get(attribute, part.name);
  }

  attributeName(attribute: number): string {
    return this.#names.at(this.attributeNameId(attribute));
  }

  attributeNameRange(attribute: number): Range {
    const start = this.#attributes.get(attribute, part.start);
    return { start, end: start + this.attributeName(attribute).length };
  }

  attributeRange(attribute: number): Range {
    const rows = this.#attributes;
    return { start: rows.get(attribute, part.start), end: rows.get(attribute, part.end) };
  }

  attributeValueStart(attribute: number): number {
    return this.#attributes.get(attribute, part.valueStart);
  }

  attributeValueEnd(attribute: number): number {
    return this.#attributes.get(attribute, part.valueEnd);
  }
}
