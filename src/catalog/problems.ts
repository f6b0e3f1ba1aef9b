import { adviceProblems } from "./problems/advice.ts";
import { type ProblemRow, startProblems } from "./problems/start.ts";

/**
 * Everything we find in domains beyond what libvirt refuses at define: what keeps a guest from starting, and what
 * works but harms or surprises. One row per code.
 */
export const problems = { ...startProblems, ...adviceProblems } as const satisfies Readonly<
  Record<string, ProblemRow>
>;

export type ProblemCode = keyof typeof problems;

const rows: Readonly<Record<string, ProblemRow>> = problems;

/** The row of a code. */
export function problemRow(code: ProblemCode): ProblemRow {
  const row = rows[code];
  if (row === undefined) throw new RangeError(`there is no problem ${code}`);
  return row;
}

/** Whether a name is the code of a problem. */
export function isProblemCode(name: string): name is ProblemCode {
  return Object.hasOwn(problems, name);
}
