// Finds a Chromium for the tests, installs Debian's where it may, and starts it.
import { access, constants } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { run } from "./run.mjs";

const variable = "LIBVIRT_SLOTS_BROWSER";
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * @returns {Promise<string | undefined>} the program of a Chromium, if there is one
 * @throws {Error} where the variable names a file that cannot be run
 */
export async function findBrowser() {
  const named = process.env[variable];
  if (named) {
    if (await isProgram(named)) return named;
    throw new Error(
      `${variable} is ${named}, which cannot be run. Set it to the program of a Chromium or Chrome.`,
    );
  }
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(path.delimiter)];
  for (const name of names) {
    for (const folder of folders) {
      if (await isProgram(path.join(folder, name))) return path.join(folder, name);
    }
  }
  for (const program of elsewhere) if (await isProgram(program)) return program;
  return undefined;
}

/**
 * Finds a Chromium, and installs Debian's package where there is none and we are root.
 * @param {(line: string) => void} [say]
 * @returns {Promise<string>}
 * @throws {Error} saying what to install or which variable to set
 */
export async function ensureBrowser(say = console.log) {
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && (await isProgram("/usr/bin/apt-get"))) {
    say("No Chromium found: installing Debian's (about 0.4 GB) with apt-get.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env });
    await run(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
      { env },
    );
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    `No Chromium found. Install Chromium or Chrome, or set ${variable} to its program, for example ${variable}=/opt/chrome/chrome.`,
  );
}

/**
 * @param {readonly string[]} [more] further arguments
 * @returns {Promise<import("playwright-core").Browser>} a headless browser that fetches nothing of its own accord
 */
export async function launchBrowser(more = []) {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: browserArguments(more),
  });
}

/**
 * @param {readonly string[]} [more] further arguments
 * @returns {string[]} what a browser is started with that draws by itself and fetches nothing of its own accord
 */
export function browserArguments(more = []) {
  return [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    ...["--disable-component-update", "--disable-sync"],
    ...more,
  ];
}

/** @param {string} file */
async function isProgram(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
