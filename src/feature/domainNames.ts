import type { DomainView } from "./snapshot.ts";

/**
 * What the domains of one document are called, so that a person can tell them apart: by name, by what they are to a
 * snapshot, and by number where that is not enough.
 */
export function domainNames(domains: readonly DomainView[]): string[] {
  const plain = domains.map(nameOf);
  return plain.map((name, at) => {
    const same = plain.slice(0, at).filter((other) => other === name).length;
    return plain.indexOf(name) === plain.lastIndexOf(name) ? name : `${name} (${same + 1})`;
  });
}

/** A snapshot of a running guest holds its domain as it ran and, apart from that, as it would be started anew. */
function nameOf({ reading: { domain, root } }: DomainView): string {
  const name = domain.name === undefined || domain.name === "" ? "unnamed domain" : domain.name;
  return root.name === "inactiveDomain" ? `${name}, when started anew` : name;
}
