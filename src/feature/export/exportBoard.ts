import type { Picture } from "../../protocol/picture.ts";
import { boardFor } from "../boardGestures.ts";
import type { Snapshot } from "../snapshot.ts";
import { toMarkdown } from "./markdown.ts";
import { toMermaid } from "./mermaid.ts";
import { toPicture } from "./picture.ts";
import { toSvg } from "./svg.ts";

const writers = { svg: toSvg, markdown: toMarkdown, mermaid: toMermaid } as const;

/** The forms in which a board leaves the editor. */
export type ExportFormat = keyof typeof writers;

export const exportFormats = Object.keys(writers) as readonly ExportFormat[];

/** A domain of a document, the first by default, as a picture or text to show around; undefined where there is none. */
export function exportBoard(snapshot: Snapshot, format: ExportFormat, domain = 0): string | undefined {
  const board = boardFor(snapshot, undefined, domain);
  return board && writers[format](board);
}

/** A domain of a document as a drawing, for whoever paints pixels; undefined where there is none. */
export function pictureOf(snapshot: Snapshot, domain = 0): Picture | undefined {
  const board = boardFor(snapshot, undefined, domain);
  return board && toPicture(board);
}
