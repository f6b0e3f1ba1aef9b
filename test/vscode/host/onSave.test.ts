import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "../runner.ts";
import { fileOf, show, until } from "./workspace.ts";

const card = (slot: string, model = "virtio") =>
  `    <interface type='user'><model type='${model}'/><address type='pci' slot='${slot}'/></interface>\n`;
const rng = (slot: string) =>
  `    <rng model='virtio'><backend model='random'/><address type='pci' slot='${slot}'/></rng>\n`;
const guest = (devices: string) => `<domain type='qemu'>
  <name>on save</name>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
${devices}    <memballoon model='none'/>
  </devices>
</domain>
`;
const broken = guest(card("0x05") + card("0x05", "e1000") + rng("1a"));
const cured = guest(card("0x05") + card("0x02", "e1000") + rng("0x1a"));

let files = 0;

/** Writes a file, opens it, and removes it again after the work. */
async function withFile(text: string, work: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
  // VS Code remembers a file that was just deleted, so each has a name of its own.
  const uri = fileOf(`on save ${++files}.xml`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  try {
    await work(await show(uri));
  } finally {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.workspace.fs.delete(uri);
  }
}

/** Changes the text behind the domain, so that there is something to save. */
async function makeDirty(document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(document.lineCount, 0), "\n");
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

async function savedText(document: vscode.TextDocument): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
}

/** Saves with one action on save, and gives what is in the file then. */
async function saveWith(document: vscode.TextDocument, kind: string): Promise<string> {
  const settings = vscode.workspace.getConfiguration("editor");
  const name = "codeActionsOnSave";
  await settings.update(name, { [kind]: "explicit" }, vscode.ConfigurationTarget.Workspace);
  try {
    await makeDirty(document);
    assert.equal(await document.save(), true);
    return await savedText(document);
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

test("source.fixAll.libvirt cures a whole file in one undo step", () =>
  withFile(broken, async (document) => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      "source.fixAll.libvirt",
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Fix 2 problems of this file"],
    );
    const [action] = actions;
    assert.ok(action?.edit);
    assert.equal(await vscode.workspace.applyEdit(action.edit), true);
    assert.equal(document.getText(), cured);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), broken);
  }));

for (const kind of ["source.fixAll.libvirt", "source.fixAll"]) {
  test(`${kind} cures on save`, () =>
    withFile(broken, async (document) => {
      assert.equal(await saveWith(document, kind), `${cured}\n`);
    }));
}

test("source.fixAll leaves a file alone that has nothing to cure", () =>
  withFile(cured, async (document) => {
    assert.equal(await saveWith(document, "source.fixAll.libvirt"), `${cured}\n`);
  }));

test("source.pinAddresses pins on save what the command pins", () =>
  withFile(guest(""), async (document) => {
    await vscode.commands.executeCommand("libvirt.pinAll");
    const pinned = await until(() => (document.getText() === guest("") ? undefined : document.getText()));
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), guest(""));
    assert.equal(await saveWith(document, "source.pinAddresses"), `${pinned}\n`);
    assert.match(pinned, /<controller type='usb'[\s\S]*<address type='pci'/);
  }));

test("without the setting a save changes nothing", () =>
  withFile(broken, async (document) => {
    await makeDirty(document);
    assert.equal(await document.save(), true);
    assert.equal(await savedText(document), `${broken}\n`);
  }));
