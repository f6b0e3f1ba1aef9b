// Bundles the extension host suite and runs it in a real VS Code: `npm run test:host`. An argument names the file for a
// report in the form of vitest's.
// LIBVIRT_SLOTS_VSCODE names the VS Code program to use, or is `download` for the desktop build that
// @vscode/test-electron fetches; without it, VS Code's server and a headless browser do.
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { root } from "./paths.mjs";

const suite = path.join(root, ".cache/hostSuite.cjs");
const folder = path.join(root, "test/vscode");

/** @returns {Promise<number>} how many test files the bundle holds */
async function bundle() {
  const files = (await readdir(path.join(folder, "host"))).filter((name) => name.endsWith(".test.ts")).sort();
  const imports = files.map((name) => `import "./host/${name}";`);
  await build({
    stdin: {
      contents: [...imports, 'export { run } from "./runner.ts";'].join("\n"),
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    define: { reportFile: JSON.stringify(process.argv[2] ?? null) },
    sourcemap: "inline",
    outfile: suite,
  });
  return files.length;
}

/** @returns {{ vscodeExecutablePath?: string }} */
function program() {
  const named = process.env.LIBVIRT_SLOTS_VSCODE;
  if (named === "download") return {};
  return { vscodeExecutablePath: named ?? path.join(folder, "launcher.mjs") };
}

const files = await bundle();
if (files === 0) throw new Error("There is no test in test/vscode/host.");
const scratch = await mkdtemp(path.join(os.tmpdir(), "libvirt-slots-host-"));
try {
  const workspace = path.join(scratch, "workspace");
  await cp(path.join(root, "examples"), workspace, { recursive: true });
  await runTests({
    ...program(),
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [workspace, `--user-data-dir=${scratch}/user`, `--extensions-dir=${scratch}/extensions`],
  });
} catch (error) {
  console.error(`The extension host suite failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
