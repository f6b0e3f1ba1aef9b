import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "../runner.ts";
import { behind, fileOf, show, until } from "./workspace.ts";

const two = `<domains>
${["first", "second"].map((name) => `<domain type='kvm'><name>${name}</name><os><type machine='q35'>hvm</type></os><devices/></domain>`).join("\n")}
</domains>
`;

/** The new document whose name ends so. */
function newDocument(name: string): Promise<vscode.TextDocument> {
  const isMeant = ({ uri, isUntitled }: vscode.TextDocument) => isUntitled && uri.path.endsWith(`/${name}`);
  return until(() => {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => isMeant(document));
    return editor?.document;
  });
}

/** Shows a document and puts the text cursor into one of its domains. */
async function standIn(document: vscode.TextDocument, name: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const place = behind(document, `<name>${name}`);
  editor.selection = new vscode.Selection(place, place);
}

test("of several domains, that is exported in which the text cursor stands, under its name", async () => {
  await vscode.workspace.fs.writeFile(fileOf("two.xml"), new TextEncoder().encode(two));
  const document = await show(fileOf("two.xml"));
  for (const name of ["second", "first"]) {
    await standIn(document, name);
    await vscode.commands.executeCommand("libvirt.exportMarkdown");
    assert.match((await newDocument(`two-${name}.md`)).getText(), new RegExp(`^# ${name}\\n`));
  }
});

test("an exported document is saved beside its domain, and the next one gets another name", async () => {
  const document = await show(fileOf("two.xml"));
  await standIn(document, "first");
  await vscode.commands.executeCommand("libvirt.exportSvg", document.uri);
  const exported = await newDocument("two-first.svg");
  assert.equal(await exported.save(), true);
  const saved = await vscode.workspace.fs.readFile(fileOf("two-first.svg"));
  assert.match(new TextDecoder().decode(saved), /^<svg [\s\S]*<title>Slots of first<\/title>/);
  for (const number of [2, 3]) {
    await vscode.commands.executeCommand("libvirt.exportSvg", document.uri);
    await newDocument(`two-first.${number}.svg`);
  }
  await vscode.workspace.fs.delete(fileOf("two-first.svg"));
});

test("a board in use exports the domain it draws, wherever the text cursor stands", async () => {
  const document = await show(fileOf("two.xml"));
  await standIn(document, "first");
  await vscode.commands.executeCommand("libvirt.openSlotEditor", document.uri, 1);
  await until(
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === "Slots: two.xml" || undefined,
  );
  await until(() => vscode.window.activeTextEditor === undefined || undefined);
  await vscode.commands.executeCommand("libvirt.exportMermaid");
  assert.match((await newDocument("two-second.mmd")).getText(), /^---\ntitle: "second"\n/);
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await vscode.workspace.fs.delete(fileOf("two.xml"));
});

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
