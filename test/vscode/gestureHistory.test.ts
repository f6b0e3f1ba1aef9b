import { expect, test } from "vitest";
import { GestureHistory } from "../../src/vscode/gestureHistory.ts";

test("vscode/gestureHistory knows a step by the texts on both sides of it", () => {
  const history = new GestureHistory();
  history.note("Move net0 to pcie.0 slot 05", "a", "b");
  history.note("Pin net0", "b", "c");
  expect(history.tell("undo", "c", "b")).toBe("Undone: Pin net0.");
  expect(history.tell("undo", "b", "a")).toBe("Undone: Move net0 to pcie.0 slot 05.");
  expect(history.tell("redo", "a", "b")).toBe("Redone: Move net0 to pcie.0 slot 05.");
  expect(history.tell("undo", "x", "y")).toBe("Undone: a change of the text.");
  expect(history.tell("redo", "c", "c")).toBe("Nothing to redo.");
});
