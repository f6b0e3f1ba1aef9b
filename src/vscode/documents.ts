import * as vscode from "vscode";
import { type DomainService, getDomainService, type Snapshot } from "../service.ts";
import { changesReading, serviceOptions } from "./settings.ts";

/** The language the features are offered for; whether a document is a domain shows in its text. */
export const selector: vscode.DocumentSelector = { language: "xml" };

/** The open documents as the language service sees them. A change of the settings makes a new service. */
export class Documents implements vscode.Disposable {
  #service: DomainService = getDomainService(serviceOptions(warn));
  readonly #reread = new vscode.EventEmitter<void>();
  readonly #listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!changesReading(event)) return;
    this.#service = getDomainService(serviceOptions(warn));
    this.#reread.fire();
  });
  /** Tells that documents mean something else now although their text is the same. */
  readonly onDidReread = this.#reread.event;

  get service(): DomainService {
    return this.#service;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#reread.dispose();
  }

  /** The snapshot of a document as it is now; undefined for XML that is no domain and for other languages. */
  domain(document: vscode.TextDocument): Snapshot | undefined {
    if (vscode.languages.match(selector, document) === 0) return undefined;
    const snapshot = this.service.snapshot(document.uri.toString(), document.version, document.getText());
    return this.service.isDomain(snapshot) ? snapshot : undefined;
  }

  /** The document a command is about: menus and lenses name it; the command palette means the active one. */
  async meant(uri: unknown): Promise<vscode.TextDocument | undefined> {
    if (uri instanceof vscode.Uri) return vscode.workspace.openTextDocument(uri);
    return vscode.window.activeTextEditor?.document;
  }

  close(document: vscode.TextDocument): void {
    this.service.close(document.uri.toString());
  }
}

/** Where the text cursor stands in a document: in the editor in use before others; undefined where none shows it. */
export function cursorIn(document: vscode.TextDocument): vscode.Position | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor ? [activeTextEditor, ...visibleTextEditors] : visibleTextEditors;
  return editors.find((editor) => editor.document === document)?.selection.active;
}

function warn(problem: string): void {
  void vscode.window.showWarningMessage(problem);
}

/** Why a document cannot be edited, if it cannot. */
export function readOnlyReason({ uri }: vscode.TextDocument): string | undefined {
  const isWritable =
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) ?? editableWithoutFile.has(uri.scheme);
  return isWritable ? undefined : "This document is read-only.";
}

/** Documents of other schemes without a file system come from a provider of text, and cannot be edited. */
const editableWithoutFile: ReadonlySet<string> = new Set(["untitled", "vscode-notebook-cell", "inmemory"]);
