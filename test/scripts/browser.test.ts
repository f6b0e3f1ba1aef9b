import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "libvirt-slots-browser-"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test("the variable names the browser", async () => {
  const program = path.join(folder, "my-chrome");
  await writeFile(program, "", { mode: 0o755 });
  vi.stubEnv("LIBVIRT_SLOTS_BROWSER", program);
  expect(await findBrowser()).toBe(program);
});

test("a variable that names no program is refused by its name", async () => {
  vi.stubEnv("LIBVIRT_SLOTS_BROWSER", path.join(folder, "absent"));
  await expect(findBrowser()).rejects.toThrow(/LIBVIRT_SLOTS_BROWSER is .*absent, which cannot be run/);
});
