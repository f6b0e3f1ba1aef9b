import type { Range as TextRange } from "../text/range.ts";
import type { Comment, Document, Element, Node } from "../xml/document.ts";
import type { Diagnostic } from "./lsp.ts";
import type { Snapshot } from "./snapshot.ts";

/** A stretch of the text in which some codes are not told, or none at all. */
interface Silence {
  readonly range: TextRange;
  readonly codes: ReadonlySet<string>;
}

/** What introduces the codes in a comment. */
export const silencer = "libvirt-slots-disable";

/**
 * Makes the filter that gives diagnostics the severity their user wants, and leaves out what is switched off, by the
 * settings or by a comment: before the domain or first in it for all of it, elsewhere for the element that follows.
 */
export function wishesOf(snapshot: Snapshot): (diagnostic: Diagnostic) => Diagnostic | undefined {
  const silences = silencesIn(snapshot.document);
  const { severities = {} } = snapshot.options;
  return (diagnostic) => {
    const { code, range, severity } = diagnostic;
    const wanted = Object.hasOwn(severities, code) ? severities[code] : undefined;
    const offset = silences.length > 0 ? snapshot.lines.offsetAt(range.start) : 0;
    if (wanted === "off" || silences.some((silence) => covers(silence, code, offset))) return undefined;
    return wanted === undefined || wanted === severity ? diagnostic : { ...diagnostic, severity: wanted };
  };
}

function covers({ range, codes }: Silence, code: string, offset: number): boolean {
  return offset >= range.start && offset < range.end && (codes.size === 0 || codes.has(code));
}

function silencesIn(document: Document): Silence[] {
  if (!document.text.includes(silencer)) return [];
  const whole = { start: 0, end: document.text.length };
  return document.children.flatMap((node) => {
    if (node.kind === "comment") return silence(document, node, whole);
    return node.kind === "element" ? silencesBelow(document, node) : [];
  });
}

function silencesBelow(document: Document, element: Element): Silence[] {
  const { children } = element;
  const firstElement = children.findIndex(({ kind }) => kind === "element");
  return children.flatMap((node, index) => {
    if (node.kind === "element") return silencesBelow(document, node);
    if (node.kind !== "comment") return [];
    const isAtTop = element.name === "domain" && (firstElement < 0 || index < firstElement);
    const scope = isAtTop ? element.range : nextElement(children, index)?.range;
    return scope ? silence(document, node, scope) : [];
  });
}

function nextElement(nodes: readonly Node[], index: number): Element | undefined {
  return nodes.slice(index + 1).find((node) => node.kind === "element");
}

/** The codes stand behind the word, with commas or blanks between them; without any, all are meant. */
function silence(document: Document, { valueRange }: Comment, range: TextRange): Silence[] {
  const [word, ...codes] = document.text
    .slice(valueRange.start, valueRange.end)
    .split(/[\s,]+/)
    .filter((part) => part !== "");
  return word === silencer ? [{ range, codes: new Set(codes) }] : [];
}
