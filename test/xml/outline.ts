import type { Document, Element, Node } from "../../src/xml/document.ts";

/** A tree on one line: `disk[type=file](source target)`, text in quotes, blanks left out. */
export function outline(document: Document): string {
  return outlineAll(document.children);
}

/** Only the elements' names: `disk(source target)`. */
export function skeleton(document: Document): string {
  return outlineAll(document.children)
    .replace(/\[[^\]]*\]/g, "")
    .replace(/"[^"]*" ?/g, "")
    .replace(/ \)/g, ")")
    .replace(/\(\)/g, "");
}

/** Every element below a list of nodes, in document order. */
export function allElements(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => (node.kind === "element" ? [node, ...allElements(node.children)] : []));
}

function outlineAll(nodes: readonly Node[]): string {
  return nodes
    .map(outlineOf)
    .filter((part) => part !== "")
    .join(" ");
}

function outlineOf(node: Node): string {
  if (node.kind === "element") {
    const attributes = node.attributes.map(({ name, value }) => `${name}=${value}`).join(" ");
    const children = outlineAll(node.children);
    return (
      node.name + (attributes === "" ? "" : `[${attributes}]`) + (children === "" ? "" : `(${children})`)
    );
  }
  if (node.kind === "text") return node.value.trim() === "" ? "" : `"${node.value.trim()}"`;
  if (node.kind === "cdata") return `cdata"${node.value}"`;
  if (node.kind === "instruction") return `?${node.name}`;
  return node.kind === "comment" ? "#" : "!";
}
