import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import * as vscode from "vscode";
import { test } from "../runner.ts";

/** Opens a sample of the workspace, which is a copy of examples/. */
async function open(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "no workspace is open");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits until something is there; the runner's own limit ends it otherwise. */
async function until<T>(ask: () => T | undefined): Promise<T> {
  for (;;) {
    const found = ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the command line makes of the same file; the host's own Node runs it. */
function pinnedByCommandLine(document: vscode.TextDocument): string {
  const extension = vscode.extensions.getExtension("libvirt-slots.libvirt-slots");
  assert.ok(extension);
  const cli = path.join(extension.extensionPath, "dist/cli.js");
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  return execFileSync(process.execPath, [cli, "pin", document.uri.fsPath], { encoding: "utf8", env });
}

test("a clash is told at both ends, with libvirt's own words", async () => {
  const document = await open("template-copy.xml");
  const clash = await until(() =>
    vscode.languages
      .getDiagnostics(document.uri)
      .find(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
  );
  assert.match(clash.message, /0000:00:03\.0/);
  assert.equal(clash.relatedInformation?.length, 1);
});

test("its cure is offered, and leaves no error", async () => {
  const document = await open("template-copy.xml");
  const [clash] = vscode.languages.getDiagnostics(document.uri);
  assert.ok(clash);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    clash.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const cure = actions.find(({ title }) => /next free slot/i.test(title));
  assert.ok(cure?.edit, `no cure among: ${actions.map(({ title }) => title).join(", ")}`);
  assert.equal(await vscode.workspace.applyEdit(cure.edit), true);
  await until(() => {
    const errors = vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === 0);
    return errors.length === 0 ? true : undefined;
  });
  await vscode.commands.executeCommand("undo");
});

test("Pin All Addresses writes what the command line writes, in one undo step", async () => {
  const document = await open("desktop-q35.xml");
  const before = document.getText();
  await vscode.commands.executeCommand("libvirt.pinAll");
  const pinned = await until(() => (document.getText() === before ? undefined : document.getText()));
  assert.equal(pinned, pinnedByCommandLine(document));
  await vscode.commands.executeCommand("undo");
  assert.equal(document.getText(), before);
});

test("the source action pins the same", async () => {
  const document = await open("desktop-q35.xml");
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    whole,
    "source.pinAddresses",
  );
  assert.ok(action?.edit, "no source action is offered");
  const before = document.getText();
  await vscode.workspace.applyEdit(action.edit);
  assert.equal(document.getText(), pinnedByCommandLine(document));
  await vscode.commands.executeCommand("undo");
  assert.equal(document.getText(), before);
});
