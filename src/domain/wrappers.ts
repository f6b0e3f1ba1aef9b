import { valueOf as attributeValue, childElements, type Document, type Element } from "../xml/document.ts";

/**
 * Documents of libvirt that carry a whole domain inside: snapshots, checkpoints, status files, saved jobs; and
 * `<domains>`, which people write around several of their own. A domain in them counts as one on its own.
 */
const wrapperNames: ReadonlySet<string> = new Set([
  "domainsnapshot",
  "domaincheckpoint",
  "domainbackup",
  "domstatus",
  "domainsave",
  "qemusave",
  "preparse",
  "domains",
]);

const domainNames: ReadonlySet<string> = new Set(["domain", "inactiveDomain"]);

/**
 * Every element of the document that is read as a domain, in document order: a root `<domain>` that has a type, or
 * the domains inside one of libvirt's wrappers. Empty for all other XML.
 */
export function findDomainElements(document: Document): readonly Element[] {
  const root = document.root;
  if (root === undefined) return [];
  if (root.name === "domain") return attributeValue(root, "type") === undefined ? [] : [root];
  return wrapperNames.has(root.name) ? domainsWithin(root, 3) : [];
}

/**
 * Whether the text may hold a domain: a look at the name of its first tag, so that other XML costs nothing.
 * A text that passes may still turn out to hold none.
 */
export function looksLikeDomain(text: string): boolean {
  const start = firstTag(text);
  if (start < 0) return false;
  let end = start + 1;
  while (end < text.length && isNameCharacter(text.charCodeAt(end))) end++;
  const name = text.slice(start + 1, end);
  return name === "domain" || wrapperNames.has(name);
}

/** Domains lie a few levels deep at most: status files and migration cookies put one element in between. */
function domainsWithin(element: Element, depth: number): Element[] {
  return childElements(element).flatMap((child) => {
    if (domainNames.has(child.name) && attributeValue(child, "type") !== undefined) return [child];
    return depth > 1 ? domainsWithin(child, depth - 1) : [];
  });
}

/** The offset of the first start tag, behind declarations, comments and instructions; -1 where there is none. */
function firstTag(text: string): number {
  let index = 0;
  for (;;) {
    index = text.indexOf("<", index);
    if (index < 0) return -1;
    if (text.startsWith("<!--", index)) index = endOf(text, "-->", index + 4);
    else if (text.startsWith("<?", index)) index = endOf(text, "?>", index + 2);
    else if (text.startsWith("<!", index)) index = endOfDoctype(text, index + 2);
    else return index;
    if (index < 0) return -1;
  }
}

function endOf(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? -1 : index + mark.length;
}

/** A document type may hold declarations between brackets. */
function endOfDoctype(text: string, from: number): number {
  const bracket = text.indexOf("[", from);
  const close = text.indexOf(">", from);
  if (bracket < 0 || (close >= 0 && close < bracket)) return close < 0 ? -1 : close + 1;
  const closeBracket = text.indexOf("]", bracket);
  return closeBracket < 0 ? -1 : endOf(text, ">", closeBracket);
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 58 || code === 45 || code === 95
  );
}
