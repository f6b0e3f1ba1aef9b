import { isProblemCode } from "../catalog/problems.ts";
import { refusals } from "../catalog/refusals.ts";

/** Where a code is explained: a path from the root of the repository, with the heading; undefined for faults of XML. */
export function documentationOf(code: string): string | undefined {
  if (isProblemCode(code)) return `docs/problems.md#${code}`;
  return Object.hasOwn(refusals, code) ? `docs/refusals.md#${code}` : undefined;
}
