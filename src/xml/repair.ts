import type { Indentation } from "./indentation.ts";
import { type Nodes, none } from "./nodes.ts";
import type { OpenElement } from "./openElement.ts";
import type { EndTag } from "./tag.ts";

/** A misspelt end tag is looked for among the innermost open elements only. */
const farthestUp = 8;

/**
 * The open element that an end tag without a partner was meant for: the one with its indentation; in a text that does
 * not indent, one whose name is much the same; on one line, the innermost, when its name is or when it holds only text.
 */
export function closesMisspelt(
  nodes: Nodes,
  lines: Indentation,
  open: readonly OpenElement[],
  tag: EndTag,
): OpenElement | undefined {
  const current = open.at(-1);
  if (current === undefined) return undefined;
  const wanted = lines.before(tag.start);
  if (wanted === undefined) return closesInline(nodes, current, tag) ? current : undefined;
  for (let up = 1; up <= farthestUp; up++) {
    const candidate = open.at(-up);
    if (candidate === undefined) return undefined;
    const own = tellingIndentation(nodes, lines, candidate, open[0]);
    const isMeant = own === undefined ? isAlike(nodes.name(candidate.node), tag.name) : own === wanted;
    if (isMeant) return candidate;
    if (own !== undefined && own < wanted) return undefined;
  }
  return undefined;
}

/**
 * The last child that an unclosed element keeps, `none` where it keeps none; it gives those behind it back to its
 * parent. A child goes back when it begins a line that is indented like the element's or less, or when its name has
 * its home further up; a tag without its `>` keeps only children that are plainly indented below it. Blanks at the cut
 * go back as well. `outermost` is the open element around all the others, undefined when this is it.
 */
export function lastToKeep(
  nodes: Nodes,
  lines: Indentation,
  open: OpenElement,
  outermost: OpenElement | undefined,
  livesAbove: (name: string) => boolean,
): number {
  const own = tellingIndentation(nodes, lines, open, outermost);
  let beforeLast = none;
  let last = none;
  for (let child = nodes.first(open.node); child !== none; child = nodes.next(child)) {
    if (nodes.isElement(child) && livesAbove(nodes.name(child))) break;
    const isText = nodes.kind(child) === "text";
    if (!isText && !staysBelow(lines, own, nodes.start(child), !open.isUnfinished)) break;
    beforeLast = last;
    last = child;
  }
  return last !== none && isBlank(nodes, last) ? beforeLast : last;
}

/** Whether a child stays by its place on its line; `otherwise` where lines tell nothing. */
function staysBelow(lines: Indentation, own: number | undefined, start: number, otherwise: boolean): boolean {
  const indentation = own === undefined ? undefined : lines.before(start);
  if (own === undefined || indentation === undefined) return otherwise;
  return indentation > own;
}

/**
 * How far the element's line is indented, where that tells something: in a text that indents at all, so that the
 * outermost element stands further left.
 */
function tellingIndentation(
  nodes: Nodes,
  lines: Indentation,
  open: OpenElement,
  outermost: OpenElement | undefined,
): number | undefined {
  const own = indentationOf(nodes, lines, open);
  const left = outermost === undefined ? undefined : indentationOf(nodes, lines, outermost);
  return own !== undefined && left !== undefined && left < own ? own : undefined;
}

function indentationOf(nodes: Nodes, lines: Indentation, open: OpenElement): number | undefined {
  if (open.indentation === undefined) {
    open.indentation = lines.ofLine(nodes.start(open.node)) ?? null;
  }
  return open.indentation ?? undefined;
}

function isBlank(nodes: Nodes, node: number): boolean {
  return nodes.kind(node) === "text" && nodes.text.slice(nodes.start(node), nodes.end(node)).trim() === "";
}

function closesInline(nodes: Nodes, { node }: OpenElement, tag: EndTag): boolean {
  if (isAlike(nodes.name(node), tag.name)) return true;
  for (let child = nodes.first(node); child !== none; child = nodes.next(child)) {
    if (nodes.kind(child) !== "text") return false;
    if (/[\r\n]/.test(nodes.text.slice(nodes.start(child), nodes.end(child)))) return false;
  }
  return true;
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
