import { code, isNameStart, NextIndex } from "./characters.ts";
import type { Document, Element, Node } from "./document.ts";
import { reportCharacters, reportRepeated, reportTop } from "./faults.ts";
import { MarkupScanner } from "./markup.ts";
import { top } from "./nodes.ts";
import type { Homes } from "./openElement.ts";
import { Scan } from "./scan.ts";
import { scanEndTag, scanStartTag } from "./tag.ts";
import { TreeBuilder } from "./tree.ts";
import { Views } from "./views.ts";

export interface ParseOptions {
  /**
   * Element names that live directly in one parent, by name. They help where an element is not closed and the
   * indentation does not tell whose a child is: a child whose home is further up goes there.
   */
  readonly homes?: Homes;
}

const noHomes: Homes = new Map();

/**
 * Reads any text as XML, and never throws: a well-formed text gives its exact tree, a broken one the tree that was
 * most likely meant, with every fault in `problems`. Declared entities are never used, and nothing is ever loaded.
 */
export function parse(text: string, options: ParseOptions = {}): Document {
  return new Parser(text, options.homes ?? noHomes).parse();
}

class Parser {
  readonly #text: string;
  readonly #scan: Scan;
  readonly #tree: TreeBuilder;
  readonly #markup: MarkupScanner;
  readonly #cdataEnd: NextIndex;
  readonly #start: number;

  constructor(text: string, homes: Homes) {
    this.#text = text;
    this.#scan = new Scan(text);
    this.#tree = new TreeBuilder(this.#scan, homes);
    this.#markup = new MarkupScanner(this.#scan);
    this.#cdataEnd = new NextIndex(text, "]]>");
    this.#start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  parse(): Document {
    let at = this.#start;
    while (at < this.#text.length) at = this.#isMarkup(at) ? this.#readMarkup(at) : this.#readText(at);
    const { nodes, problems } = this.#scan;
    reportCharacters(this.#text, problems);
    this.#tree.finish();
    const children = new Views(nodes).childrenOf(top);
    reportTop(children, problems);
    return { text: this.#text, children, root: rootOf(children), problems: problems.inOrder() };
  }

  #isMarkup(at: number): boolean {
    if (this.#text.charCodeAt(at) !== code.less) return false;
    const next = this.#text.charCodeAt(at + 1);
    if (isNameStart(next) || next === code.slash || next === code.question) return true;
    return next === code.exclamation && /^<!(?:--|\[CDATA\[|DOCTYPE)/.test(this.#text.slice(at, at + 9));
  }

  /** Reads the markup at `at` into the tree and returns where it ends. */
  #readMarkup(at: number): number {
    const next = this.#text.charCodeAt(at + 1);
    if (next === code.slash) {
      const tag = scanEndTag(this.#scan, at);
      this.#tree.endTag(tag);
      return tag.end;
    }
    if (next === code.exclamation || next === code.question) {
      const node = this.#scanDeclaration(at);
      this.#tree.append(node);
      return this.#scan.nodes.end(node);
    }
    const tag = scanStartTag(this.#scan, at);
    reportRepeated(this.#scan, tag);
    this.#tree.startTag(tag);
    return tag.end;
  }

  #scanDeclaration(at: number): number {
    if (this.#text.charCodeAt(at + 1) === code.question) return this.#scanInstruction(at);
    if (this.#text.startsWith("<!--", at)) return this.#markup.comment(at);
    return this.#text.startsWith("<![", at) ? this.#markup.cdata(at) : this.#markup.doctype(at);
  }

  #scanInstruction(at: number): number {
    const { nodes, problems } = this.#scan;
    const node = this.#markup.instruction(at);
    if (at > this.#start && nodes.name(node).toLowerCase() === "xml") {
      const message = "Move the XML declaration to the very start of the text.";
      problems.add("misplaced-declaration", message, { start: at, end: nodes.end(node) });
    }
    return node;
  }

  #readText(start: number): number {
    let end = start;
    for (;;) {
      end = this.#text.indexOf("<", end);
      if (end === -1) end = this.#text.length;
      if (end === this.#text.length || this.#isMarkup(end)) break;
      this.#scan.problems.add("stray-less-than", "Write &lt; for <, or finish the tag.", {
        start: end,
        end: end + 1,
      });
      end++;
    }
    this.#addText(start, end);
    return end;
  }

  #addText(start: number, end: number): void {
    const close = this.#cdataEnd.from(start);
    if (close < end) {
      this.#scan.problems.add("cdata-end-in-text", "Write ]]&gt; for ]]> in text.", {
        start: close,
        end: close + 3,
      });
    }
    this.#scan.checkReferences(start, end);
    this.#tree.append(this.#scan.nodes.add("text", start, end));
  }
}

/** The first element at the top that is complete, or else the first. */
function rootOf(children: readonly Node[]): Element | undefined {
  const elements = children.filter((node) => node.kind === "element");
  return elements.find((element) => element.selfClosing || element.endTag !== undefined) ?? elements[0];
}
