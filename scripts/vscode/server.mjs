// Starts VS Code's server on a free loopback port, for one run and with folders of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../paths.mjs";
import { ensureVsCode } from "./install.mjs";

/**
 * @typedef {object} Server
 * @property {number} pid
 * @property {(opening: Opening) => string} url the page that opens a folder with extensions under development
 * @property {() => string} log what the server has printed so far
 * @property {() => Promise<void>} stop ends the server by its process id and removes its folders
 *
 * @typedef {object} Opening
 * @property {string} folder the workspace, an absolute path
 * @property {string[]} extensions absolute paths of extensions under development
 * @property {string} [file] opened at once, an absolute path
 * @property {string} [tests] a module that exports `run()`, to be run in the extension host
 */

const guard = path.join(root, "scripts/vscode/endWithParent.cjs");

/** How long the server may take to say where it listens; it takes about 3 seconds on two idle cores. */
const patience = 90_000;

/**
 * @param {{ settings?: Record<string, unknown>, env?: Record<string, string>, installed?: string[], say?: (line: string) => void }} [options]
 * `settings` are the user's settings in this VS Code, `env` is added to the extension host's environment, `installed`
 * are folders of extensions that are there beside the one under development, of which a window takes only one
 * @returns {Promise<Server>}
 * @throws {Error} where it does not start; what it printed is in the message
 */
export async function startServer({ settings = {}, env = {}, installed = [], say } = {}) {
  const program = await ensureVsCode(say);
  const home = await mkdtemp(path.join(os.tmpdir(), "libvirt-slots-vscode-"));
  await writeSettings(home, settings);
  for (const folder of installed) {
    await cp(folder, path.join(home, "extensions", path.basename(folder)), { recursive: true });
  }
  const token = crypto.randomUUID();
  const child = spawn(program.node, ["--require", guard, program.server, ...serverArguments(home, token)], {
    env: { ...process.env, EXTENSIONS_GALLERY: "{}", ...env },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  const stop = stopper(child, home);
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (log += data));
  try {
    const port = await portOf(child, () => log);
    return { pid: child.pid ?? 0, log: () => log, stop, url: (opening) => urlOf(port, token, opening) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} home @param {string} token */
function serverArguments(home, token) {
  return [
    ...["--host", "127.0.0.1", "--port", "0", "--connection-token", token, "--accept-server-license-terms"],
    // The smoke test driver is what makes a built workbench honour extensions under development.
    ...["--enable-smoke-test-driver", "--disable-workspace-trust", "--telemetry-level", "off"],
    ...["--user-data-dir", path.join(home, "user"), "--server-data-dir", path.join(home, "server")],
    ...["--extensions-dir", path.join(home, "extensions")],
  ];
}

/** Without these the workbench greets, asks and fetches, which no test needs. */
const quiet = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "git.openRepositoryInParentFolders": "never",
  "editor.accessibilitySupport": "off",
};

/** @param {string} home @param {Record<string, unknown>} settings */
async function writeSettings(home, settings) {
  const user = path.join(home, "user/User");
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, "settings.json"), JSON.stringify({ ...quiet, ...settings }, null, 2));
}

/** @param {import("node:child_process").ChildProcess} child @param {() => string} log @returns {Promise<number>} */
async function portOf(child, log) {
  const start = Date.now();
  while (Date.now() - start < patience && child.exitCode === null) {
    const found = /Web UI available at http:\/\/[^:/]+:(\d+)/.exec(log());
    if (found) return Number(found[1]);
    await sleep(50);
  }
  throw new Error(`VS Code's server did not start (exit status ${child.exitCode}). It printed:\n${log()}`);
}

/**
 * @param {import("node:child_process").ChildProcess} child the leader of a process group of its own
 * @param {string} home
 */
function stopper(child, home) {
  const kill = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // The group has ended already, which is what was wanted.
    }
  };
  // The group would outlive us: it is not ours that the terminal's Ctrl-C reaches.
  const last = () => kill("SIGKILL");
  process.once("exit", last);
  return async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
    kill("SIGTERM");
    await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
    kill("SIGKILL");
    process.removeListener("exit", last);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** @param {number} port @param {string} token @param {Opening} opening */
function urlOf(port, token, { folder, extensions, file, tests }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://127.0.0.1:${port}${encodeURI(path.resolve(file))}`;
  const payload = extensions.map((extension) => ["extensionDevelopmentPath", remote(extension)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  if (file) payload.push(["openFile", remote(file)]);
  payload.push(["skipWelcome", "true"]);
  const query = new URLSearchParams({
    tkn: token,
    folder: path.resolve(folder),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}
