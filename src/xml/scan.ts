import { NextIndex } from "./characters.ts";
import { reportReferences } from "./entities.ts";
import { Nodes } from "./nodes.ts";
import { Problems } from "./problems.ts";

/** What all scanners of one text share: the text, the tree that grows, and what is wrong so far. */
export class Scan {
  readonly text: string;
  readonly nodes: Nodes;
  readonly problems = new Problems();
  readonly #ampersand: NextIndex;

  constructor(text: string) {
    this.text = text;
    this.nodes = new Nodes(text);
    this.#ampersand = new NextIndex(text, "&");
  }

  /** Reports the references of a value or a text that mean nothing. */
  checkReferences(start: number, end: number): void {
    if (this.#ampersand.from(start) < end) reportReferences(this.text, start, end, this.problems);
  }
}
