/** A stretch of text in UTF-16 offsets; `end` is exclusive, and an empty range marks a place. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether the character at `offset` lies in the range. An empty range contains nothing. */
export function contains(range: Range, offset: number): boolean {
  return range.start <= offset && offset < range.end;
}

/** Whether `inner` lies wholly in `outer`; equal ranges cover each other. */
export function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
