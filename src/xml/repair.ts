import type { Node } from "./document.ts";
import type { Homes, OpenElement } from "./draft.ts";
import { indentationAt } from "./indentation.ts";
import type { EndTag } from "./tag.ts";

/** A misspelt end tag is looked for among the innermost open elements only. */
const farthestUp = 8;

/**
 * The open element that an end tag without a partner was meant for: the one with its indentation, or, on one line,
 * the innermost one when its name is much the same or when it holds nothing but text.
 */
export function closesMisspelt(
  text: string,
  open: readonly OpenElement[],
  tag: EndTag,
): OpenElement | undefined {
  const current = open.at(-1);
  if (current === undefined) return undefined;
  const indentation = indentationAt(text, tag.start);
  if (indentation === undefined) return closesInline(current, tag) ? current : undefined;
  for (let up = 1; up <= farthestUp; up++) {
    const candidate = open.at(-up);
    if (candidate === undefined) return undefined;
    const own = indentationOf(text, candidate);
    if (own === indentation) return candidate;
    if (own === undefined && isAlike(candidate.element.name, tag.name)) return candidate;
    if (own !== undefined && own < indentation) return undefined;
  }
  return undefined;
}

/**
 * The first child that an unclosed element gives back to its parent, with all that follow. A child goes back when it
 * starts at the element's own indentation or less, or when its name has its home elsewhere; a tag without its `>`
 * keeps only children that are plainly indented below it. Blanks at the cut go back as well.
 */
export function firstToGiveBack(
  text: string,
  open: OpenElement,
  homes: Homes,
  isOpen: (name: string) => boolean,
): number {
  const { children, name } = open.element;
  const livesElsewhere = (node: Node): boolean => {
    const home = node.kind === "element" ? homes.get(node.name) : undefined;
    return home !== undefined && home !== name && isOpen(home);
  };
  let cut = 0;
  while (cut < children.length) {
    const child = children[cut] as Node;
    if (child.kind !== "text" && (livesElsewhere(child) || !isIndentedBelow(text, open, child))) break;
    cut++;
  }
  return isBlank(children[cut - 1]) ? cut - 1 : cut;
}

/** Whether the child may be the element's own by its place on the line. Where lines tell nothing, a whole tag is believed. */
function isIndentedBelow(text: string, open: OpenElement, child: Node): boolean {
  const own = indentationOf(text, open);
  const indentation = own === undefined ? undefined : indentationAt(text, child.range.start);
  if (own === undefined || indentation === undefined) return !open.isUnfinished;
  return indentation > own;
}

function indentationOf(text: string, open: OpenElement): number | undefined {
  if (open.indentation === undefined) {
    open.indentation = indentationAt(text, open.element.range.start) ?? null;
  }
  return open.indentation ?? undefined;
}

function isBlank(node: Node | undefined): boolean {
  return node?.kind === "text" && node.value.trim() === "";
}

function closesInline(current: OpenElement, tag: EndTag): boolean {
  return (
    isAlike(current.element.name, tag.name) || current.element.children.every((node) => node.kind === "text")
  );
}

/** Whether two names differ as typing leaves them: one begins the other, or they share all but two characters. */
function isAlike(name: string, other: string): boolean {
  if (name.startsWith(other) || other.startsWith(name)) return true;
  const shorter = Math.min(name.length, other.length);
  let same = 0;
  while (same < shorter && name[same] === other[same]) same++;
  let tail = 0;
  while (tail < shorter - same && name.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return same + tail > 0 && same + tail >= Math.max(name.length, other.length) - 2;
}
