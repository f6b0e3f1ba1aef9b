import { refusalsOf } from "../diagnostics.ts";
import type { Range } from "../lsp.ts";
import { answerOf, type EditAnswer } from "../pin.ts";
import type { DomainView, Snapshot } from "../snapshot.ts";
import { type FixedAll, following, followUp } from "./consequences.ts";
import type { Fix } from "./fix.ts";
import { correctMachine, machineElement, otherBoards } from "./machine.ts";
import { copyWith } from "./trial.ts";

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
  return [...ways].flatMap((changes): MachineAction[] => {
    const copy = copyWith(domain, changes);
    if (copy === undefined) return [];
    // A wrong name hides what else is wrong, so that there may be more to mend afterwards.
    const { count, edits, after } = corrects ? { count: 0, ...copy } : cleaned(domain, { count: 0, ...copy });
    if (!corrects && !isClean(domain, after)) return [];
    return [{ title: title + following(count), corrects, answer: answerOf(domain.snapshot, { edits }) }];
  });
}

/** What fits one board only, such as its own watchdog, is exchanged on the way. */
function cleaned(domain: DomainView, converted: FixedAll): FixedAll {
  return isClean(domain, converted.after) ? converted : followUp(converted);
}

function isClean(domain: DomainView, after: Snapshot): boolean {
  const changed = after.domains[domain.snapshot.domains.indexOf(domain)];
  return changed !== undefined && refusalsOf(changed).length === 0;
}

/** Where these are offered: on `<os><type>`. */
export function rangeOfMachine(domain: DomainView): Range | undefined {
  const element = machineElement(domain);
  return element && domain.snapshot.rangeOf(element.range);
}
