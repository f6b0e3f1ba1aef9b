import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import os from "node:os";
import path from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import type * as vscode from "vscode";
import { launchBrowser } from "../../scripts/browser.mjs";
import { root } from "../../scripts/paths.mjs";
import { type Server, startServer } from "../../scripts/vscode/server.mjs";

/** The themes every picture and every UI test of colours is made in. */
export const themes = {
  light: "Light Modern",
  dark: "Dark Modern",
  highContrast: "Default High Contrast",
  highContrastLight: "Default High Contrast Light",
} as const;

export type Theme = keyof typeof themes;

export interface Options {
  /** The workspace: a folder to copy, or files by name. The samples unless told. */
  readonly workspace?: string | Readonly<Record<string, string>>;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** What a diagnostic says and where, as a test wants to compare it. */
export interface ShownDiagnostic {
  readonly message: string;
  readonly code: string;
  readonly source: string | undefined;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly related: readonly string[];
}

/** A function that runs inside the extension host: it sees its two arguments and nothing else. */
export type HostWork<A, R> = (api: typeof vscode, argument: A) => R | PromiseLike<R>;

/** Generous: the editor starts in seconds on an idle machine, and in a minute on a busy one. */
const patience = 120_000;

/**
 * A real VS Code with the extension loaded, its own server, its own browser and its own copy of a workspace.
 * `close` it in any case: it ends the server by its process id.
 */
export class Workbench {
  readonly page: Page;
  /** The workspace's folder on disk. */
  readonly folder: string;
  /** Errors of the page's console so far, the webviews' among them. */
  readonly consoleErrors: string[] = [];
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #scratch: string;

  private constructor(server: Server, browser: Browser, page: Page, scratch: string) {
    this.#server = server;
    this.#browser = browser;
    this.#scratch = scratch;
    this.page = page;
    this.folder = path.join(scratch, "workspace");
    page.on("console", (message) => {
      if (message.type() === "error") this.consoleErrors.push(message.text());
    });
  }

  /** Starts everything and waits until the editor answers. */
  static async start(options: Options = {}): Promise<Workbench> {
    const scratch = await mkdtemp(path.join(os.tmpdir(), "libvirt-slots-ui-"));
    await writeWorkspace(path.join(scratch, "workspace"), options.workspace ?? path.join(root, "examples"));
    const server = await startServer({
      settings: { "workbench.colorTheme": themes[options.theme ?? "dark"], ...options.settings },
      installed: [path.join(root, "test/vscode/helper")],
      env: { LIBVIRT_SLOTS_HELPER: path.join(scratch, "helper.sock") },
    });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1600, height: 1000 } });
    const workbench = new Workbench(server, browser, page, scratch);
    try {
      await workbench.#load();
      return workbench;
    } catch (error) {
      await workbench.screenshot("start-failed");
      await workbench.close();
      throw error;
    }
  }

  async #load(): Promise<void> {
    await this.page.goto(this.#server.url({ folder: this.folder, extensions: [root] }));
    await this.page.waitForSelector(".monaco-workbench", { timeout: patience });
    await eventually("the editor answers", () => this.inHost((api) => api.version, null));
  }

  /** Ends browser and server and removes the workspace. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await rm(this.#scratch, { recursive: true, force: true });
  }

  /** Runs a function inside the extension host, as `page.evaluate` does inside a page. Arguments and results are JSON. */
  async inHost<A, R>(work: HostWork<A, R>, argument: A): Promise<R> {
    const socketPath = path.join(this.#scratch, "helper.sock");
    const answer = await post(socketPath, JSON.stringify({ work: work.toString(), argument }));
    const { value, error } = JSON.parse(answer) as { value: R; error?: string };
    if (error !== undefined) throw new Error(`in the extension host: ${error}`);
    return value;
  }

  /** Holds the extension host still, as a busy one is, until the function it gives is called. */
  async holdHost(): Promise<() => Promise<void>> {
    const [held, free] = ["held", "free"].map((name) => path.join(this.#scratch, name)) as [string, string];
    await Promise.all([held, free].map((file) => rm(file, { force: true })));
    const holding = this.inHost(
      (_, [heldFile, freeFile]) => {
        const { existsSync, writeFileSync } = process.getBuiltinModule("node:fs");
        writeFileSync(heldFile, "");
        const clock = new Int32Array(new SharedArrayBuffer(4));
        for (let waits = 0; waits < 1200 && !existsSync(freeFile); waits++) Atomics.wait(clock, 0, 0, 50);
      },
      [held, free] as const,
    );
    await eventually("the extension host is held", () => readFile(held));
    return async () => {
      await writeFile(free, "");
      await holding;
    };
  }

  /** Opens a file of the workspace in the editor and gives it the keyboard. */
  async open(name: string): Promise<void> {
    await this.inHost(async (api, file) => {
      const document = await api.workspace.openTextDocument(api.Uri.file(file));
      await api.window.showTextDocument(document, { preview: false, viewColumn: api.ViewColumn.One });
    }, this.file(name));
    await this.page.waitForSelector(".monaco-editor .view-line", { timeout: patience });
    await this.focusText();
  }

  /** The absolute path of a file of the workspace. */
  file(name: string): string {
    return path.join(this.folder, name);
  }

  /** Gives the keyboard to the text editor; a board that is just getting it back may take it away once more. */
  async focusText(): Promise<void> {
    await eventually("the text editor has the keyboard", async () => {
      await this.inHost(async (api) => {
        await api.commands.executeCommand("workbench.action.focusFirstEditorGroup");
      }, null);
      await this.page.waitForSelector(".monaco-editor.focused", { timeout: 2000 });
    });
  }

  /** Runs a command the way a person does: through the command palette, by its title, as soon as it is offered there. */
  async runCommand(title: string): Promise<void> {
    const palette = this.page.locator(".quick-input-widget");
    const row = palette.locator(".monaco-list-row").filter({ hasText: title }).first();
    await eventually(`the command palette offers ${title}`, async () => {
      await this.page.keyboard.press("F1");
      await palette.locator("input.input").fill(`>${title}`);
      try {
        await row.click({ timeout: 3000 });
      } catch (error) {
        await this.page.keyboard.press("Escape");
        throw error;
      }
    });
    await palette.waitFor({ state: "hidden", timeout: patience });
  }

  /** Runs a command by its id, without the user interface. */
  async executeCommand(command: string, ...args: unknown[]): Promise<unknown> {
    return this.inHost((api, [id, rest]) => api.commands.executeCommand(id, ...rest), [
      command,
      args,
    ] as const);
  }

  /** The text of a document as the editor holds it, saved or not. */
  async text(name: string): Promise<string> {
    return this.inHost(
      async (api, file) => (await api.workspace.openTextDocument(api.Uri.file(file))).getText(),
      this.file(name),
    );
  }

  /** The text of a file as it is on disk. */
  async saved(name: string): Promise<string> {
    return readFile(this.file(name), "utf8");
  }

  /** The document's version: it grows by one with each edit, so that undo steps can be counted. */
  async version(name: string): Promise<number> {
    return this.inHost(
      async (api, file) => (await api.workspace.openTextDocument(api.Uri.file(file))).version,
      this.file(name),
    );
  }

  /** Gives a document another text, saved. */
  async setText(name: string, text: string): Promise<void> {
    await this.inHost(
      async (api, [file, wanted]) => {
        const document = await api.workspace.openTextDocument(api.Uri.file(file));
        const edit = new api.WorkspaceEdit();
        const end = document.positionAt(document.getText().length);
        edit.replace(document.uri, new api.Range(new api.Position(0, 0), end), wanted);
        await api.workspace.applyEdit(edit);
        await document.save();
      },
      [this.file(name), text] as const,
    );
  }

  /** Undoes the last step in the text editor. */
  async undo(): Promise<void> {
    await this.focusText();
    await this.executeCommand("undo");
  }

  /** Puts the cursor into the active text editor; line and character count from 0. */
  async setCursor(line: number, character: number): Promise<void> {
    await this.inHost(
      (api, [toLine, toCharacter]) => {
        const editor = api.window.visibleTextEditors[0];
        if (!editor) throw new Error("no text editor is visible");
        const position = new api.Position(toLine, toCharacter);
        editor.selection = new api.Selection(position, position);
        editor.revealRange(new api.Range(position, position));
      },
      [line, character] as const,
    );
    // The window takes messages in order: once it has answered this one, the selection has arrived.
    await this.focusText();
  }

  /** The line of the cursor in the text editor, counted from 0; -1 where no text is to be seen. */
  cursorLine(): Promise<number> {
    return this.inHost((api) => api.window.visibleTextEditors[0]?.selection.active.line ?? -1, null);
  }

  /** The diagnostics of a file, in the order of the text. */
  async diagnostics(name: string): Promise<ShownDiagnostic[]> {
    return this.inHost((api, file) => {
      const plain = ({ line, character }: vscode.Position) => ({ line, character });
      const severities = ["error", "warning", "information", "hint"] as const;
      return api.languages
        .getDiagnostics(api.Uri.file(file))
        .map(({ message, code, source, severity, range, relatedInformation }) => ({
          message,
          code: String(typeof code === "object" ? code.value : code),
          source,
          severity: severities[severity],
          start: plain(range.start),
          end: plain(range.end),
          related: (relatedInformation ?? []).map((related) => related.message),
        }))
        .sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
    }, this.file(name)) as Promise<ShownDiagnostic[]>;
  }

  /** The frame inside a webview that holds `selector`; it lies two frames deep. */
  async webview(selector = "#root"): Promise<Frame> {
    return eventually(`a webview shows ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame !== this.page.mainFrame() && (await frame.locator(selector).count()) > 0) return frame;
      }
      throw new Error(`none of ${this.page.frames().length} frames holds ${selector}`);
    });
  }

  /** Saves a picture of the whole window below test-results/ and returns its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(root, "test-results", `${name}.png`);
    await mkdir(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    return file;
  }
}

/** Asks again and again until nothing is thrown; after two minutes the last error is the answer. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T> | T,
  milliseconds = patience,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) {
        throw new Error(
          `Waited ${milliseconds / 1000} s in vain until ${what}: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function writeWorkspace(folder: string, workspace: NonNullable<Options["workspace"]>): Promise<void> {
  if (typeof workspace === "string") return cp(workspace, folder, { recursive: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(workspace)) await writeFile(path.join(folder, name), text);
}

function post(socketPath: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, method: "POST", path: "/" }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve(text));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
