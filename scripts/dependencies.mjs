// Installs the packages of package-lock.json where they are missing or older than it, so that a fresh clone just works.
import { stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { root } from "./paths.mjs";
import { npmCommand, run } from "./run.mjs";

/** @param {string} name @returns {Promise<number>} when the file was last written, 0 where there is none */
async function writtenAt(name) {
  return stat(path.join(root, name)).then(
    (stats) => stats.mtimeMs,
    () => 0,
  );
}

/** @throws {Error} where Node is too old or npm fails */
export async function ensureDependencies() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Error(`Node 20 or newer is needed, this is ${process.versions.node}.`);
  if ((await writtenAt("node_modules/.package-lock.json")) > 0) return;
  console.log("Installing the development packages (about 0.2 GB) into node_modules.");
  const { program, first } = npmCommand();
  const status = await run(program, [...first, "ci", "--no-audit", "--no-fund"]);
  if (status !== 0) throw new Error(`npm ci ended with ${status}.`);
}
