// Checks the types of every room with the room's own tsconfig: `npm run types`, or `npm run types -- webview`.
import { readdir } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

/** @returns {Promise<string[]>} every tsconfig.json of the repository; a new room only has to bring its own */
async function configurations() {
  const folders = ["", "webview", "test", "bench", "scripts"];
  for (const room of await readdir(path.join(root, "src"))) folders.push(path.join("src", room));
  const found = [];
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder)).catch(() => /** @type {string[]} */ ([]));
    if (names.includes("tsconfig.json")) found.push(path.join(folder, "tsconfig.json"));
  }
  return found;
}

const wanted = process.argv.slice(2);
const compiler = path.join(root, "node_modules/typescript/bin/tsc");
for (const configuration of await configurations()) {
  if (wanted.length > 0 && !wanted.includes(path.dirname(configuration))) continue;
  const status = await run(process.execPath, [compiler, "-p", configuration]);
  console.log(`${status === 0 ? "ok    " : "WRONG "} ${configuration}`);
  if (status !== 0) process.exitCode = 1;
}
