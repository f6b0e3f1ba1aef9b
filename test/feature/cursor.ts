import { type DomainService, getDomainService, type Range, type Snapshot } from "../../src/service.ts";

/** A document with its service, and the place where `|` stood in the text. */
export interface Opened {
  readonly service: DomainService;
  readonly snapshot: Snapshot;
  readonly cursor: { readonly line: number; readonly character: number };
  /** What a range of the document says. */
  under(range: Range): string;
}

/** Opens a text; `|` is the cursor and no part of it. */
export function open(marked: string): Opened {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  return {
    service,
    snapshot,
    cursor: snapshot.lines.positionAt(Math.max(at, 0)),
    under: ({ start, end }) => text.slice(snapshot.lines.offsetAt(start), snapshot.lines.offsetAt(end)),
  };
}

/** A guest with these devices, one below the other; a q35 unless told otherwise. */
export function guest(devices: string, machine = "q35", arch = "x86_64"): string {
  return [
    "<domain type='kvm'>",
    "  <name>guest</name>",
    `  <os><type arch='${arch}' machine='${machine}'>hvm</type></os>`,
    "  <devices>",
    devices,
    "  </devices>",
    "</domain>",
  ].join("\n");
}

/** The whole document. */
export const everything: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
