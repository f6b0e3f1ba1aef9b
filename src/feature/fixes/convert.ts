import { writeChanges } from "../../edit/guard.ts";
import { applyEdits } from "../../text/textEdit.ts";
import { refusalsOf } from "../diagnostics.ts";
import type { Range } from "../lsp.ts";
import { answerOf, type EditAnswer } from "../pin.ts";
import { type DomainView, Snapshot } from "../snapshot.ts";
import { machineElement, otherBoards } from "./machine.ts";

/** A conversion to another board, as an edit. */
export interface Conversion {
  readonly title: string;
  readonly answer: EditAnswer;
}

/** "Convert to q35" and "Convert to i440fx" as far as libvirt takes the outcome. */
export function conversionsOf(domain: DomainView): Conversion[] {
  const { snapshot } = domain;
  return otherBoards(domain).flatMap(({ title, ways }) =>
    [...ways].flatMap((changes): Conversion[] => {
      const result = writeChanges(snapshot.document, changes);
      if (result.edits === undefined || result.edits.length === 0) return [];
      const text = applyEdits(snapshot.text, result.edits);
      const after = new Snapshot(text, snapshot.version + 1, snapshot.options);
      const converted = after.domains[snapshot.domains.indexOf(domain)];
      const isTaken = converted !== undefined && refusalsOf(converted).length === 0;
      return isTaken ? [{ title, answer: answerOf(snapshot, result) }] : [];
    }),
  );
}

/** Where conversions are offered: on `<os><type>`. */
export function rangeOfMachine(domain: DomainView): Range | undefined {
  const element = machineElement(domain);
  return element && domain.snapshot.rangeOf(element.range);
}
