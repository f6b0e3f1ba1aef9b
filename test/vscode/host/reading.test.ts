import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "../runner.ts";
import { behind, fileOf, show, until, withSetting } from "./workspace.ts";

const sample = () => show(fileOf("desktop-q35.xml"));

async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    whole,
  );
  return hints.map(({ label }) => String(label));
}

async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand("vscode.executeCodeLensProvider", document.uri, 10);
}

test("hovering over a network card tells its place and its name in the guest", async () => {
  const document = await sample();
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    behind(document, "<interface"),
  );
  const words = hovers.flatMap(({ contents }) =>
    contents.map((part) => (part as vscode.MarkdownString).value),
  );
  assert.match(words.join("\n"), /chosen by libvirt[\s\S]+`enp\d+s0`/);
});

test("inlay hints show where devices would go, until the setting switches them off", async () => {
  const document = await sample();
  assert.ok((await hintsOf(document)).some((label) => /→ 0000:\d\d:00\.0/.test(label)));
  await withSetting("inlayHints", false, async () => {
    assert.deepEqual(await hintsOf(document), []);
  });
});

test("the code lens counts, opens the slot editor of its document, and can be switched off", async () => {
  const document = await sample();
  const [lens] = await lensesOf(document);
  assert.match(lens?.command?.title ?? "", /^\d+ free slots? · \d+ unpinned · Open slot editor$/);
  assert.ok(lens?.command);
  await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
  const tab = await until(() =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ label }) => label === "Slots: desktop-q35.xml"),
  );
  await vscode.window.tabGroups.close(tab);
  await withSetting("codeLens", false, async () => {
    assert.deepEqual(await lensesOf(document), []);
  });
});

test("an address leads to its controller, the controller to its addresses, and a rename changes both", async () => {
  const controller = "<controller type='virtio-serial' index='0'/>";
  const channel =
    "<channel type='unix'><target type='virtio'/><address type='virtio-serial' controller='0' bus='0' port='1'/></channel>";
  const document = await vscode.workspace.openTextDocument({
    language: "xml",
    content: `<domain type='kvm'><devices>\n${controller}\n${channel}\n</devices></domain>`,
  });
  const [target] = await vscode.commands.executeCommand<vscode.Location[]>(
    "vscode.executeDefinitionProvider",
    document.uri,
    behind(document, "controller='"),
  );
  assert.equal(target?.range.start.line, 1);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    "vscode.executeReferenceProvider",
    document.uri,
    behind(document, "index='"),
  );
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    [1, 2],
  );
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    document.uri,
    behind(document, "index='"),
    "5",
  );
  assert.equal(await vscode.workspace.applyEdit(edit), true);
  assert.match(document.getText(), /index='5'\/>\n.*controller='5'/);
});

test("the outline names the devices", async () => {
  const document = await sample();
  const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    "vscode.executeDocumentSymbolProvider",
    document.uri,
  );
  const desktop = outline.find(({ name }) => name === "desktop");
  assert.ok(desktop, `no outline of ours among: ${outline.map(({ name }) => name).join(", ")}`);
  assert.ok(desktop.children.some(({ name }) => name === "vda"));
});

test("a setting silences a problem, and its absence brings it back", async () => {
  const document = await show(fileOf("template-copy.xml"));
  const isTold = () =>
    vscode.languages
      .getDiagnostics(document.uri)
      .some(({ code }) => (typeof code === "object" ? code.value : code) === "pci-double-use");
  await until(() => isTold() || undefined);
  await withSetting("problems.severity", { "pci-double-use": "off" }, async () => {
    await until(() => !isTold() || undefined);
  });
  await until(() => isTold() || undefined);
});
