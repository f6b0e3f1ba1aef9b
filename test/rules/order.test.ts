import { readdirSync } from "node:fs";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { expect, test } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** Cruises the source folders below a folder with the house's rules. */
async function cruiseBelow(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(["src", "webview"], {
    ...configuration.options,
    ruleSet: { forbidden: configuration.forbidden ?? [] },
    validate: true,
    baseDir,
  });
  if (typeof output === "string") throw new RangeError(`expected a cruise result, got text: ${output}`);
  return output;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")));
}

test("every file looks down only", async () => {
  const { summary } = await cruiseBelow(root);
  const crossed = summary.violations.map(({ rule, from, to }) => {
    const comment = configuration.forbidden?.find(({ name }) => name === rule.name)?.comment;
    return `${from} → ${to}\n    ${rule.name}: ${comment}`;
  });
  expect(crossed.join("\n")).toBe("");
});

test("the cruise has seen every source file", async () => {
  const { modules } = await cruiseBelow(root);
  const seen = modules
    .map(({ source }) => source)
    .filter((source) => /^(src|webview)\/.*\.tsx?$/.test(source));
  const files = [...sourceFiles("src"), ...sourceFiles("webview")];
  expect(files.length).toBeGreaterThan(0);
  expect(seen.sort()).toEqual(files.sort());
});

test("deliberate violations are caught, each by its rule", async () => {
  const { summary } = await cruiseBelow(path.join(import.meta.dirname, "fixture"));
  const caught = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  expect(caught).toContain("text-looks-only-down src/text/range.ts");
  expect(caught).toContain("core-uses-no-node-module src/catalog/table.ts");
  expect(caught).toContain("webview-sees-protocol-only webview/board.ts");
});

test("every rule gives advice", () => {
  for (const { name, comment } of configuration.forbidden ?? []) {
    expect(comment, name).toMatch(/\. When crossed: .+\.$/);
  }
});
