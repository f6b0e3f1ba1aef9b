import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "../runner.ts";
import { fileOf, show, until } from "./workspace.ts";

function tabNamed(label: string): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => tab.label === label);
}

test("Reopen Editor With… offers the slot editor in place of the text", async () => {
  const uri = fileOf("disk-units.xml");
  await vscode.commands.executeCommand("vscode.openWith", uri, "libvirt.slots");
  const tab = await until(() => tabNamed("disk-units.xml"));
  assert.ok(tab.input instanceof vscode.TabInputCustom);
  assert.equal(tab.input.viewType, "libvirt.slots");
  await vscode.window.tabGroups.close(tab);
});

test("a board follows its file to a new name, and goes when the file does", async () => {
  const before = fileOf("moving.xml");
  const after = fileOf("moved.xml");
  await vscode.workspace.fs.copy(fileOf("desktop-q35.xml"), before, { overwrite: true });
  await show(before);
  await vscode.commands.executeCommand("libvirt.openSlotEditor", before);
  await until(() => tabNamed("Slots: moving.xml"));
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(before, after);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
  await until(() => tabNamed("Slots: moved.xml"));
  assert.equal(tabNamed("Slots: moving.xml"), undefined);
  const text = await until(() => tabNamed("moved.xml"));
  await vscode.window.tabGroups.close(text);
  await until(() => (tabNamed("Slots: moved.xml") === undefined ? true : undefined));
  await vscode.workspace.fs.delete(after);
});

test("a document without a writable file is read-only", async () => {
  const provider = vscode.workspace.registerTextDocumentContentProvider("libvirt-test", {
    provideTextDocumentContent: () => "<domain type='kvm'><devices><rng model='virtio'/></devices></domain>",
  });
  try {
    const plain = await vscode.workspace.openTextDocument(vscode.Uri.parse("libvirt-test:/old.xml"));
    const document = await vscode.languages.setTextDocumentLanguage(plain, "xml");
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand("libvirt.openSlotEditor", document.uri);
    const board = await until(() => tabNamed("Slots: old.xml"));
    const text = document.getText();
    await vscode.commands.executeCommand("libvirt.pinAll");
    assert.equal(document.getText(), text);
    await vscode.window.tabGroups.close(board);
  } finally {
    provider.dispose();
  }
});

test("Pin All Addresses pins the document of a board in use", async () => {
  const uri = fileOf("boarded.xml");
  const guest = await vscode.workspace.fs.readFile(fileOf("desktop-q35.xml"));
  await vscode.workspace.fs.writeFile(uri, guest);
  const document = await show(uri);
  await vscode.commands.executeCommand("libvirt.openSlotEditor", uri);
  await until(() => (tabNamed("Slots: boarded.xml")?.isActive ? true : undefined));
  await until(() => vscode.window.activeTextEditor === undefined || undefined);
  await vscode.commands.executeCommand("libvirt.pinAll");
  const text = document.getText();
  await vscode.commands.executeCommand("libvirt.pinAll");
  assert.match(text, /<address type='pci'/);
  assert.notEqual(text, new TextDecoder().decode(guest));
  assert.equal(document.getText(), text);
  await vscode.workspace.fs.delete(uri);
});
