import type { Element, Node } from "./document.ts";

/** An element while its end is unknown. Nobody outside the parser sees one change. */
export type ElementDraft = { -readonly [Key in keyof Element]: Element[Key] } & {
  children: Node[];
  range: { start: number; end: number };
};

/** An element that waits for its end tag. */
export interface OpenElement {
  readonly element: ElementDraft;
  /** Its start tag has no `>`. */
  readonly isUnfinished: boolean;
  /** The columns its line is indented by; undefined until asked for, null when that line begins too far away. */
  indentation: number | null | undefined;
}

/** The element names that live directly in one parent, by name; used only to repair what is not closed. */
export type Homes = ReadonlyMap<string, string>;
