import { boardFor } from "../boardGestures.ts";
import type { Snapshot } from "../snapshot.ts";
import { toMarkdown } from "./markdown.ts";
import { toMermaid } from "./mermaid.ts";
import { toSvg } from "./svg.ts";

const writers = { svg: toSvg, markdown: toMarkdown, mermaid: toMermaid } as const;

/** The forms in which a board leaves the editor. */
export type ExportFormat = keyof typeof writers;

export const exportFormats = Object.keys(writers) as readonly ExportFormat[];

/** The first domain of a document as a picture or text to show around; undefined where there is none. */
export function exportBoard(snapshot: Snapshot, format: ExportFormat): string | undefined {
  const board = boardFor(snapshot);
  return board && writers[format](board);
}
