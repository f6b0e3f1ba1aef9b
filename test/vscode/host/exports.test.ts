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
    const before = document.version;
    await vscode.commands.executeCommand(command);
    // The document of the test before may still be on its way out.
    await until(() => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.isUntitled && active.getText().startsWith(start) ? true : undefined;
    });
    assert.equal(document.version, before);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
}
