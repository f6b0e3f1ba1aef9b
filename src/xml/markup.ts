import { code, isLineBreak, isSpace, NextIndex, skipName } from "./characters.ts";
import type { Nodes } from "./nodes.ts";
import type { Problems } from "./problems.ts";
import type { Scan } from "./scan.ts";

/** Scans everything that begins with `<!` or `<?` into nodes; remembers what it searched, so that no stretch is searched twice. */
export class MarkupScanner {
  readonly #text: string;
  readonly #nodes: Nodes;
  readonly #problems: Problems;
  readonly #commentStart: NextIndex;
  readonly #commentEnd: NextIndex;
  readonly #doubleHyphen: NextIndex;
  readonly #cdataEnd: NextIndex;
  readonly #instructionStart: NextIndex;
  readonly #instructionEnd: NextIndex;
  #doctypeIsHopeless = false;

  constructor({ text, nodes, problems }: Scan) {
    this.#text = text;
    this.#nodes = nodes;
    this.#problems = problems;
    this.#commentStart = new NextIndex(text, "<!--");
    this.#commentEnd = new NextIndex(text, "-->");
    this.#doubleHyphen = new NextIndex(text, "--");
    this.#cdataEnd = new NextIndex(text, "]]>");
    this.#instructionStart = new NextIndex(text, "<?");
    this.#instructionEnd = new NextIndex(text, "?>");
  }

  /** The comment whose `<!--` is at `start`. One that another comment's start interrupts was never closed. */
  comment(start: number): number {
    const valueStart = start + 4;
    const close = this.#commentEnd.from(valueStart);
    const isClosed = close < this.#text.length && close < this.#commentStart.from(valueStart);
    if (!isClosed) {
      const end = this.#endOfUnclosed(valueStart);
      this.#problems.add("unclosed-comment", "Close the comment with -->.", { start, end: valueStart });
      return this.#addWithValue("comment", start, end, valueStart, end);
    }
    const hyphens = this.#doubleHyphen.from(valueStart);
    if (hyphens < close) this.#reportHyphens(hyphens);
    else if (close > valueStart && this.#text[close - 1] === "-") this.#reportHyphens(close - 1);
    return this.#addWithValue("comment", start, close + 3, valueStart, close);
  }

  /** The CDATA section whose `<![CDATA[` is at `start`. */
  cdata(start: number): number {
    const valueStart = start + 9;
    const close = this.#cdataEnd.from(valueStart);
    const isClosed = close < this.#text.length;
    const end = isClosed ? close : this.#endOfUnclosed(valueStart);
    if (!isClosed) {
      this.#problems.add("unclosed-cdata", "Close the CDATA section with ]]>.", { start, end: valueStart });
    }
    return this.#addWithValue("cdata", start, isClosed ? end + 3 : end, valueStart, end);
  }

  /** The processing instruction whose `<?` is at `start`. */
  instruction(start: number): number {
    const nameEnd = skipName(this.#text, start + 2);
    const close = this.#instructionEnd.from(start + 2);
    const isClosed = close < this.#text.length && close < this.#instructionStart.from(start + 2);
    const end = isClosed ? close + 2 : this.#endOfUnclosedInstruction(nameEnd);
    const name = this.#text.slice(start + 2, nameEnd);
    if (!isClosed) {
      this.#problems.add("unclosed-instruction", "Close the instruction with ?>.", { start, end: nameEnd });
    } else if (name === "") {
      this.#problems.add("nameless-instruction", "Name the instruction right after <?.", { start, end });
    }
    const node = this.#nodes.add("instruction", start, end);
    this.#nodes.setName(node, name, nameEnd);
    return node;
  }

  /** The document type declaration whose `<!DOCTYPE` is at `start`: found only to be stepped over. */
  doctype(start: number): number {
    const close = this.#doctypeIsHopeless ? undefined : this.#endOfDoctype(start + 9);
    if (close === undefined) {
      this.#doctypeIsHopeless = true;
      this.#problems.add("unclosed-doctype", "Close the DOCTYPE with >.", { start, end: start + 9 });
    }
    return this.#nodes.add("doctype", start, close ?? this.#endOfUnclosed(start + 9));
  }

  #addWithValue(
    kind: "comment" | "cdata",
    start: number,
    end: number,
    valueStart: number,
    valueEnd: number,
  ): number {
    const node = this.#nodes.add(kind, start, end);
    this.#nodes.setValue(node, valueStart, valueEnd);
    return node;
  }

  #reportHyphens(at: number): void {
    this.#problems.add("double-hyphen-in-comment", "Remove the double hyphen from the comment.", {
      start: at,
      end: at + 2,
    });
  }

  /** What nobody closed ends with its line, or before the next tag on it. */
  #endOfUnclosed(from: number): number {
    let at = from;
    while (at < this.#text.length && this.#text.charCodeAt(at) !== code.less) {
      if (isLineBreak(this.#text.charCodeAt(at))) break;
      at++;
    }
    while (at > from && isSpace(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** An instruction without its `?>` ends with `>` on its line, or as everything else does. */
  #endOfUnclosedInstruction(from: number): number {
    const end = this.#endOfUnclosed(from);
    const greater = this.#text.slice(from, end).indexOf(">");
    return greater === -1 ? end : from + greater + 1;
  }

  /** After the `>` that stands outside quotes, brackets, comments and instructions; undefined when there is none. */
  #endOfDoctype(from: number): number | undefined {
    const text = this.#text;
    let depth = 0;
    for (let at = from; at < text.length; ) {
      const unit = text.charCodeAt(at);
      if (unit === code.greater && depth === 0) return at + 1;
      if (unit === code.less && depth === 0) return undefined;
      if (unit === code.doubleQuote || unit === code.apostrophe) {
        const close = text.indexOf(unit === code.doubleQuote ? '"' : "'", at + 1);
        if (close === -1) return undefined;
        at = close + 1;
      } else if (text.startsWith("<!--", at)) {
        at = this.#commentEnd.from(at + 4) + 3;
      } else if (text.startsWith("<?", at)) {
        at = this.#instructionEnd.from(at + 2) + 2;
      } else {
        if (text[at] === "[") depth++;
        else if (text[at] === "]") depth--;
        at++;
      }
    }
    return undefined;
  }
}
