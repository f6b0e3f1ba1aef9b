import type { Attribute, Document, Element, Node } from "./document.ts";
import type { Problems } from "./problems.ts";

/** Above this many attributes an index pays for itself. */
const fewAttributes = 12;

/** Reports every attribute whose name the element has already. */
export function reportRepeated(attributes: readonly Attribute[], problems: Problems): void {
  if (attributes.length > fewAttributes) {
    reportRepeatedAmongMany(attributes, problems);
    return;
  }
  for (let at = 1; at < attributes.length; at++) {
    const attribute = attributes[at] as Attribute;
    const first = attributes.find((other) => other.name === attribute.name) as Attribute;
    if (first !== attribute) reportRepetition(attribute, first, problems);
  }
}

function reportRepeatedAmongMany(attributes: readonly Attribute[], problems: Problems): void {
  const firsts = new Map<string, Attribute>();
  for (const attribute of attributes) {
    const first = firsts.get(attribute.name);
    if (first === undefined) firsts.set(attribute.name, attribute);
    else reportRepetition(attribute, first, problems);
  }
}

function reportRepetition(attribute: Attribute, first: Attribute, problems: Problems): void {
  if (problems.isFull) return;
  const message = `Keep only one ${attribute.name}; an element has each attribute once.`;
  const related = [{ message: "It is given here first.", range: first.nameRange }];
  problems.add("duplicate-attribute", message, attribute.nameRange, related);
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
export function reportTop(document: Document, problems: Problems): void {
  let first: Element | undefined;
  for (const node of document.children) {
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
