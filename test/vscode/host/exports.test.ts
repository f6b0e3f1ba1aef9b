import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "../runner.ts";
import { fileOf, show, until } from "./workspace.ts";

for (const [command, start] of [
  ["libvirt.exportSvg", "<svg "],
  ["libvirt.exportMarkdown", "# desktop\n"],
  ["libvirt.exportMermaid", '---\ntitle: "desktop"\n'],
] as const) {
  test(`${command} opens a new document and leaves the domain alone`, async () => {
    const document = await show(fileOf("desktop-q35.xml"));
    await until(() => vscode.window.activeTextEditor?.document === document || undefined);
    const before = document.version;
    await vscode.commands.executeCommand(command);
    // The new document stays open: it is no domain, and nobody is asked about it when the window closes.
    await until(
      () =>
        vscode.window.visibleTextEditors.some(
          ({ document: shown }) => shown.isUntitled && shown.getText().startsWith(start),
        ) || undefined,
    );
    assert.equal(document.version, before);
  });
}

test("libvirt.exportPng writes a PNG file where the caller says, painted by the slot editor", async () => {
  const document = await show(fileOf("desktop-q35.xml"));
  const target = fileOf("desktop-q35.png");
  await vscode.commands.executeCommand("libvirt.exportPng", document.uri, target);
  const file = await vscode.workspace.fs.readFile(target);
  assert.deepEqual([...file.slice(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  assert.ok(file.length > 20_000, `the file has only ${file.length} bytes`);
  await vscode.workspace.fs.delete(target);
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
});
