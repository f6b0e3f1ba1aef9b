// Everything that proves a change, one step after the other: `npm test`, or `npm test -- types unit` for some of it.
// It installs what it needs, runs every step even where an earlier one failed, and ends with a table and what failed.
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { ensureBrowser } from "./browser.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { failuresOf, tellFailures } from "./failures.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

/** @typedef {{ name: string, status: number, seconds: number, counts: string, told: string }} Outcome `told` where it failed */

const bin = (/** @type {string} */ file) => [process.execPath, path.join(root, "node_modules", file)];
const script = (/** @type {string} */ name) => [process.execPath, path.join(root, "scripts", name)];
const results = path.join(root, "test-results");

/** @type {Record<string, string[]>} the command of each step */
const commands = {
  build: script("build.mjs"),
  types: script("types.mjs"),
  lint: [...bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."],
  rules: suite("rules"),
  unit: suite("unit"),
  laws: suite("laws"),
  conformance: suite("conformance"),
  webview: suite("webview"),
  host: [...script("hostSuite.mjs"), reportOf("host")],
  ui: suite("ui"),
  start: [...script("start.mjs"), "--check"],
};

/** @param {string} project */
function suite(project) {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportOf(project)}`];
  return [...bin("vitest/vitest.mjs"), "run", "--project", project, ...report];
}

/** @param {string} project */
function reportOf(project) {
  return path.join(results, `${project}.json`);
}

/** @param {string} name @returns {Promise<Outcome>} */
async function step(name) {
  console.log(`\n── ${name} ${"─".repeat(100 - name.length)}`);
  const start = Date.now();
  const [program, ...args] = /** @type {string[]} */ (commands[name]);
  await rm(reportOf(name), { force: true });
  let status = await run(/** @type {string} */ (program), args);
  const report = await readReport(name);
  const { counts, skipped } = countsOf(report);
  if (skipped > 0) {
    console.error(`${skipped} tests of ${name} did not run: a skipped test proves nothing.`);
    status ||= 1;
  }
  const told = status === 0 ? "" : tellFailures(name, report === undefined ? [] : failuresOf(report));
  return { name, status, seconds: (Date.now() - start) / 1000, counts, told };
}

/** @param {string} name @returns {Promise<import("./failures.mjs").Report | undefined>} where the step writes one */
async function readReport(name) {
  const text = await readFile(reportOf(name), "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** @param {import("./failures.mjs").Report | undefined} report @returns {{ counts: string, skipped: number }} */
function countsOf(report) {
  if (report === undefined) return { counts: "", skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  const skipped = numPendingTests + numTodoTests;
  return { counts: `${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped`, skipped };
}

/** A clone without the corpora beside it compares the recorded cases only; nobody shall overlook that. */
async function corporaNote() {
  return stat(path.join(root, "../shared/conformance")).then(
    () => "",
    () =>
      "\nThere are no corpora in ../shared/conformance: only the cases recorded in test/golden were compared.",
  );
}

/** @param {Outcome[]} outcomes */
function table(outcomes) {
  const rows = outcomes.map(
    ({ name, status, seconds, counts }) =>
      `${status === 0 ? "ok    " : "FAILED"} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s  ${counts}`,
  );
  const total = outcomes.reduce((sum, { seconds }) => sum + seconds, 0);
  return [...rows, `${"".padEnd(19)} ${total.toFixed(1).padStart(7)} s`].join("\n");
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in commands));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(", ")}. Steps: ${Object.keys(commands).join(", ")}.`);
  process.exit(2);
}
await ensureDependencies();
await mkdir(results, { recursive: true });
const steps = Object.keys(commands).filter((name) => wanted.length === 0 || wanted.includes(name));
if (steps.some((name) => ["webview", "host", "ui", "start"].includes(name))) await ensureBrowser();
const outcomes = [];
for (const name of steps) outcomes.push(await step(name));
console.log(`\n${table(outcomes)}${await corporaNote()}`);
const failed = outcomes.filter(({ status }) => status !== 0);
if (failed.length > 0) console.log(`\n${failed.map(({ told }) => told).join("\n\n")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
