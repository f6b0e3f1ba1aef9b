import type { BoardProblem } from "../src/protocol/board.ts";
import { iconPath } from "../src/protocol/icons.ts";

/** Pictures of 16 by 16, drawn with strokes of the text colour. */
const glyphs = {
  lock: "M5 7.5V5.2a3 3 0 0 1 6 0v2.3M3.8 7.5h8.4v6H3.8zM8 10v1.4",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 14 14",
  undo: "M5.5 3 2.5 6l3 3M2.8 6H9a4 4 0 0 1 0 8H6",
  redo: "M10.5 3l3 3-3 3M13.2 6H7a4 4 0 0 0 0 8h3",
  fold: "M4 6.5 8 2.5l4 4M4 9.5l4 4 4-4",
  open: "M6 4l4 4-4 4",
  cursor: "M6 2.5h1.2Q8 2.5 8 3.5v9q0 1-.8 1H6M10 2.5H8.8q-.8 0-.8 1M10 13.5H8.8q-.8 0-.8-1M6.5 8h3",
  drop: "M8 2.5v8M4.8 7.4 8 10.6l3.2-3.2M3 13.5h10",
  barred: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM3.8 3.8l8.4 8.4",
  up: "M8 13V3.5M4 7l4-4 4 4",
  swap: "M3 5.5h9M9.5 3l2.5 2.5L9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  close: "M4 4l8 8M12 4l-8 8",
  cut: "M4.5 12.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM11.5 12.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.6 9.2 11 2.5M10.4 9.2 5 2.5",
} as const;

const severities: Readonly<Record<BoardProblem["severity"], string>> = {
  error: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  warning: "M8 2.2 14.3 13.5H1.7zM8 6.4v3.4M8 11.6v.3",
  information: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.3v3.6M8 5v.3",
  hint: "M8 2.5a4 4 0 0 0-2.2 7.3v1.7h4.4V9.8A4 4 0 0 0 8 2.5zM6.5 13.8h3",
};

export type GlyphName = keyof typeof glyphs;

export function Glyph({ name }: { readonly name: GlyphName }) {
  return <Picture path={glyphs[name]} className={`glyph glyph-${name}`} />;
}

export function SeverityGlyph({ severity }: { readonly severity: BoardProblem["severity"] }) {
  return <Picture path={severities[severity]} className={`glyph severity-${severity}`} />;
}

/** The picture of a device kind; a chip with legs for kinds we have not drawn. */
export function KindIcon({ kind }: { readonly kind: string }) {
  return <Picture path={iconPath(kind)} className="kind-icon" />;
}

function Picture({ path, className }: { readonly path: string; readonly className: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
