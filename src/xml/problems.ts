import type { Range } from "../text/range.ts";
import type { RelatedPlace, SyntaxProblem } from "./document.ts";

/** More than anyone reads; a hostile text must not fill the memory with complaints. */
export const mostProblems = 500;

/** Collects the problems of one text, up to `mostProblems`. */
export class Problems {
  readonly #found: SyntaxProblem[] = [];

  get isFull(): boolean {
    return this.#found.length >= mostProblems;
  }

  add(code: string, message: string, range: Range, related?: readonly RelatedPlace[]): void {
    if (this.isFull) return;
    this.#found.push(related === undefined ? { code, message, range } : { code, message, range, related });
  }

  /** What was found, by place. */
  inOrder(): SyntaxProblem[] {
    return this.#found.toSorted((one, other) => one.range.start - other.range.start);
  }
}
