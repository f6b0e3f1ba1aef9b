/** The extension host's test runner: the smallest that names each test, times it and never passes on nothing. */

import { writeFile } from "node:fs/promises";

/** Where the report goes, in the form of vitest's; the bundle puts the path here, or nothing where nobody wants one. */
declare const reportFile: string | null;

interface Test {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

interface TestResult {
  readonly fullName: string;
  readonly status: "passed" | "failed";
  readonly failureMessages: readonly string[];
}

const tests: Test[] = [];
const patience = 120_000;

/** Starts each line of ours, so that a launcher can tell it from what VS Code prints. */
const mark = "suite | ";

/** Adds a test to the suite; they run one after the other, in the order they were added. */
export function test(name: string, body: Test["body"]): void {
  tests.push({ name, body });
}

/** Runs the suite; VS Code calls it. Rejects when a test failed, or when there was none. */
export async function run(): Promise<void> {
  const results: TestResult[] = [];
  for (const { name, body } of tests) {
    const start = Date.now();
    const failure = await failureOf(body);
    say(`${failure === undefined ? "ok  " : "FAIL"} ${name} (${Date.now() - start} ms)`);
    if (failure !== undefined) say(failure);
    results.push({
      fullName: name,
      status: failure === undefined ? "passed" : "failed",
      failureMessages: failure === undefined ? [] : [failure],
    });
  }
  await report(results);
  const failed = results.filter(({ status }) => status === "failed").length;
  say(`${tests.length - failed} of ${tests.length} tests passed in the extension host.`);
  if (failed > 0 || tests.length === 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

async function report(results: readonly TestResult[]): Promise<void> {
  if (reportFile === null) return;
  const failed = results.filter(({ status }) => status === "failed").length;
  const suite = { name: "test/vscode/host", status: failed === 0 ? "passed" : "failed", message: "" };
  const whole = {
    numPassedTests: results.length - failed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ ...suite, assertionResults: results }],
  };
  await writeFile(reportFile, JSON.stringify(whole));
}

function say(text: string): void {
  for (const line of text.split("\n")) console.log(`${mark}${line}`);
}

async function failureOf(body: Test["body"]): Promise<string | undefined> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`not done after ${patience / 1000} s`)), patience);
  });
  try {
    await Promise.race([body(), tooLate]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(late);
  }
}
