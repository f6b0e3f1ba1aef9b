import * as vscode from "vscode";
import type { Documents } from "./documents.ts";

/** Keeps `libvirt.isDomain` true while the active editor shows a domain, so that menus appear only there. */
export function registerContext(documents: Documents): vscode.Disposable {
  let known: boolean | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    // A webview with the focus is no text editor; the menus of the domain beside it stay.
    if (document === undefined && known !== undefined) return;
    const isDomain = document !== undefined && documents.domain(document) !== undefined;
    if (isDomain === known) return;
    known = isDomain;
    void vscode.commands.executeCommand("setContext", "libvirt.isDomain", isDomain);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
}
