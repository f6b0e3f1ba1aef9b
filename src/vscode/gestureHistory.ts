/** One gesture as it changed the text of its document. */
interface Step {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** As many gestures as anybody takes back one after another. */
const most = 50;

/**
 * The names of what was done on a board. VS Code's own list of undo steps takes no names from extensions, so a step is
 * known again by the texts on both sides of it.
 */
export class GestureHistory {
  readonly #steps: Step[] = [];

  /** Notes a gesture that has changed the text. */
  note(name: string, before: string, after: string): void {
    if (before === after) return;
    this.#steps.push({ name, before, after });
    if (this.#steps.length > most) this.#steps.shift();
  }

  /** The sentence about an undo or redo that led from one text to another: with the gesture's name where it was one. */
  tell(command: "undo" | "redo", from: string, to: string): string {
    const word = command === "undo" ? "Undone" : "Redone";
    if (from === to) return `Nothing to ${command}.`;
    const step = this.#steps.findLast(({ before, after }) =>
      command === "undo" ? after === from && before === to : before === from && after === to,
    );
    return step === undefined ? `${word}: a change of the text.` : `${word}: ${step.name}.`;
  }
}
