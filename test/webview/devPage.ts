import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import process from "node:process";
import { type BuildOptions, build } from "esbuild";
import type { Page } from "playwright-core";
import { webviewOptions } from "../../scripts/webviewBundle.mjs";
import { contentSecurityPolicy } from "../../src/protocol/page.ts";
import { bodyClassOf, styleSheetOf, type ThemeName, themes } from "./themes.ts";

/** Tests and scripts run in the root of the repository. */
const root = process.cwd();

/** The slot editor as the extension bundles it, and the page around it. */
export interface Bundle {
  /** The scripts by their names in the page: `webview.js` and what it asks for later. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly style: string;
  readonly fakeHost: string;
}

/** Bundles the slot editor the way it ships: minified, for production. */
export async function bundleWebview(): Promise<Bundle> {
  const editor = await bundle(webviewOptions);
  const page = { ...webviewOptions, entryPoints: { fakeHost: "test/webview/page/fakeHost.ts" } };
  const fakeHost = await bundle({ ...page, format: "iife" });
  const { "webview.css": style = "", ...scripts } = editor;
  return { scripts, style, fakeHost: fakeHost["fakeHost.js"] ?? "" };
}

/** The files of a bundle by their names. */
async function bundle(options: BuildOptions): Promise<Record<string, string>> {
  const common = {
    absWorkingDir: root,
    outdir: "/",
    write: false,
    minify: true,
    logLevel: "silent",
  } as const;
  const { outputFiles } = await build({ ...options, ...common });
  return Object.fromEntries(outputFiles.map((file) => [path.basename(file.path), file.text]));
}

export interface DevPage {
  /** The address of the page for a board and a theme. */
  url(options: { readonly board?: string; readonly theme?: ThemeName; readonly query?: string }): string;
  close(): Promise<void>;
}

/** Serves the slot editor under the policy it has inside VS Code, on a free port of the loopback. */
export async function serveDevPage(files: Bundle, port = 0): Promise<DevPage> {
  const server = createServer((request, response) => {
    answer(files, new URL(request.url ?? "/", `http://${request.headers.host}`), response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: ({ board = "typicalQ35", theme = "dark", query = "" }) =>
      `${origin}/?board=${board}&theme=${theme}${query}`,
    close: () => closeServer(server),
  };
}

/** Waits until a page has drawn its board, or why there is none, and all of its elements are awake. */
export async function waitUntilWhole(page: Page): Promise<void> {
  await page.waitForSelector(".bench .device:visible, .nothing:not(.when-idle):has-text('.')");
  await page.waitForFunction(() => document.querySelector(":not(:defined)") === null);
}

function answer(files: Bundle, url: URL, response: ServerResponse): void {
  const theme = themes[(url.searchParams.get("theme") ?? "dark") as ThemeName];
  const send = (type: string, text: string, headers: Record<string, string> = {}) =>
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers }).end(text);
  const script = files.scripts[url.pathname.slice(1)];
  if (script !== undefined) return void send("text/javascript", script);
  switch (url.pathname) {
    case "/webview.css":
      return void send("text/css", files.style);
    case "/fakeHost.js":
      return void send("text/javascript", files.fakeHost);
    case "/theme.css":
      return void send("text/css", styleSheetOf(theme));
    case "/": {
      const nonce = Math.random().toString(36).slice(2);
      const policy = contentSecurityPolicy(nonce, url.origin);
      return void send("text/html", html(nonce, url.search, bodyClassOf(theme), theme.kind), {
        "content-security-policy": policy,
      });
    }
    case "/favicon.ico":
      return void response.writeHead(204).end();
    default:
      response.writeHead(404).end();
  }
}

function html(nonce: string, search: string, bodyClass: string, kind: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Slot editor</title>
<link rel="stylesheet" href="/theme.css${search.replaceAll("&", "&amp;")}">
<link rel="stylesheet" href="/webview.css">
</head>
<body class="${bodyClass}" data-vscode-theme-kind="${kind}">
<div id="root"></div>
<script nonce="${nonce}" src="/fakeHost.js"></script>
<script type="module" nonce="${nonce}" src="/webview.js"></script>
</body>
</html>`;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
