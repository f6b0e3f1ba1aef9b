import type { Range } from "../text/range.ts";
import type { Document, Element, Node } from "../xml/document.ts";

/** The blanks before an element when nothing else stands before it on its line; undefined otherwise. */
export function indentOf(document: Document, element: Element): string | undefined {
  const start = blanksStart(document.text, element.range.start);
  const isFirst = start === 0 || /[\r\n\ufeff]/.test(document.text.charAt(start - 1));
  return isFirst ? document.text.slice(start, element.range.start) : undefined;
}

/** The whole lines of an element that shares them with nobody, line break included; undefined otherwise. */
export function ownLinesOf(document: Document, element: Element): Range | undefined {
  const { text } = document;
  if (indentOf(document, element) === undefined) return undefined;
  const rest = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(element.range.end, element.range.end + 512));
  if (rest === null) return undefined;
  return { start: blanksStart(text, element.range.start), end: element.range.end + rest[0].length };
}

/** The end of the last child that is more than blank text, or of the start tag. */
export function endOfContent(document: Document, element: Element): number {
  for (const node of element.children.toReversed()) {
    if (node.kind !== "text") return node.range.end;
    const trimmed = document.text.slice(node.range.start, node.range.end).trimEnd();
    if (trimmed !== "") return node.range.start + trimmed.length;
  }
  return element.startTag.end;
}

/** Where the line's last word about a child ends: behind the comments that follow it on the same line. */
export function endWithRemarks(document: Document, parent: Element, child: Element): number {
  let end = child.range.end;
  for (const node of parent.children.slice(parent.children.indexOf(child) + 1)) {
    if (node.kind === "comment") end = node.range.end;
    else if (!isBlankOnLine(document, node)) break;
  }
  return end;
}

function isBlankOnLine(document: Document, node: Node): boolean {
  return node.kind === "text" && /^[ \t]*$/.test(document.text.slice(node.range.start, node.range.end));
}

/** Looks at blanks only: a file may be one line of several megabytes. */
function blanksStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return start;
}
