import { qemuDomainTypes } from "../catalog/domainTypes.ts";
import { checkAll } from "../check/checks.ts";
import type { Problem } from "../check/problem.ts";
import type { Place, Refusal } from "../domain/refusal.ts";
import type { DomainView } from "./snapshot.ts";

/** What QEMU would refuse, and what works but harms; without what libvirt's refusals say about the same spot. */
export function problemsOf(domain: DomainView, refusals: readonly Refusal[]): Problem[] {
  if (!qemuDomainTypes.has(domain.reading.domain.type)) return [];
  const refused = new Set(refusals.map(({ subject }) => spotOf(subject)));
  return checkAll(domain.definition).filter(({ subject }) => !refused.has(spotOf(subject)));
}

/** A place without its finer parts: all of an address is one spot. */
function spotOf({ device, part = "" }: Place): string {
  return `${device} ${part.split(/[@/[]/)[0]}`;
}
