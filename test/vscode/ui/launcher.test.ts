import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../../../scripts/paths.mjs";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "libvirt-slots-launcher-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs a suite through the launcher, as @vscode/test-electron would, and returns its exit status and output. */
async function launch(suite: string): Promise<{ status: number | null; output: string }> {
  const tests = path.join(folder, "suite.cjs");
  await writeFile(tests, suite);
  const args = [folder, `--extensionDevelopmentPath=${root}`, `--extensionTestsPath=${tests}`];
  const child = spawn(process.execPath, [path.join(root, "test/vscode/launcher.mjs"), ...args]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, output };
}

test("a suite that fails makes the launcher fail, and its lines are told", async () => {
  const { status, output } = await launch(
    'exports.run = async () => { console.log("suite | about to fail"); throw new Error("on purpose"); };',
  );
  expect(output).toContain("about to fail");
  expect(status).toBe(1);
});

test("a suite that passes ends with status 0", async () => {
  const { status } = await launch("exports.run = async () => {};");
  expect(status).toBe(0);
});

test("without a suite the launcher says how it is used", async () => {
  const child = spawn(process.execPath, [path.join(root, "test/vscode/launcher.mjs")]);
  let output = "";
  child.stderr.on("data", (data) => (output += data));
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(2);
  expect(output).toContain("--extensionTestsPath=");
});
