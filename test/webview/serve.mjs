// Serves the slot editor with sample boards to look at: `node test/webview/serve.mjs [port]`, in the root of the repository.
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const outfile = path.resolve("node_modules/.cache/slot-editor-page.mjs");
await build({
  entryPoints: ["test/webview/devPage.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
});
/** @type {typeof import("./devPage.ts")} */
const { bundleWebview, serveDevPage } = await import(pathToFileURL(outfile).href);
const page = await serveDevPage(await bundleWebview(), Number(process.argv[2] ?? 4173));
for (const board of ["smallPc", "typicalQ35", "hugeBoard"]) console.log(page.url({ board }));
console.log("Themes: &theme=light, dark, hcDark, hcLight. Ctrl+C ends.");
