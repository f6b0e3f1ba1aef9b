import type { Document, Element, Node } from "./document.ts";
import type { ElementDraft, Homes, OpenElement } from "./draft.ts";
import { Indentation } from "./indentation.ts";
import type { Problems } from "./problems.ts";
import { closesMisspelt, firstToGiveBack } from "./repair.ts";
import type { EndTag, StartTag } from "./tag.ts";

/** libxml2 refuses deeper documents too. */
const mostDepth = 256;
/** Repairs move nodes one floor up at a time; beyond this a text is hostile and stays as it fell. */
const mostMoves = 2_000_000;

/** Puts tags together into elements, and repairs what the tags leave open. */
export class TreeBuilder {
  readonly #text: string;
  readonly #problems: Problems;
  readonly #homes: Homes;
  readonly #lines: Indentation;
  readonly #top: Node[] = [];
  readonly #open: OpenElement[] = [];
  /** How many elements of each name are open, so that no end tag has to walk the stack in vain. */
  readonly #openCounts = new Map<string, number>();
  readonly #tooDeepCounts = new Map<string, number>();
  #movesLeft = mostMoves;

  constructor(text: string, problems: Problems, homes: Homes) {
    this.#text = text;
    this.#problems = problems;
    this.#homes = homes;
    this.#lines = new Indentation(text);
  }

  append(node: Node): void {
    this.#current().push(node);
  }

  startTag(tag: StartTag): void {
    const element: ElementDraft = {
      kind: "element",
      name: tag.name,
      nameRange: { start: tag.start + 1, end: tag.nameEnd },
      range: { start: tag.start, end: tag.end },
      startTag: { start: tag.start, end: tag.end },
      endTag: undefined,
      selfClosing: tag.ending === "selfClosing",
      attributes: tag.attributes,
      children: [],
      parent: this.#open.at(-1)?.element,
    };
    this.append(element);
    if (tag.ending === "selfClosing") return;
    if (this.#open.length >= mostDepth) {
      this.#refuseDepth(element);
      return;
    }
    this.#open.push({ element, isUnfinished: tag.ending === "unfinished", indentation: undefined });
    this.#openCounts.set(tag.name, (this.#openCounts.get(tag.name) ?? 0) + 1);
  }

  endTag(tag: EndTag): void {
    const tooDeep = this.#tooDeepCounts.get(tag.name) ?? 0;
    if (tooDeep > 0) {
      this.#tooDeepCounts.set(tag.name, tooDeep - 1);
      return;
    }
    if ((this.#openCounts.get(tag.name) ?? 0) > 0) {
      while (this.#open.at(-1)?.element.name !== tag.name) this.#closeUnclosed(tag);
      this.#closeWith(tag);
      return;
    }
    const misspelt = closesMisspelt(this.#text, this.#lines, this.#open, tag);
    if (misspelt === undefined) {
      this.#problems.add("stray-end-tag", `Remove </${tag.name}>; no such element is open here.`, tag);
      return;
    }
    while (this.#open.at(-1) !== misspelt) this.#closeUnclosed(tag);
    this.#reportMisspelt(tag, misspelt.element);
    this.#closeWith(tag);
  }

  /** Closes what is still open and gives the finished tree. */
  finish(): Document {
    while (this.#open.length > 0) this.#closeUnclosed(undefined);
    const elements = this.#top.filter((node) => node.kind === "element");
    const root =
      elements.find((element) => element.selfClosing || element.endTag !== undefined) ?? elements[0];
    return { text: this.#text, children: this.#top, root, problems: this.#problems.inOrder() };
  }

  #current(): Node[] {
    return this.#open.at(-1)?.element.children ?? this.#top;
  }

  #pop(): OpenElement | undefined {
    const popped = this.#open.pop();
    if (popped === undefined) return undefined;
    const { name } = popped.element;
    this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) - 1);
    return popped;
  }

  #closeWith(tag: EndTag): void {
    const element = this.#pop()?.element;
    if (element === undefined) return;
    element.endTag = { start: tag.start, end: tag.end };
    element.range.end = tag.end;
  }

  /** Ends the innermost element, which has no end tag: keeps the children that are its own, gives back the rest. */
  #closeUnclosed(before: EndTag | undefined): void {
    const open = this.#pop();
    if (open === undefined) return;
    const { element } = open;
    if (!open.isUnfinished) this.#reportUnclosed(element, before);
    const cut = firstToGiveBack(this.#lines, open, this.#open[0], (name) => this.#livesAbove(element, name));
    this.#giveBack(element, cut);
    element.range.end = element.children.at(-1)?.range.end ?? element.startTag.end;
  }

  /** Whether the name's home is an open element around this one, and not this one itself. */
  #livesAbove(element: Element, name: string): boolean {
    const home = this.#homes.get(name);
    return home !== undefined && home !== element.name && (this.#openCounts.get(home) ?? 0) > 0;
  }

  #giveBack(element: ElementDraft, cut: number): void {
    const moves = element.children.length - cut;
    if (moves <= 0 || moves > this.#movesLeft) return;
    this.#movesLeft -= moves;
    const above = this.#current();
    for (const node of element.children.splice(cut)) {
      if (node.kind === "element") (node as ElementDraft).parent = element.parent;
      above.push(node);
    }
  }

  #refuseDepth(element: ElementDraft): void {
    this.#tooDeepCounts.set(element.name, (this.#tooDeepCounts.get(element.name) ?? 0) + 1);
    const isFirst = this.#tooDeepCounts.size === 1 && this.#tooDeepCounts.get(element.name) === 1;
    if (!isFirst) return;
    this.#problems.add("too-deep", `Nest elements at most ${mostDepth} deep.`, element.startTag);
  }

  #reportUnclosed(element: ElementDraft, before: EndTag | undefined): void {
    const related =
      before === undefined
        ? undefined
        : [{ message: `</${before.name}> comes first.`, range: { start: before.start, end: before.end } }];
    const { start } = element.startTag;
    const range = { start, end: element.nameRange.end };
    this.#problems.add(
      "unclosed-element",
      `Close <${element.name}> with </${element.name}>.`,
      range,
      related,
    );
  }

  #reportMisspelt(tag: EndTag, element: ElementDraft): void {
    const message = `Write </${element.name}>; this closes <${element.name}>.`;
    const opened = { message: `<${element.name}> opens here.`, range: element.startTag };
    this.#problems.add("mismatched-end-tag", message, { start: tag.start, end: tag.end }, [opened]);
  }
}
