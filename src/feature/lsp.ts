/**
 * The shapes of the Language Server Protocol that features answer in, as plain data. Adapters turn them into the
 * classes of their editor. Severities are words, so that they read the same in JSON output.
 */
import type { Position } from "../text/lines.ts";

export type { Position };

/** `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export type Severity = "error" | "warning" | "information" | "hint";

/** Another place in the same document that has to do with a diagnostic. */
export interface RelatedInformation {
  readonly message: string;
  readonly range: Range;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly source: "libvirt";
  readonly message: string;
  /** The exact words libvirt prints after `error: `, where libvirt itself would refuse. */
  readonly libvirtError?: string;
  readonly range: Range;
  readonly related: readonly RelatedInformation[];
}

/** Something the user may choose to do; the edits apply to the document as it is now. */
export interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly edits: readonly TextEdit[];
  /** The problems it solves. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isPreferred: boolean;
}

/** What is told about the place under the pointer, as Markdown. */
export interface Hover {
  readonly contents: string;
  readonly range: Range;
}

/** A few words shown in the text that are not part of it; the tooltip is plain text. */
export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

/** A line of words above a line of text; clicking it does what `action` says. */
export interface CodeLens {
  readonly range: Range;
  readonly title: string;
  readonly action: "openSlotEditor" | "pinAll";
  /** The domain of the document it stands above, counted from 0. */
  readonly domain: number;
}

/** One entry of a document's outline. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: "domain" | "controller" | "device";
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}
