// Puts a real VS Code into the user's cache: the server of the npm package code-server, and the Node it wants.
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { cache } from "../paths.mjs";
import { npmCommand, runQuietly } from "../run.mjs";

const codeServer = "4.139.1";
const node = "24.21.0";

/** @typedef {{ node: string, server: string }} VsCode the Node program and the server's main script, as absolute paths */

/**
 * Finds VS Code in the cache or installs it there. Several runs may ask at once: one installs, the others wait.
 * @param {(line: string) => void} [say]
 * @returns {Promise<VsCode>}
 * @throws {Error} where npm fails, or the platform has no such package
 */
export async function ensureVsCode(say = console.log) {
  const home = path.join(cache, `vscode-${codeServer}`);
  const programs = programsIn(home);
  if (await exists(programs.server)) return programs;
  await mkdir(cache, { recursive: true });
  await withLock(path.join(cache, "vscode.lock"), say, async () => {
    if (await exists(programs.server)) return;
    const folder = await install(say);
    await rename(folder, home).catch(async (error) => {
      if (!(await exists(programs.server))) throw error;
      await rm(folder, { recursive: true, force: true });
    });
  });
  return programs;
}

/** @param {string} home @returns {VsCode} */
function programsIn(home) {
  const modules = path.join(home, "node_modules");
  return {
    node: path.join(modules, nodePackage(), "bin/node"),
    server: path.join(modules, "code-server/lib/vscode/out/server-main.js"),
  };
}

function nodePackage() {
  if (process.platform === "win32") {
    throw new Error(
      "VS Code's server does not run on Windows: install the desktop VS Code and put `code` on the PATH.",
    );
  }
  return `node-${process.platform}-${process.arch}`;
}

/** @param {(line: string) => void} say @returns {Promise<string>} the folder, complete but not yet at its place */
async function install(say) {
  const folder = path.join(cache, `installing-${process.pid}`);
  say(`Installing VS Code (code-server ${codeServer} and Node ${node}, about 0.8 GB, once) into ${cache}`);
  const { program, first } = npmCommand();
  const npm = (/** @type {string} */ cwd, /** @type {string[]} */ args) =>
    runQuietly(program, [...first, ...args, "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd,
      env: ownEnvironment(),
    });
  try {
    await removeRemains();
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "package.json"), '{ "private": true }\n');
    await npm(folder, ["install", `code-server@${codeServer}`, `${nodePackage()}@${node}`]);
    await npm(path.join(folder, "node_modules/code-server/lib/vscode"), ["install", "--omit=dev"]);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  say(`Installed ${((await sizeOf(folder)) / 1e9).toFixed(2)} GB.`);
  return folder;
}

/** Runs that were killed leave half an installation; whoever holds the lock sweeps it up. */
async function removeRemains() {
  for (const name of await readdir(cache)) {
    const owner = /^installing-(\d+)$/.exec(name);
    if (owner && !isAlive(Number(owner[1])))
      await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

/** npm's settings for the folder it was started in must not steer an install in another one. */
function ownEnvironment() {
  const names = Object.keys(process.env).filter(
    (name) => !/^npm_(package|lifecycle|command|config_local_prefix)/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** @param {string} folder @returns {Promise<number>} bytes of all files below it */
async function sizeOf(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

/** @param {string} file */
async function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * Runs `work` while holding the lock file; a lock whose owner has died is taken over.
 * @param {string} file
 * @param {(line: string) => void} say
 * @param {() => Promise<void>} work
 */
async function withLock(file, say, work) {
  for (let waits = 0; !(await takeLock(file)); waits++) {
    if (waits === 0) say("Another run is installing VS Code: waiting for it.");
    await sleep(500);
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** @param {string} file @returns {Promise<boolean>} whether the lock is now ours */
async function takeLock(file) {
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, String(process.pid));
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(mine, { force: true });
  }
  const owner = Number(await readFile(file, "utf8").catch(() => ""));
  if (owner > 0 && !isAlive(owner)) await rm(file, { force: true });
  return false;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
