import type { Element, Node } from "./document.ts";
import type { Nodes } from "./nodes.ts";
import type { Problems } from "./problems.ts";
import type { Scan } from "./scan.ts";
import type { StartTag } from "./tag.ts";

/** Above this many attributes an index pays for itself. */
const fewAttributes = 12;

/** Reports every attribute of a tag whose name the tag has already. */
export function reportRepeated(
  { nodes, problems }: Scan,
  { firstAttribute, attributeCount }: StartTag,
): void {
  if (attributeCount < 2) return;
  const end = firstAttribute + attributeCount;
  const firsts = attributeCount > fewAttributes ? new Map<number, number>() : undefined;
  for (let at = firstAttribute; at < end; at++) {
    const name = nodes.attributeNameId(at);
    const first = firsts ? firsts.get(name) : firstOfName(nodes, name, firstAttribute, at);
    if (first === undefined) firsts?.set(name, at);
    else reportRepetition(nodes, at, first, problems);
  }
}

function firstOfName(nodes: Nodes, name: number, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (nodes.attributeNameId(at) === name) return at;
  return undefined;
}

function reportRepetition(nodes: Nodes, attribute: number, first: number, problems: Problems): void {
  if (problems.isFull) return;
  const message = `Keep only one ${nodes.attributeName(attribute)}; an element has each attribute once.`;
  const related = [{ message: "It is given here first.", range: nodes.attributeNameRange(first) }];
  problems.add("duplicate-attribute", message, nodes.attributeNameRange(attribute), related);
}

/** Reports the control characters and half surrogate pairs that XML allows nowhere. */
export function reportCharacters(text: string, problems: Problems): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found.
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;
  for (let hit = forbidden.exec(text); hit !== null && !problems.isFull; hit = forbidden.exec(text)) {
    const message = "Remove this character; XML does not allow it.";
    problems.add("forbidden-character", message, { start: hit.index, end: hit.index + 1 });
  }
}

/** Reports what may not stand at the top: a second element, text, CDATA, a late document type, or nothing at all. */
export function reportTop(children: readonly Node[], problems: Problems): void {
  let first: Element | undefined;
  for (const node of children) {
    if (node.kind === "element" && first !== undefined) {
      problems.add("second-root", "Put everything into one root element.", node.startTag, [
        { message: "The first one is here.", range: first.startTag },
      ]);
    } else if (node.kind === "element") {
      first = node;
    } else if (isTextOutside(node)) {
      problems.add("text-outside-root", "Remove the text outside the root element.", node.range);
    } else if (node.kind === "doctype" && first !== undefined) {
      problems.add("misplaced-doctype", "Move the DOCTYPE before the root element.", node.range);
    }
  }
  if (first === undefined) problems.add("no-root", "Write a root element.", { start: 0, end: 0 });
}

function isTextOutside(node: Node): boolean {
  return node.kind === "cdata" || (node.kind === "text" && node.value.trim() !== "");
}
