// Starting other programs, so that each script says what it runs and how it ended.
import { spawn } from "node:child_process";
import process from "node:process";
import { root } from "./paths.mjs";

/**
 * Runs a program with our own input and output and waits for it. A signal that ends us ends it first.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options] the folder is the repository unless told
 * @returns {Promise<number>} its exit status; 1 where a signal ended it
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", ...options });
    const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      child.once("close", () => process.exit(1));
      child.kill(signal);
    };
    for (const signal of signals) process.once(signal, end);
    child.on("error", reject);
    child.on("close", (code) => {
      for (const signal of signals) process.removeListener(signal, end);
      resolve(code ?? 1);
    });
  });
}

/**
 * As `run`, with the output kept back and shown only when the program fails.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<string>} what it printed
 * @throws {Error} when it ends with another status than 0: what it printed is in the message
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    child.stdout?.on("data", (data) => (printed += data));
    child.stderr?.on("data", (data) => (printed += data));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${program} ${args.join(" ")} ended with ${code ?? signal}:\n${printed}`));
    });
  });
}

/** npm as a program and its first arguments: through npm's own script where npm started us, else from the PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return { program: process.execPath, first: [script] };
  return { program: process.platform === "win32" ? "npm.cmd" : "npm", first: [] };
}
