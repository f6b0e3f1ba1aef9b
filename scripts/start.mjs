// Opens the samples in a real VS Code with the extension loaded: `npm start`. The desktop VS Code where `code` is on
// the PATH, else VS Code's server in the user's cache, for the browser. `npm start -- --check` opens it once and ends.
import { access, constants } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { ensureDependencies } from "./dependencies.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { startServer } from "./vscode/server.mjs";

const examples = path.join(root, "examples");
const first = path.join(examples, "desktop-q35.xml");

/** @returns {Promise<string | undefined>} the desktop VS Code's program */
async function findDesktop() {
  const names = process.platform === "win32" ? ["code.cmd"] : ["code"];
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  }
  return undefined;
}

/** @param {string} program */
async function openDesktop(program) {
  console.log(`Opening ${examples} in ${program}`);
  const shell = process.platform === "win32";
  return run(shell ? `"${program}"` : program, [`--extensionDevelopmentPath=${root}`, examples, first], {
    shell,
  });
}

/** Serves VS Code on loopback until Ctrl-C. */
async function serve() {
  const server = await startServer();
  console.log(
    `\nVS Code with libvirt Slots:\n\n  ${server.url({ folder: examples, extensions: [root], file: first })}\n`,
  );
  console.log("Open it in a browser on this machine. Ctrl-C ends it.");
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
  await server.stop();
  return 0;
}

/** Opens the same page in a headless browser and waits until it offers the slot editor for the first sample. */
async function check() {
  const { launchBrowser } = await import("./browser.mjs");
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.url({ folder: examples, extensions: [root], file: first }));
    const button = page.locator(".editor-actions a[aria-label^='Open Slot Editor']");
    await button.waitFor({ timeout: 120_000 });
    console.log("VS Code opened the first sample and offers the slot editor for it.");
    return 0;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function start() {
  await ensureDependencies();
  const built = await run(process.execPath, ["scripts/build.mjs"]);
  if (built !== 0) return built;
  if (process.argv.includes("--check")) return check();
  const desktop = await findDesktop();
  return desktop ? openDesktop(desktop) : serve();
}

process.exitCode = await start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
