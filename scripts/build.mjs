// Builds everything that ships, with esbuild: `npm run build`, `npm run watch`.
import { chmod, rm, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { build, context } from "esbuild";
import { root } from "./paths.mjs";
import { webviewOptions } from "./webviewBundle.mjs";

/** @typedef {import("esbuild").BuildOptions & { entry: string, outfile: string }} Bundle */

/** What is built from what. The extension is CommonJS, as the extension host of every VS Code wants it. */
const bundles = /** @type {Bundle[]} */ ([
  {
    entry: "src/vscode/extension.ts",
    outfile: "dist/extension.cjs",
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
  },
  {
    entry: "src/vscode/extension.ts",
    outfile: "dist/web/extension.cjs",
    platform: "browser",
    format: "cjs",
    target: "es2023",
    external: ["vscode"],
  },
  ...Object.entries(webviewOptions.entryPoints).map(([name, entry]) => ({
    ...webviewOptions,
    entry,
    outfile: `dist/${name}.js`,
  })),
  {
    entry: "src/cli/main.ts",
    outfile: "dist/cli.js",
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
  },
]);

/** @param {Bundle} bundle @returns {import("esbuild").BuildOptions} */
function optionsOf({ entry, ...options }) {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: !process.argv.includes("--watch"),
    sourcemap: process.argv.includes("--watch") ? "inline" : false,
    legalComments: "eof",
    logLevel: "warning",
    ...options,
    entryPoints: [entry],
  };
}

/** @param {string} file @returns {Promise<number | undefined>} The size in bytes, undefined where there is no such file. */
async function sizeOf(file) {
  return stat(path.join(root, file)).then(
    (stats) => stats.size,
    () => undefined,
  );
}

/** @param {Bundle} bundle @returns {Promise<boolean>} whether the bundle stands; where not, no old one is left in its place */
async function buildOne(bundle) {
  const built = await bundled(bundle);
  if (!built) await rm(path.join(root, bundle.outfile), { force: true });
  return built;
}

/** @param {Bundle} bundle @returns {Promise<boolean>} */
async function bundled(bundle) {
  if ((await sizeOf(bundle.entry)) === undefined) {
    console.error(`${bundle.outfile}: its entry ${bundle.entry} does not exist.`);
    return false;
  }
  try {
    await build(optionsOf(bundle));
  } catch (error) {
    // esbuild has already printed what is wrong, with its place.
    console.error(
      `${bundle.outfile}: not built. ${error instanceof Error ? error.message.split("\n")[0] : ""}`,
    );
    return false;
  }
  if (bundle.banner) await chmod(path.join(root, bundle.outfile), 0o755);
  console.log(
    `${bundle.outfile.padEnd(24)} ${(((await sizeOf(bundle.outfile)) ?? 0) / 1024).toFixed(0).padStart(6)} kB`,
  );
  return true;
}

async function watch() {
  for (const bundle of bundles) {
    const running = await context({ ...optionsOf(bundle), logLevel: "info" });
    await running.watch();
  }
}

if (process.argv.includes("--watch")) {
  await watch();
} else {
  const built = [];
  for (const bundle of bundles) built.push(await buildOne(bundle));
  process.exitCode = built.every(Boolean) ? 0 : 1;
}
