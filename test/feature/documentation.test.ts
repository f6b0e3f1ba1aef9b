import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { problems } from "../../src/catalog/problems.ts";
import { refusals } from "../../src/catalog/refusals.ts";
import { documentationOf } from "../../src/feature/documentation.ts";
import { repository } from "../support/repository.ts";

test("feature/documentation leads every code to its heading", () => {
  for (const code of [...Object.keys(problems), ...Object.keys(refusals)]) {
    const [file = "", heading = ""] = documentationOf(code)?.split("#") ?? [];
    expect(readFileSync(path.join(repository, file), "utf8")).toContain(`\n### ${heading}\n`);
  }
});

test("feature/documentation knows nothing of other codes", () => {
  expect(documentationOf("unclosed-element")).toBeUndefined();
  expect(documentationOf("constructor")).toBeUndefined();
});
