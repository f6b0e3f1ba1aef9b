import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const map = readFileSync(path.join(root, "src/README.md"), "utf8");

/** Rooms and single files of src/, a room with a slash at its end, as the map spells them. */
function rooms(): string[] {
  return readdirSync(path.join(root, "src"), { withFileTypes: true })
    .filter(({ name }) => name !== "README.md")
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
}

/** What the map's table of rooms names in its first column. */
function namedRooms(): string[] {
  return [...map.matchAll(/^\| `([\w./]+)` \|/gm)].map(([, name]) => name!);
}

test("the map names every room, and every room it names exists", () => {
  expect(namedRooms().sort()).toEqual(rooms().sort());
});

test("every room has source files in it", () => {
  for (const room of rooms().filter((name) => name.endsWith("/"))) {
    const files = readdirSync(path.join(root, "src", room), { recursive: true, encoding: "utf8" });
    expect(
      files.some((file) => file.endsWith(".ts")),
      room,
    ).toBe(true);
  }
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
