import type { Node } from "./document.ts";
import type { OpenElement } from "./draft.ts";
import type { Indentation } from "./indentation.ts";
import type { EndTag } from "./tag.ts";

/** A misspelt end tag is looked for among the innermost open elements only. */
const farthestUp = 8;

/**
 * The open element that an end tag without a partner was meant for: the one with its indentation; in a text that does
 * not indent, one whose name is much the same; on one line, the innermost, when its name is or when it holds only text.
 */
export function closesMisspelt(
  text: string,
  lines: Indentation,
  open: readonly OpenElement[],
  tag: EndTag,
): OpenElement | undefined {
  const current = open.at(-1);
  if (current === undefined) return undefined;
  const wanted = lines.before(tag.start);
  if (wanted === undefined) return closesInline(text, current, tag) ? current : undefined;
  for (let up = 1; up <= farthestUp; up++) {
    const candidate = open.at(-up);
    if (candidate === undefined) return undefined;
    const own = tellingIndentation(lines, candidate, open[0]);
    const isMeant = own === undefined ? isAlike(candidate.element.name, tag.name) : own === wanted;
    if (isMeant) return candidate;
    if (own !== undefined && own < wanted) return undefined;
  }
  return undefined;
}

/**
 * The first child that an unclosed element gives back to its parent, with all that follow. A child goes back when it
 * begins a line that is indented like the element's or less, or when its name has its home further up; a tag without
 * its `>` keeps only children that are plainly indented below it. Blanks at the cut go back as well.
 * `outermost` is the open element around all the others, undefined when this is it.
 */
export function firstToGiveBack(
  lines: Indentation,
  open: OpenElement,
  outermost: OpenElement | undefined,
  livesAbove: (name: string) => boolean,
): number {
  const { children } = open.element;
  const own = tellingIndentation(lines, open, outermost);
  let cut = 0;
  while (cut < children.length) {
    const child = children[cut] as Node;
    if (child.kind === "element" && livesAbove(child.name)) break;
    if (child.kind !== "text" && !staysBelow(lines, own, child, !open.isUnfinished)) break;
    cut++;
  }
  return isBlank(children[cut - 1]) ? cut - 1 : cut;
}

/** Whether a child stays by its place on its line; `otherwise` where lines tell nothing. */
function staysBelow(lines: Indentation, own: number | undefined, child: Node, otherwise: boolean): boolean {
  const indentation = own === undefined ? undefined : lines.before(child.range.start);
  if (own === undefined || indentation === undefined) return otherwise;
  return indentation > own;
}

/**
 * How far the element's line is indented, where that tells something: in a text that indents at all, so that the
 * outermost element stands further left.
 */
function tellingIndentation(
  lines: Indentation,
  open: OpenElement,
  outermost: OpenElement | undefined,
): number | undefined {
  const own = indentationOf(lines, open);
  const left = outermost === undefined ? undefined : indentationOf(lines, outermost);
  return own !== undefined && left !== undefined && left < own ? own : undefined;
}

function indentationOf(lines: Indentation, open: OpenElement): number | undefined {
  if (open.indentation === undefined) {
    open.indentation = lines.ofLine(open.element.range.start) ?? null;
  }
  return open.indentation ?? undefined;
}

function isBlank(node: Node | undefined): boolean {
  return node?.kind === "text" && node.value.trim() === "";
}

function closesInline(text: string, current: OpenElement, tag: EndTag): boolean {
  const { name, children } = current.element;
  if (isAlike(name, tag.name)) return true;
  return children.every(
    (node) => node.kind === "text" && !/[\r\n]/.test(text.slice(node.range.start, node.range.end)),
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
