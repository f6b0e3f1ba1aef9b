/** A drawing as plain data, so that one layout can be written as SVG and painted into pixels. Sizes are CSS pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly paper: string;
  readonly groups: readonly Group[];
}

/** Shapes that belong together, with what is told to whoever points at them. */
export interface Group {
  readonly title?: string;
  readonly shapes: readonly Shape[];
}

export type Shape = Box | Stroke | Words;

/** A rectangle with round corners. */
export interface Box {
  readonly type: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
}

/** A line along an SVG path, moved to a place. */
export interface Stroke {
  readonly type: "stroke";
  readonly x: number;
  readonly y: number;
  readonly path: string;
  readonly stroke: string;
  readonly width: number;
}

/** A line of text; the place is its baseline, at the left end or, where so anchored, at the right one. */
export interface Words {
  readonly type: "words";
  readonly x: number;
  readonly y: number;
  readonly anchor?: "end";
  readonly spans: readonly Span[];
}

export interface Span {
  readonly text: string;
  readonly fill: string;
  readonly size?: number;
  readonly look?: "bold" | "italic" | "mono";
}

/** The size of text whose span names none, and the corners of boxes. */
export const pictureDefaults = {
  size: 13,
  corner: 5,
  sans: "system-ui, sans-serif",
  mono: "monospace",
} as const;
