import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { build } from "esbuild";
import { contentSecurityPolicy } from "../../src/protocol/page.ts";
import { bodyClassOf, styleSheetOf, type ThemeName, themes } from "./themes.ts";

/** Tests and scripts run in the root of the repository. */
const root = process.cwd();

/** The slot editor as the extension bundles it, and the page around it. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
  readonly fakeHost: string;
}

/** Bundles the slot editor the way it ships: minified, for production. */
export async function bundleWebview(): Promise<Bundle> {
  const editor = await bundle("webview/main.tsx");
  const fakeHost = await bundle("test/webview/page/fakeHost.ts");
  return { script: editor.js, style: editor.css, fakeHost: fakeHost.js };
}

async function bundle(entry: string): Promise<{ js: string; css: string }> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: "/",
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    legalComments: "eof",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const text = (ending: string) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  return { js: text(".js"), css: text(".css") };
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

function answer(files: Bundle, url: URL, response: ServerResponse): void {
  const theme = themes[(url.searchParams.get("theme") ?? "dark") as ThemeName];
  const send = (type: string, text: string, headers: Record<string, string> = {}) =>
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, ...headers }).end(text);
  switch (url.pathname) {
    case "/webview.js":
      return void send("text/javascript", files.script);
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
<script nonce="${nonce}" src="/webview.js"></script>
</body>
</html>`;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
