import { code, isNameStart, NextIndex } from "./characters.ts";
import type { Document, Node, Text } from "./document.ts";
import type { Homes } from "./draft.ts";
import { decodeValue } from "./entities.ts";
import { reportCharacters, reportRepeated, reportTop } from "./faults.ts";
import { MarkupScanner } from "./markup.ts";
import { Problems } from "./problems.ts";
import { scanEndTag, scanStartTag } from "./tag.ts";
import { TreeBuilder } from "./tree.ts";

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
  readonly #problems = new Problems();
  readonly #tree: TreeBuilder;
  readonly #markup: MarkupScanner;
  readonly #cdataEnd: NextIndex;
  readonly #start: number;

  constructor(text: string, homes: Homes) {
    this.#text = text;
    this.#tree = new TreeBuilder(text, this.#problems, homes);
    this.#markup = new MarkupScanner(text, this.#problems);
    this.#cdataEnd = new NextIndex(text, "]]>");
    this.#start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  parse(): Document {
    let at = this.#start;
    while (at < this.#text.length) at = this.#isMarkup(at) ? this.#readMarkup(at) : this.#readText(at);
    reportCharacters(this.#text, this.#problems);
    const document = this.#tree.finish();
    reportTop(document, this.#problems);
    return { ...document, problems: this.#problems.inOrder() };
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
      const tag = scanEndTag(this.#text, at, this.#problems);
      this.#tree.endTag(tag);
      return tag.end;
    }
    if (next === code.exclamation || next === code.question) {
      const node = this.#scanDeclaration(at);
      this.#tree.append(node);
      return node.range.end;
    }
    const tag = scanStartTag(this.#text, at, this.#problems);
    if (tag.attributes.length > 1) reportRepeated(tag.attributes, this.#problems);
    this.#tree.startTag(tag);
    return tag.end;
  }

  #scanDeclaration(at: number): Node {
    if (this.#text.charCodeAt(at + 1) === code.question) {
      const instruction = this.#markup.instruction(at);
      if (at > this.#start && instruction.name.toLowerCase() === "xml") {
        const message = "Move the XML declaration to the very start of the text.";
        this.#problems.add("misplaced-declaration", message, instruction.range);
      }
      return instruction;
    }
    if (this.#text.startsWith("<!--", at)) return this.#markup.comment(at);
    return this.#text.startsWith("<![", at) ? this.#markup.cdata(at) : this.#markup.doctype(at);
  }

  #readText(start: number): number {
    let end = start;
    for (;;) {
      end = this.#text.indexOf("<", end);
      if (end === -1) end = this.#text.length;
      if (end === this.#text.length || this.#isMarkup(end)) break;
      this.#problems.add("stray-less-than", "Write &lt; for <, or finish the tag.", {
        start: end,
        end: end + 1,
      });
      end++;
    }
    this.#tree.append(this.#textNode(start, end));
    return end;
  }

  #textNode(start: number, end: number): Text {
    const close = this.#cdataEnd.from(start);
    if (close < end) {
      this.#problems.add("cdata-end-in-text", "Write ]]&gt; for ]]> in text.", {
        start: close,
        end: close + 3,
      });
    }
    const value = decodeValue(this.#text, start, end, "text", this.#problems);
    return { kind: "text", range: { start, end }, value };
  }
}
