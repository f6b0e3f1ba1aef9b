#!/usr/bin/env node
// Runs an extension host suite the way VS Code's own program would: `@vscode/test-electron` takes it for that program.
// It understands a workspace folder, --extensionDevelopmentPath= and --extensionTestsPath=, and ignores the rest.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { launchBrowser } from "../../scripts/browser.mjs";
import { root } from "../../scripts/paths.mjs";
import { startServer } from "../../scripts/vscode/server.mjs";

const patience = 5 * 60_000;

/** What runner.ts puts before its lines; all the workbench says besides goes into a file. */
const mark = "suite | ";
/** @type {string[]} */
const workbenchLog = [];

/** @param {string} name @returns {string[]} the values of every `--name=value` */
function valuesOf(name) {
  const start = `--${name}=`;
  return process.argv
    .filter((argument) => argument.startsWith(start))
    .map((argument) => argument.slice(start.length));
}

/** @param {import("playwright-core").Page} page @param {string} url @returns {Promise<number>} the suite's exit status */
async function runSuite(page, url) {
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The suite did not end within ${patience / 1000} s.`)),
      patience,
    );
    const exit = (/** @type {number} */ code) => {
      clearTimeout(late);
      resolve(code);
    };
    page.on("crash", () => reject(new Error("The browser page crashed.")));
    void page.exposeFunction("codeAutomationExit", exit);
  });
  await page.exposeFunction(
    "codeAutomationLog",
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const text = args.map(String).join(" ");
      if (text.startsWith(mark)) console.log(text.slice(mark.length));
      else workbenchLog.push(text);
    },
  );
  await page.goto(url);
  return ended;
}

const [tests] = valuesOf("extensionTestsPath");
const extensions = valuesOf("extensionDevelopmentPath");
const folder = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
if (!tests || extensions.length === 0 || !folder) {
  console.error("usage: launcher.mjs WORKSPACE --extensionDevelopmentPath=DIR --extensionTestsPath=FILE");
  process.exit(2);
}

const logFile = path.join(root, "test-results/hostSuite.log");
const server = await startServer();
try {
  const browser = await launchBrowser();
  try {
    process.exitCode = await runSuite(await browser.newPage(), server.url({ folder, extensions, tests }));
  } finally {
    await browser.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await server.stop();
  await mkdir(path.dirname(logFile), { recursive: true });
  await writeFile(logFile, [...workbenchLog, "", "The server printed:", server.log()].join("\n"));
  if (process.exitCode !== 0) console.error(`What VS Code printed is in ${logFile}`);
}
