import { childElements, type Document, type Element } from "../xml/document.ts";
import { indentOf } from "./layout.ts";

/** How an author writes XML; what is written for them looks the same. */
export interface Style {
  readonly quote: "'" | '"';
  /** What one level of depth adds in front of a line; empty where nothing is indented. */
  readonly indent: string;
  readonly lineBreak: "\n" | "\r\n" | "\r";
  /** The end of an element without content. */
  readonly selfClose: "/>" | " />";
}

/**
 * The style around an element: its own habits where it shows any, those of the document elsewhere, libvirt's
 * (two spaces, single quotes) where the document shows none.
 */
export function styleOf(
  document: Document,
  element: Element,
  documentStyle = styleOfDocument(document),
): Style {
  const habits = habitsOf(document, element);
  return {
    quote: favourite(habits.quotes) ?? documentStyle.quote,
    indent: favourite(habits.indents) ?? documentStyle.indent,
    lineBreak: documentStyle.lineBreak,
    selfClose: favourite(habits.selfCloses) ?? documentStyle.selfClose,
  };
}

/** The style of the whole document; look at it once and pass it to `styleOf`. */
export function styleOfDocument(document: Document): Style {
  const habits = document.root ? habitsOf(document, document.root) : newHabits();
  return {
    quote: favourite(habits.quotes) ?? "'",
    indent: favourite(habits.indents) ?? "  ",
    lineBreak: lineBreakOf(document.text),
    selfClose: favourite(habits.selfCloses) ?? "/>",
  };
}

/** How often each way of writing was met. */
interface Habits {
  readonly quotes: Map<Style["quote"], number>;
  readonly indents: Map<string, number>;
  readonly selfCloses: Map<Style["selfClose"], number>;
}

function newHabits(): Habits {
  return { quotes: new Map(), indents: new Map(), selfCloses: new Map() };
}

function habitsOf(document: Document, element: Element, habits = newHabits()): Habits {
  for (const { quote } of element.attributes) if (quote) count(habits.quotes, quote);
  if (element.selfClosing) {
    const blank = /\s/.test(document.text.charAt(element.startTag.end - 3));
    count(habits.selfCloses, blank ? " />" : "/>");
  }
  const outer = indentOf(document, element);
  for (const child of childElements(element)) {
    const inner = indentOf(document, child);
    if (outer !== undefined && inner?.startsWith(outer)) count(habits.indents, inner.slice(outer.length));
    habitsOf(document, child, habits);
  }
  return habits;
}

function lineBreakOf(text: string): Style["lineBreak"] {
  const found = /\r\n|\r|\n/.exec(text)?.[0];
  return found === "\r\n" || found === "\r" ? found : "\n";
}

function count<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** The most frequent one; the first of equals. */
function favourite<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let best: [T, number] | undefined;
  for (const entry of counts) if (best === undefined || entry[1] > best[1]) best = entry;
  return best?.[0];
}
