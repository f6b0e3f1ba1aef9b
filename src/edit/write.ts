import type { Range } from "../text/range.ts";
import type { TextEdit } from "../text/textEdit.ts";
import { type Attribute, attributeOf, childElements, type Document, type Element } from "../xml/document.ts";
import type { Added, AttributeChange, Change } from "./change.ts";
import { endOfContent, endWithRemarks, indentOf, ownLinesOf } from "./layout.ts";
import { attributeText, breakTo, escapeValue, render } from "./render.ts";
import { type Style, styleOf, styleOfDocument } from "./style.ts";

/**
 * The smallest text edits that make the changes, in the style around each element. The document must be well-formed,
 * and no element may be named by two changes.
 */
export function editsOf(document: Document, changes: readonly Change[]): TextEdit[] {
  const documentStyle = styleOfDocument(document);
  return changes.flatMap((change) => {
    const style = styleOf(document, placeOfStyle(change.element), documentStyle);
    const { element, attributes = [] } = change;
    return [...attributeEdits(element, attributes, style), ...contentEdits(document, change, style)];
  });
}

/** Small elements show few habits; the device around them shows more. */
function placeOfStyle(element: Element): Element {
  let place = element;
  while (place.parent !== undefined && place.parent.name !== "devices" && place.parent.name !== "domain") {
    place = place.parent;
  }
  return place;
}

function attributeEdits(element: Element, changes: readonly AttributeChange[], style: Style): TextEdit[] {
  return changes.map((change) => {
    const { name, value } = change;
    const written = attributeOf(element, name);
    if (written === undefined) return newAttribute(element, change, style);
    if (value === undefined) return { range: withBlanksBefore(element, written), newText: "" };
    return { range: written.valueRange, newText: escapeValue(value, written.quote ?? style.quote) };
  });
}

function withBlanksBefore(element: Element, attribute: Attribute): Range {
  const neighbour = element.attributes[element.attributes.indexOf(attribute) - 1];
  return { start: (neighbour?.range ?? element.nameRange).end, end: attribute.range.end };
}

function newAttribute(
  element: Element,
  { name, value = "", behind }: AttributeChange,
  style: Style,
): TextEdit {
  const neighbour = element.attributes.findLast((attribute) => behind.includes(attribute.name));
  const at = (neighbour?.range ?? element.nameRange).end;
  return { range: { start: at, end: at }, newText: ` ${attributeText(name, value, style)}` };
}

function contentEdits(document: Document, change: Change, style: Style): TextEdit[] {
  const { element, added = [], removed = [], replaced = [] } = change;
  if (element.selfClosing) return added.length > 0 ? [openUp(document, element, added, style)] : [];
  if (added.length === 0 && replaced.length === 0 && leavesNothing(document, element, removed)) {
    return removed.length > 0 ? [closeUp(element, style)] : [];
  }
  return [
    ...replaced.map(({ child, by }) => ({
      range: child.range,
      newText: render(document, by, style, indentOf(document, child)),
    })),
    ...removed.map((child) => ({ range: ownLinesOf(document, child) ?? child.range, newText: "" })),
    ...anchoredFirst(added).map((addition) => insertion(document, element, addition, style)),
    ...endTagBreak(document, change, style),
  ];
}

/** Behind the last child both sorts go to one place: what stands next to that child, then what comes last of all. */
function anchoredFirst(added: readonly Added[]): Added[] {
  const isAnchored = ({ before, after }: Added) => before !== undefined || after !== undefined;
  return [...added.filter(isAnchored), ...added.filter((addition) => !isAnchored(addition))];
}

/** `<rng/>` becomes `<rng>…</rng>`. */
function openUp(document: Document, element: Element, added: readonly Added[], style: Style): TextEdit {
  const indent = indentOf(document, element);
  const inner = indent === undefined ? undefined : indent + style.indent;
  const children = added.map(({ markup }) => breakTo(style, inner) + render(document, markup, style, inner));
  const start = (element.attributes.at(-1)?.range ?? element.nameRange).end;
  return {
    range: { start, end: element.range.end },
    newText: `>${children.join("")}${breakTo(style, indent)}</${element.name}>`,
  };
}

/** `<rng>` with nothing left inside becomes `<rng/>`. */
function closeUp(element: Element, style: Style): TextEdit {
  const start = (element.attributes.at(-1)?.range ?? element.nameRange).end;
  return { range: { start, end: element.range.end }, newText: style.selfClose };
}

function leavesNothing(document: Document, element: Element, removed: readonly Element[]): boolean {
  return element.children.every((node) =>
    node.kind === "text"
      ? document.text.slice(node.range.start, node.range.end).trim() === ""
      : node.kind === "element" && removed.includes(node),
  );
}

function insertion(
  document: Document,
  parent: Element,
  { markup, before, after }: Added,
  style: Style,
): TextEdit {
  const anchor = before ?? after;
  const indent = anchor ? indentOf(document, anchor) : childIndent(document, parent, style);
  const text = render(document, markup, style, indent);
  if (before) return inserted(before.range.start, text + breakTo(style, indent));
  const at = after ? endWithRemarks(document, parent, after) : endOfContent(document, parent);
  return inserted(at, breakTo(style, indent) + text);
}

function inserted(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

/** The indentation of a new child; undefined where the children do not stand on lines of their own. */
function childIndent(document: Document, parent: Element, style: Style): string | undefined {
  const children = childElements(parent);
  const model = children.findLast((child) => indentOf(document, child) !== undefined);
  if (model !== undefined) return indentOf(document, model);
  const indent = indentOf(document, parent);
  return children.length > 0 || indent === undefined ? undefined : indent + style.indent;
}

/** In `<rng></rng>` the end tag moves to a line of its own, below the new children. */
function endTagBreak(document: Document, { element, added = [] }: Change, style: Style): TextEdit[] {
  const { endTag, startTag } = element;
  const isBare = added.length > 0 && endTag && endOfContent(document, element) === startTag.end;
  if (!isBare || /[\r\n]/.test(document.text.slice(startTag.end, endTag.start))) return [];
  return [inserted(startTag.end, breakTo(style, indentOf(document, element)))];
}
