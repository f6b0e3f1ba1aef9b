import type * as vscode from "vscode";

/** How long, in milliseconds, a panel may take to come to the front; where it does not, somebody went elsewhere. */
const patience = 1000;

/**
 * The keyboard of a panel, borrowed for what VS Code does only where the keyboard is, such as undo in a text. One
 * borrower after another: whoever came while the keyboard was on its way back would find it in neither place.
 */
export class BorrowedKeyboard {
  readonly #panel: vscode.WebviewPanel;
  #last: Promise<void> = Promise.resolve();

  constructor(panel: vscode.WebviewPanel) {
    this.#panel = panel;
  }

  /** Does something with the keyboard, once everybody before has given it back, and brings it back to the panel. */
  borrow(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work).finally(() => broughtBack(this.#panel));
    // What went wrong is told to whoever asked for it; the next one starts afresh.
    this.#last = turn.then(done, done);
    return turn;
  }
}

function done(): void {}

/** Gives the keyboard to a panel, and waits until VS Code says that it is there. */
function broughtBack(panel: vscode.WebviewPanel): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(late);
      listener.dispose();
      resolve();
    };
    const late = setTimeout(finish, patience);
    const listener = panel.onDidChangeViewState(() => {
      if (panel.active) finish();
    });
    panel.reveal(undefined, false);
  });
}
