import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readStrictly } from "../../src/xml/strict.ts";
import { CommandLine, clash, plain } from "./commandLine.ts";

let cli: CommandLine;
beforeAll(async () => {
  cli = await CommandLine.start();
});
afterAll(() => cli.close());

describe("cli/show draws", () => {
  test("a picture", () => {
    const { status, stdout } = cli.run(["show", "--format", "svg", "-"], plain);
    expect(status).toBe(0);
    expect(readStrictly(stdout)?.name).toBe("svg");
  });

  test.each([
    ["markdown", /^# guest\n/],
    ["mermaid", /^---\ntitle: "guest"\n---\nflowchart LR\n/],
  ])("%s", (format, start) => {
    const { status, stdout } = cli.run(["show", "--format", format, "-"], plain);
    expect(status).toBe(0);
    expect(stdout).toMatch(start);
  });

  test("and names the formats it knows", () => {
    const { status, stderr } = cli.run(["show", "--format", "sarif", "-"], plain);
    expect(status).toBe(2);
    expect(stderr).toContain("There is no format sarif; use text, json, svg, markdown or mermaid.");
  });
});

test("cli/check prints a SARIF log with one run", () => {
  cli.write("clash.xml", clash);
  cli.write("a guest.xml", plain);
  const { status, stdout } = cli.run(["check", "--format", "sarif", "clash.xml", "a guest.xml", "none.xml"]);
  expect(status).toBe(2);
  const { version, runs } = JSON.parse(stdout);
  expect(version).toBe("2.1.0");
  expect(runs).toHaveLength(1);
  const [{ tool, results, invocations, columnKind }] = runs;
  expect(columnKind).toBe("utf16CodeUnits");
  expect(tool.driver).toEqual({ name: "libvirt-slots", rules: [{ id: "pci-double-use" }] });
  expect(results).toEqual([
    {
      ruleId: "pci-double-use",
      ruleIndex: 0,
      level: "error",
      message: { text: expect.stringContaining("0000:00:05.0") },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "clash.xml" },
            region: { startLine: 12, startColumn: 7, endLine: 12, endColumn: 37 },
          },
        },
      ],
      relatedLocations: [
        {
          message: { text: expect.any(String) },
          physicalLocation: {
            artifactLocation: { uri: "clash.xml" },
            region: { startLine: 9, startColumn: 7, endLine: 9, endColumn: 37 },
          },
        },
      ],
      properties: { libvirtError: "XML error: Attempted double use of PCI Address 0000:00:05.0" },
    },
  ]);
  expect(invocations[0].executionSuccessful).toBe(false);
  expect(invocations[0].toolExecutionNotifications).toHaveLength(1);
});

test("cli/check writes an empty SARIF log where nothing is wrong", () => {
  const { status, stdout } = cli.run(["check", "--format", "sarif", "-"], plain);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).runs[0].results).toEqual([]);
});
