import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { browserArguments, ensureBrowser } from "../scripts/browser.mjs";

/**
 * A browser into whose pages nobody looks. An inspector on a page, which every remote control of a browser is, makes a
 * page that starts up to twice as slow, so what a person waits for is measured without one.
 */
export interface AloneBrowser {
  /**
   * Opens a page in a tab of its own, waits until its title begins with a word and gives the rest of the title.
   * @throws {Error} where it does not within half a minute
   */
  read(url: string, word: string): Promise<string>;
  close(): Promise<void>;
}

interface Target {
  readonly id: string;
  readonly title: string;
}

const pause = 100;
const patience = 30_000;

/** Starts a browser of its own profile, with further arguments. */
export async function launchAlone(more: readonly string[] = []): Promise<AloneBrowser> {
  const profile = await mkdtemp(path.join(os.tmpdir(), "libvirt-slots-bench-"));
  const options = ["--headless", "--window-size=1200,900", "--remote-debugging-port=0"];
  const program = spawn(
    await ensureBrowser(),
    [...options, ...browserArguments(more), `--user-data-dir=${profile}`, "about:blank"],
    { stdio: "ignore" },
  );
  const door = await until(() => doorOf(profile), "The browser did not start.");
  const ask = async (question: string, method = "GET") =>
    (await fetch(`http://127.0.0.1:${door}/json/${question}`, { method })).text();
  return {
    read: async (url, word) => {
      const { id } = JSON.parse(await ask(`new?${encodeURIComponent(url)}`, "PUT")) as Target;
      const told = await until(async () => {
        const targets = JSON.parse(await ask("list")) as Target[];
        const title = targets.find((target) => target.id === id)?.title ?? "";
        return title.startsWith(word) ? title.slice(word.length) : undefined;
      }, `${url} did not tell its ${word}.`);
      await ask(`close/${id}`);
      return told;
    },
    close: async () => {
      await ended(program);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The port of a browser's remote control, once it has written it down. */
async function doorOf(profile: string): Promise<string | undefined> {
  const text = await readFile(path.join(profile, "DevToolsActivePort"), "utf8").catch(() => "");
  return text.split("\n")[0] || undefined;
}

async function until<T>(find: () => Promise<T | undefined>, otherwise: string): Promise<T> {
  for (let waited = 0; waited < patience; waited += pause) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(otherwise);
}

function ended(program: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    program.once("exit", () => resolve());
    program.kill();
  });
}
