import type { Range } from "../text/range.ts";
import { Indentation } from "./indentation.ts";
import { type Nodes, none, selfClosed, top } from "./nodes.ts";
import type { Homes, OpenElement } from "./openElement.ts";
import type { Problems } from "./problems.ts";
import { closesMisspelt, lastToKeep } from "./repair.ts";
import type { Scan } from "./scan.ts";
import type { EndTag, StartTag } from "./tag.ts";

/** libxml2 refuses deeper documents too. */
const mostDepth = 256;
/** Repairs move nodes one floor up at a time; beyond this a text is hostile and stays as it fell. */
const mostMoves = 2_000_000;

/** Puts tags together into elements, and repairs what the tags leave open. */
export class TreeBuilder {
  readonly #nodes: Nodes;
  readonly #problems: Problems;
  readonly #homes: Homes;
  readonly #lines: Indentation;
  readonly #open: OpenElement[] = [];
  /** How many elements of each name are open, so that no end tag has to walk the stack in vain. */
  readonly #openCounts = new Map<string, number>();
  readonly #tooDeepCounts = new Map<string, number>();
  #movesLeft = mostMoves;

  constructor({ text, nodes, problems }: Scan, homes: Homes) {
    this.#nodes = nodes;
    this.#problems = problems;
    this.#homes = homes;
    this.#lines = new Indentation(text);
  }

  append(node: number): void {
    this.#nodes.append(this.#open.at(-1)?.node ?? top, node);
  }

  startTag(tag: StartTag): void {
    const node = this.#nodes.add("element", tag.start, tag.end);
    this.#nodes.setName(node, tag.name, tag.nameEnd);
    this.#nodes.setStartTag(node, tag.end, tag.firstAttribute, tag.attributeCount);
    this.append(node);
    if (tag.ending === "selfClosing") {
      this.#nodes.setEndTag(node, selfClosed);
      return;
    }
    if (this.#open.length >= mostDepth) {
      this.#refuseDepth(node);
      return;
    }
    this.#open.push({ node, isUnfinished: tag.ending === "unfinished", indentation: undefined });
    this.#openCounts.set(tag.name, (this.#openCounts.get(tag.name) ?? 0) + 1);
  }

  endTag(tag: EndTag): void {
    const tooDeep = this.#tooDeepCounts.get(tag.name) ?? 0;
    if (tooDeep > 0) {
      this.#tooDeepCounts.set(tag.name, tooDeep - 1);
      return;
    }
    if ((this.#openCounts.get(tag.name) ?? 0) > 0) {
      while (this.#innermostName() !== tag.name) this.#closeUnclosed(tag);
      this.#closeWith(tag);
      return;
    }
    const misspelt = closesMisspelt(this.#nodes, this.#lines, this.#open, tag);
    if (misspelt === undefined) {
      this.#problems.add("stray-end-tag", `Remove </${tag.name}>; no such element is open here.`, tag);
      return;
    }
    while (this.#open.at(-1) !== misspelt) this.#closeUnclosed(tag);
    this.#reportMisspelt(tag, misspelt.node);
    this.#closeWith(tag);
  }

  /** Closes what is still open. */
  finish(): void {
    while (this.#open.length > 0) this.#closeUnclosed(undefined);
  }

  #innermostName(): string | undefined {
    const innermost = this.#open.at(-1);
    return innermost && this.#nodes.name(innermost.node);
  }

  #pop(): OpenElement | undefined {
    const popped = this.#open.pop();
    if (popped === undefined) return undefined;
    const name = this.#nodes.name(popped.node);
    this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) - 1);
    return popped;
  }

  #closeWith(tag: EndTag): void {
    const node = this.#pop()?.node;
    if (node === undefined) return;
    this.#nodes.setEndTag(node, tag.start);
    this.#nodes.setEnd(node, tag.end);
  }

  /** Ends the innermost element, which has no end tag: keeps the children that are its own, gives back the rest. */
  #closeUnclosed(before: EndTag | undefined): void {
    const open = this.#pop();
    if (open === undefined) return;
    const { node } = open;
    if (!open.isUnfinished) this.#reportUnclosed(node, before);
    const own = this.#nodes.name(node);
    const livesAbove = (name: string) => this.#livesAbove(own, name);
    this.#giveBack(node, lastToKeep(this.#nodes, this.#lines, open, this.#open[0], livesAbove));
    const last = this.#nodes.last(node);
    this.#nodes.setEnd(node, last === none ? this.#nodes.tagEnd(node) : this.#nodes.end(last));
  }

  /** Whether the name's home is an open element around one named `own`, and not that one itself. */
  #livesAbove(own: string, name: string): boolean {
    const home = this.#homes.get(name);
    return home !== undefined && home !== own && (this.#openCounts.get(home) ?? 0) > 0;
  }

  /** Gives all children behind `keep` to the element around this one. */
  #giveBack(node: number, keep: number): void {
    const moves = this.#nodes.countAfter(node, keep, this.#movesLeft + 1);
    if (moves > this.#movesLeft) return;
    this.#movesLeft -= moves;
    for (const child of this.#nodes.takeAfter(node, keep)) this.append(child);
  }

  #refuseDepth(node: number): void {
    const name = this.#nodes.name(node);
    this.#tooDeepCounts.set(name, (this.#tooDeepCounts.get(name) ?? 0) + 1);
    const isFirst = this.#tooDeepCounts.size === 1 && this.#tooDeepCounts.get(name) === 1;
    if (!isFirst) return;
    this.#problems.add("too-deep", `Nest elements at most ${mostDepth} deep.`, this.#startTagOf(node));
  }

  #startTagOf(node: number): Range {
    return { start: this.#nodes.start(node), end: this.#nodes.tagEnd(node) };
  }

  #reportUnclosed(node: number, before: EndTag | undefined): void {
    const related =
      before === undefined
        ? undefined
        : [{ message: `</${before.name}> comes first.`, range: { start: before.start, end: before.end } }];
    const name = this.#nodes.name(node);
    const range = { start: this.#nodes.start(node), end: this.#nodes.nameEnd(node) };
    this.#problems.add("unclosed-element", `Close <${name}> with </${name}>.`, range, related);
  }

  #reportMisspelt(tag: EndTag, node: number): void {
    const name = this.#nodes.name(node);
    const message = `Write </${name}>; this closes <${name}>.`;
    const opened = { message: `<${name}> opens here.`, range: this.#startTagOf(node) };
    this.#problems.add("mismatched-end-tag", message, { start: tag.start, end: tag.end }, [opened]);
  }
}
