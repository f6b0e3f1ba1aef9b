// Runs a TypeScript file of the repository in Node: bundled by esbuild first, because Node 20 reads no TypeScript.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./paths.mjs";

/**
 * Our .mjs modules stay where they are: they find the repository by their own address.
 * @type {import("esbuild").Plugin}
 */
const modulesStay = {
  name: "modules-stay",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\/.*\.mjs$/ }, ({ path: wanted, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, wanted)).href,
      external: true,
    })),
};

/**
 * @param {string} entry a path inside the repository
 * @returns {Promise<void>} once the file's own top level has run
 */
export async function runTypescript(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
    plugins: [modulesStay],
  });
  const file = path.join(root, "node_modules/.cache/libvirt-slots", `${entry.replaceAll("/", "-")}.mjs`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, /** @type {import("esbuild").OutputFile} */ (outputFiles[0]).text);
  await import(pathToFileURL(file).href);
}
