import assert from "node:assert/strict";
import * as vscode from "vscode";

/** A file of the workspace, which is a copy of examples/. */
export function fileOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "no workspace is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in the first column. */
export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
  return document;
}

/** Waits until something is there; the runner's own limit ends it otherwise. */
export async function until<T>(ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The place of the first occurrence of some words, behind them. */
export function behind(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `${words} is not in the document`);
  return document.positionAt(at + words.length);
}

/** Changes a setting of the workspace for as long as the work takes. */
export async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration("libvirt");
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await work();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
