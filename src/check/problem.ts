import type { ProblemSeverity } from "../catalog/problems/start.ts";
import { type ProblemCode, problemRow } from "../catalog/problems.ts";
import type { Definition } from "../define/definition.ts";
import type { Place, RefusalValues } from "../domain/refusal.ts";

/** Something beyond libvirt's refusals at define that keeps a guest from starting, harms it or surprises its owner. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** Fill the placeholders of our own words and of what is said at start. */
  readonly values: RefusalValues;
  readonly subject: Place;
  readonly related: readonly Place[];
}

/** Looks at a whole definition for one sort of problem. It sees no text and no offsets. */
export type Check = (definition: Definition) => Problem[];

/** A problem with the severity of its row. */
export function problem(
  code: ProblemCode,
  values: RefusalValues,
  subject: Place,
  related: readonly Place[] = [],
): Problem {
  return { code, severity: problemRow(code).severity, values, subject, related };
}
