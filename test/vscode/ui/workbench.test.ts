import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, Workbench } from "../harness.ts";

const before = "<domain type='qemu'>\n  <name>demo</name>\n</domain>\n";
let workbench: Workbench;

beforeAll(async () => {
  workbench = await Workbench.start({
    workspace: { "demo.xml": before, "notes.md": "# A heading\n" },
    theme: "light",
  });
});

afterAll(async () => {
  await workbench?.close();
});

test("a file opens, typing reaches the document and one undo takes it back", async () => {
  await workbench.open("demo.xml");
  expect(await workbench.text("demo.xml")).toBe(before);
  await workbench.setCursor(1, 8);
  await workbench.page.keyboard.type("x");
  await eventually("the letter arrives", async () =>
    expect(await workbench.text("demo.xml")).toContain("<name>xdemo</name>"),
  );
  await workbench.undo();
  expect(await workbench.text("demo.xml")).toBe(before);
});

test("a command runs through the command palette", async () => {
  await workbench.open("demo.xml");
  await workbench.runCommand("File: Save");
  expect(await workbench.saved("demo.xml")).toBe(before);
});

test("the theme is the one asked for", async () => {
  const kind = await workbench.inHost((api) => api.window.activeColorTheme.kind, null);
  expect(kind).toBe(1);
});

test("a webview beside the text can be looked into", async () => {
  await workbench.open("notes.md");
  await workbench.runCommand("Markdown: Open Preview to the Side");
  const preview = await workbench.webview(".markdown-body h1");
  expect(await preview.locator("h1").textContent()).toBe("A heading");
});
