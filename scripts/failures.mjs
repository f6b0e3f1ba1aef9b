// What failed, said once more in few lines: the end of a long log tells it then.
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./paths.mjs";

/**
 * @typedef {object} Report vitest's JSON report, as far as it is read here; the extension host's runner writes the same
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, message: string, assertionResults: TestResult[] }[]} testResults
 *
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] | null }} TestResult
 *
 * @typedef {{ file: string, name: string, message: string }} Failure
 */

/** The lines of a message that are worth repeating; the whole of it stands further up. */
const mostLines = 12;

/** @param {Report} report @returns {Failure[]} every test that failed, and every file that could not be loaded */
export function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.isAbsolute(name) ? path.relative(root, name) : name;
    const failed = assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => ({ file, name: test.fullName, message: (test.failureMessages ?? []).join("\n") }));
    // A file that does not load has no tests of its own, and a failed hook fails the file alone.
    return failed.length === 0 && status === "failed" ? [{ file, name: "the whole file", message }] : failed;
  });
}

/** @param {string} step @param {Failure[]} failures @returns {string} a paragraph for each failure */
export function tellFailures(step, failures) {
  if (failures.length === 0) return `✗ ${step}: what it printed stands further up`;
  return failures
    .map(({ file, name, message }) => `✗ ${step}: ${file}: ${name}\n${indented(shortened(message))}`)
    .join("\n\n");
}

/** @param {string} message @returns {string[]} its first lines, without colours and without the way through node_modules */
function shortened(message) {
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s+at .*(node_modules|node:internal)/.test(line));
  return lines.length > mostLines ? [...lines.slice(0, mostLines), "…"] : lines;
}

/** @param {string[]} lines */
function indented(lines) {
  return lines.map((line) => `    ${line}`).join("\n");
}
