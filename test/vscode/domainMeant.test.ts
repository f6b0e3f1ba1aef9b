import { describe, expect, test } from "vitest";
import { getDomainService } from "../../src/service.ts";
import { type Clues, domainMeant } from "../../src/vscode/domainMeant.ts";

const text = `<domains>
  <domain type='kvm'><name>first</name></domain>
  <domain type='kvm'><name>second</name></domain>
</domains>`;

function meant(clues: Clues): number | undefined {
  const service = getDomainService();
  return domainMeant(service, service.snapshot("two.xml", 1, text), clues);
}

const outside = { line: 0, character: 3 };
const inFirst = { line: 1, character: 12 };
const inSecond = { line: 2, character: 12 };

describe("vscode/domainMeant", () => {
  test.each<[string, Clues, number | undefined]>([
    ["nothing to go by tells nothing", {}, undefined],
    ["the text cursor", { cursor: inSecond }, 1],
    ["a cursor outside every domain tells nothing", { cursor: outside }, undefined],
    [
      "the board in use, wherever the cursor stands",
      { cursor: inFirst, board: { domain: 1, isActive: true } },
      1,
    ],
    [
      "the cursor before a board that is not in use",
      { cursor: inFirst, board: { domain: 1, isActive: false } },
      0,
    ],
    [
      "that board, where the cursor is outside",
      { cursor: outside, board: { domain: 1, isActive: false } },
      1,
    ],
    ["that board, where the text is not shown", { board: { domain: 1, isActive: false } }, 1],
    ["whoever names one", { named: 0, cursor: inSecond, board: { domain: 1, isActive: true } }, 0],
    ["what else a menu hands over is no name", { named: { groupId: 1 }, cursor: inSecond }, 1],
  ])("%s", (_, clues, domain) => {
    expect(meant(clues)).toBe(domain);
  });
});
