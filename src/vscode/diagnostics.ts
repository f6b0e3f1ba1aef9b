import * as vscode from "vscode";
import { toDiagnostic } from "./convert.ts";
import type { Documents } from "./documents.ts";

/** Milliseconds of silence after a keystroke before the problems are looked for anew. */
const pause = 80;

/** Keeps the Problems panel in step with every open domain. */
export function registerDiagnostics(documents: Documents, extensionUri: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("libvirt");
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const refresh = (document: vscode.TextDocument) => {
    waiting.delete(document.uri.toString());
    if (document.isClosed) return;
    const snapshot = documents.domain(document);
    const found = snapshot ? documents.service.diagnostics(snapshot) : [];
    collection.set(
      document.uri,
      found.map((diagnostic) => toDiagnostic(document.uri, diagnostic, extensionUri)),
    );
  };
  const refreshSoon = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => refresh(document), pause),
    );
  };
  const forget = (document: vscode.TextDocument) => {
    clearTimeout(waiting.get(document.uri.toString()));
    collection.delete(document.uri);
    documents.close(document);
  };
  vscode.workspace.textDocuments.forEach(refresh);
  return vscode.Disposable.from(
    collection,
    documents.onDidReread(() => vscode.workspace.textDocuments.forEach(refresh)),
    vscode.workspace.onDidOpenTextDocument(refresh),
    vscode.workspace.onDidChangeTextDocument(({ document }) => refreshSoon(document)),
    vscode.workspace.onDidCloseTextDocument(forget),
    { dispose: () => [...waiting.values()].map((timer) => clearTimeout(timer)) },
  );
}
