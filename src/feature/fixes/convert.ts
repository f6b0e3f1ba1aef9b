import { writeChanges } from "../../edit/guard.ts";
import { applyEdits } from "../../text/textEdit.ts";
import { refusalsOf } from "../diagnostics.ts";
import type { Range } from "../lsp.ts";
import { answerOf, type EditAnswer } from "../pin.ts";
import { type DomainView, Snapshot } from "../snapshot.ts";
import type { Fix } from "./fix.ts";
import { correctMachine, machineElement, otherBoards } from "./machine.ts";

/** Something that can be done to the machine of a domain. */
export interface MachineAction {
  readonly title: string;
  /** A name that nobody has was corrected, rather than a domain brought to another board. */
  readonly corrects: boolean;
  readonly answer: EditAnswer;
}

/** "Convert to q35" and "Convert to i440fx" as far as libvirt takes the outcome; a right name for a wrong one. */
export function machineActions(domain: DomainView): MachineAction[] {
  return [
    ...correctMachine({ domain }).flatMap((fix) => actionsOf(domain, fix, true)),
    ...otherBoards(domain).flatMap((fix) => actionsOf(domain, fix, false)),
  ];
}

function actionsOf(domain: DomainView, { title, ways }: Fix, corrects: boolean): MachineAction[] {
  const { snapshot } = domain;
  return [...ways].flatMap((changes): MachineAction[] => {
    const result = writeChanges(snapshot.document, changes);
    if (result.edits === undefined || result.edits.length === 0) return [];
    const text = applyEdits(snapshot.text, result.edits);
    const after = new Snapshot(text, snapshot.version + 1, snapshot.options);
    const changed = after.domains[snapshot.domains.indexOf(domain)];
    if (changed === undefined) return [];
    // A wrong name hides what else is wrong, so that there may be more to mend afterwards.
    const isTaken = corrects || refusalsOf(changed).length === 0;
    return isTaken ? [{ title, corrects, answer: answerOf(snapshot, result) }] : [];
  });
}

/** Where these are offered: on `<os><type>`. */
export function rangeOfMachine(domain: DomainView): Range | undefined {
  const element = machineElement(domain);
  return element && domain.snapshot.rangeOf(element.range);
}
