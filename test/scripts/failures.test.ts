import path from "node:path";
import { expect, test } from "vitest";
import { failuresOf, tellFailures } from "../../scripts/failures.mjs";
import { root } from "../../scripts/paths.mjs";

const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const file = path.join(root, "test/one.test.ts");

test("failed tests are told by file, name and message, without colours and without foreign stack lines", () => {
  const failures = failuresOf({
    ...counts,
    testResults: [
      {
        name: file,
        status: "failed",
        message: "",
        assertionResults: [
          { fullName: "adds", status: "passed", failureMessages: [] },
          {
            fullName: "takes away",
            status: "failed",
            failureMessages: [
              "AssertionError: \u001b[31mexpected 1 to be 2\u001b[39m\n    at test/one.test.ts:3:1\n    at run (/x/node_modules/y.js:1:1)",
            ],
          },
        ],
      },
    ],
  });
  expect(tellFailures("unit", failures)).toBe(
    "✗ unit: test/one.test.ts: takes away\n    AssertionError: expected 1 to be 2\n        at test/one.test.ts:3:1",
  );
});

test("a file that could not be loaded is told as a whole", () => {
  const failures = failuresOf({
    ...counts,
    testResults: [{ name: file, status: "failed", message: "Unexpected token", assertionResults: [] }],
  });
  expect(tellFailures("unit", failures)).toBe(
    "✗ unit: test/one.test.ts: the whole file\n    Unexpected token",
  );
});

test("a step without a report is named, and a long message is cut", () => {
  expect(tellFailures("lint", [])).toBe("✗ lint: what it printed stands further up");
  const message = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
  const told = tellFailures("unit", [{ file: "a.test.ts", name: "long", message }]);
  expect(told.split("\n")).toHaveLength(14);
  expect(told).toMatch(/line 11\n {4}…$/);
});
