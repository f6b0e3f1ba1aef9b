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
    const exported = await until(() => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.isUntitled && active.getText().startsWith(start) ? active : undefined;
    });
    assert.equal(document.version, before);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    // The next test must not find it still on its way out, and be taken for asking about it.
    await until(() => (exported.isClosed ? true : undefined));
  });
}
