/** An element that waits for its end tag. */
export interface OpenElement {
  /** Its row among the nodes. */
  readonly node: number;
  /** Its start tag has no `>`. */
  readonly isUnfinished: boolean;
  /** The columns its line is indented by; undefined until asked for, null when that line begins too far away. */
  indentation: number | null | undefined;
}

/** The element names that live directly in one parent, by name; used only to repair what is not closed. */
export type Homes = ReadonlyMap<string, string>;
