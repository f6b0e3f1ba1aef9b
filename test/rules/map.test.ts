import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const map = readFileSync(path.join(root, "src/README.md"), "utf8");

/** Rooms and single files of src/, a room with a slash at its end, as the map spells them. Empty folders are no rooms. */
function rooms(): string[] {
  return readdirSync(path.join(root, "src"), { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() ? hasSources(entry.name) : entry.name !== "README.md"))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
}

function hasSources(room: string): boolean {
  const files = readdirSync(path.join(root, "src", room), { recursive: true, encoding: "utf8" });
  return files.some((file) => file.endsWith(".ts"));
}

/** What the map's table of rooms names in its first column. */
function namedRooms(): string[] {
  return [...map.matchAll(/^\| `([\w./]+)` \|/gm)].map(([, name]) => name!);
}

test("the map names every room, and every room it names exists", () => {
  expect(namedRooms().sort()).toEqual(rooms().sort());
});

test("a room that the map calls unbuilt has no files", () => {
  const unbuilt = /^Not built yet: (.+)$/m.exec(map)?.[1] ?? "";
  for (const [, name] of unbuilt.matchAll(/`([\w/]+)`/g)) expect(rooms()).not.toContain(name);
});

test("every room is held by a rule of its own", () => {
  const names = (configuration.forbidden ?? []).map((rule) => ("path" in rule.from ? rule.from.path : ""));
  for (const room of rooms()) {
    const held = names.flat().some((pattern) => pattern && new RegExp(pattern).test(`src/${room}`));
    expect(held, `a rule for src/${room}`).toBe(true);
  }
});

test("every file and folder the map points to exists", () => {
  const links = [...map.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target!);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(existsSync(path.join(root, "src", link)), link).toBe(true);
});

test("every script that README and map name is in package.json", () => {
  const scripts = Object.keys(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).scripts);
  const named = [map, readFileSync(path.join(root, "README.md"), "utf8")]
    .flatMap((text) => [...text.matchAll(/`npm (?:run )?([a-z][\w:]*)/g)].map(([, name]) => name!))
    .filter((name) => !["ci", "install"].includes(name));
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(scripts).toContain(name);
});

test("every script that package.json runs exists", () => {
  const scripts: Record<string, string> = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  ).scripts;
  for (const [name, command] of Object.entries(scripts)) {
    for (const [file] of command.matchAll(/scripts\/[\w./]+/g)) {
      expect(existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile(), name).toBe(true);
    }
  }
});
