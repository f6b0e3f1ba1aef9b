import { define } from "../../src/define/define.ts";
import type { Definition } from "../../src/define/definition.ts";
import { readDomains } from "../../src/domain/readDomain.ts";
import type { Reading } from "../../src/domain/reading.ts";
import type { DefineOptions } from "../../src/domain/target.ts";
import { editContext } from "../../src/edit/context.ts";
import { writeChanges } from "../../src/edit/guard.ts";
import { type PinOptions, pinAll } from "../../src/edit/pin.ts";
import { unpin } from "../../src/edit/unpin.ts";
import { applyEdits, type TextEdit } from "../../src/text/textEdit.ts";
import type { Document } from "../../src/xml/document.ts";
import { parse } from "../../src/xml/parse.ts";

export interface Defined {
  readonly document: Document;
  readonly reading: Reading;
  readonly definition: Definition;
}

/** The first domain of a text as libvirt would define it; undefined where it holds none or libvirt refuses it. */
export function definedOf(text: string, options: DefineOptions = {}): Defined | undefined {
  const document = parse(text);
  const [reading] = readDomains(document);
  if (reading === undefined || document.problems.length > 0) return undefined;
  const definition = define(reading.domain, options);
  const isRefused = reading.refusals.length > 0 || definition.refusals.length > 0;
  return isRefused ? undefined : { document, reading, definition };
}

/** The edits of pinning everything. */
export function pinEdits(
  { document, reading, definition }: Defined,
  options: PinOptions = {},
): readonly TextEdit[] {
  const result = writeChanges(document, pinAll(editContext(document, reading), definition, options));
  if (result.edits === undefined) throw new Error(`pinning was refused: ${result.refused.code}`);
  return result.edits;
}

/** The text with everything pinned. */
export function pinned(defined: Defined, options: PinOptions = {}): string {
  return applyEdits(defined.document.text, pinEdits(defined, options));
}

/** The text with the addresses of all its devices taken away. */
export function unpinned(text: string): string {
  const document = parse(text);
  const [reading] = readDomains(document);
  const result = writeChanges(document, unpin(reading?.elements.values() ?? []));
  if (result.edits === undefined) throw new Error(`unpinning was refused: ${result.refused.code}`);
  return applyEdits(text, result.edits);
}

/** Devices with an address, and all controllers: what pinning promises to write. */
export function promised(definition: Definition): Definition["devices"] {
  return definition.devices.filter(
    ({ device, placement }) => device.kind === "controller" || placement.state !== "none",
  );
}

/** What a pinned text does that its author would not: other line ends, other quotes, other indentation. */
export function isClean(after: string, before: string): string[] {
  const faults: string[] = [];
  if (before.includes("\r\n") && /[^\r]\n/.test(after)) faults.push("a line feed alone");
  if (!before.includes("\n") && after.includes("\n")) faults.push("a second line");
  if (!before.includes("'") && /='[^"]*'/.test(after)) faults.push("single quotes");
  if (!/^ /m.test(before) && /^ /m.test(after)) faults.push("blanks in front of a line");
  return faults;
}
