import { applyEdits, type TextEdit } from "../text/textEdit.ts";
import type { Document, Element } from "../xml/document.ts";
import { childElements } from "../xml/document.ts";
import { parse } from "../xml/parse.ts";
import { meaningOf, readStrictly, type StrictNode, sameMeaning } from "../xml/strict.ts";
import type { Change, Markup, MarkupChild } from "./change.ts";
import { editsOf } from "./write.ts";

/** Edits, or the reason why there are none. */
export type EditResult =
  | { readonly edits: readonly TextEdit[] }
  | { readonly refused: EditRefusal; readonly edits?: undefined };

/** Words come later, in `feature`. */
export type EditRefusal =
  /** The text is no well-formed XML; nobody can tell what an edit would do. */
  | { readonly code: "broken-xml" }
  /** libvirt refuses the domain, so it chooses no addresses. */
  | { readonly code: "refused-domain" }
  /** The edited text would not say what was meant: a fault of ours, and the file stays as it is. */
  | { readonly code: "reads-differently" };

/**
 * The text edits that make the changes, proven on the way: the edited text is read by a second parser and compared
 * with what was meant. An edit that fails the proof is not returned.
 */
export function writeChanges(document: Document, changes: readonly Change[]): EditResult {
  if (document.problems.length > 0 || document.root === undefined) return { refused: { code: "broken-xml" } };
  if (changes.length === 0) return { edits: [] };
  const edits = editsOf(document, changes);
  const after = applyEdits(document.text, edits);
  return isAsMeant(document, after, changes) ? { edits } : { refused: { code: "reads-differently" } };
}

/** Whether the text after the edits says what the text before said, with exactly these changes. */
export function isAsMeant(before: Document, after: string, changes: readonly Change[]): boolean {
  if (before.root === undefined) return false;
  const strict = strictReadingOf(before);
  const meant = withChanges(strict ?? meaningOf(before.root), before.root, changes);
  const result = strict ? readStrictly(after) : ownMeaning(after);
  return result !== undefined && sameMeaning(withoutBlanks(result), withoutBlanks(meant));
}

const readings = new WeakMap<Document, { readonly strict: StrictNode | undefined }>();

/** One version of a text is the start of many edits that are tried; the second parser reads it once. */
function strictReadingOf(document: Document): StrictNode | undefined {
  const known = readings.get(document) ?? { strict: readStrictly(document.text) };
  readings.set(document, known);
  return known.strict;
}

/** Blanks between tags say nothing, also where the last element between them has gone. */
function withoutBlanks(node: StrictNode): StrictNode {
  const text = node.text.trim() === "" ? "" : node.text;
  return { ...node, text, children: node.children.map(withoutBlanks) };
}

/** For the few texts that the second parser refuses although they are well-formed. */
function ownMeaning(text: string): StrictNode | undefined {
  const document = parse(text);
  return document.problems.length === 0 && document.root ? meaningOf(document.root) : undefined;
}

/** What the root shall mean, worked out on meanings alone: no offset and no text edit has a say here. */
function withChanges(root: StrictNode, element: Element, changes: readonly Change[]): StrictNode {
  const byElement = new Map(changes.map((change) => [change.element, change]));
  const touched = new Set<Element>();
  for (const { element: start } of changes) {
    for (let at: Element | undefined = start; at !== undefined; at = at.parent) touched.add(at);
  }
  const change = (node: StrictNode, at: Element): StrictNode =>
    touched.has(at) ? changed(node, at, byElement.get(at), change) : node;
  return change(root, element);
}

function changed(
  node: StrictNode,
  element: Element,
  change: Change | undefined,
  recurse: (node: StrictNode, at: Element) => StrictNode,
): StrictNode {
  const own = childElements(element);
  const slots = own.map((child, at): { child: Element; nodes: StrictNode[] } => {
    const meaning = node.children[at];
    const replacement = change?.replaced?.find((it) => it.child === child);
    if (meaning === undefined || change?.removed?.includes(child)) return { child, nodes: [] };
    return { child, nodes: [replacement ? meaningOfMarkup(replacement.by) : recurse(meaning, child)] };
  });
  const children = withAdded(slots, change);
  const attributes = new Map(node.attributes);
  for (const { name, value } of change?.attributes ?? []) {
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
  }
  const isSameContent = children.length > 0 ? own.length > 0 : own.length === 0;
  return { name: node.name, attributes, children, text: isSameContent ? node.text : node.text.trim() };
}

function withAdded(
  slots: readonly { readonly child: Element; readonly nodes: readonly StrictNode[] }[],
  change: Change | undefined,
): StrictNode[] {
  const added = change?.added ?? [];
  const meanings = (wanted: (addition: (typeof added)[number]) => boolean) =>
    added.filter(wanted).map(({ markup }) => meaningOfMarkup(markup));
  return [
    ...slots.flatMap(({ child, nodes }) => [
      ...meanings((addition) => addition.before === child),
      ...nodes,
      ...meanings((addition) => addition.after === child),
    ]),
    ...meanings((addition) => addition.before === undefined && addition.after === undefined),
  ];
}

function meaningOfMarkup(markup: MarkupChild): StrictNode {
  if ("copyOf" in markup) return meaningOf(markup.copyOf);
  const { name, attributes, children = [], text = "" } = markup satisfies Markup;
  return { name, attributes: new Map(attributes), children: children.map(meaningOfMarkup), text };
}
