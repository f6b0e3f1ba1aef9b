import { domainNames } from "../domainNames.ts";
import type { Snapshot } from "../snapshot.ts";

/** So many characters of a domain's name stand in a file's name. */
const longest = 60;

/**
 * What a file with an exported domain is to be called, without its ending: as its document, and among several domains
 * also by the domain's name, or by its number from 1 where the names do not tell two files apart. The domain is counted
 * from 0; of the last one where there are not as many.
 */
export function exportStem({ domains }: Snapshot, documentStem: string, wanted = 0): string {
  if (domains.length < 2) return documentStem;
  const names = domainNames(domains).map(inFileName);
  const at = Math.min(wanted, names.length - 1);
  const name = names[at] ?? "";
  // File systems differ in whether capitals count, so here they do not.
  const alike = names.filter((other) => other.toLowerCase() === name.toLowerCase());
  return `${documentStem}-${name === "" || alike.length > 1 ? at + 1 : name}`;
}

/** A name in letters, digits and the few signs that every file system takes. */
function inFileName(name: string): string {
  const safe = name.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-");
  return [...safe]
    .slice(0, longest)
    .join("")
    .replace(/^[-.]+|[-.]+$/g, "");
}
