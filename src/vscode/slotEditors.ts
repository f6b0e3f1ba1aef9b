import * as vscode from "vscode";
import { isToHost, type ToHost, type ToWebview } from "../protocol/messages.ts";
import { slotEditorPage } from "../protocol/page.ts";
import { toRange, toWorkspaceEdit } from "./convert.ts";
import { type Documents, readOnlyReason } from "./documents.ts";

const viewType = "libvirt.slotEditor";

/** The slot editors that are open, one per document. */
export class SlotEditors implements vscode.Disposable {
  readonly #documents: Documents;
  readonly #extensionUri: vscode.Uri;
  readonly #open = new Map<string, SlotEditor>();

  constructor(documents: Documents, extensionUri: vscode.Uri) {
    this.#documents = documents;
    this.#extensionUri = extensionUri;
  }

  /** Opens the slot editor beside the text, or shows the one that is open. */
  async open(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const known = this.#open.get(key);
    if (known) {
      known.panel.reveal(undefined, false);
      return;
    }
    const name = document.uri.path.split("/").at(-1) ?? "domain";
    const panel = vscode.window.createWebviewPanel(viewType, `Slots: ${name}`, vscode.ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, "dist")],
    });
    const editor = new SlotEditor(this.#documents, document, panel, this.#extensionUri);
    this.#open.set(key, editor);
    panel.onDidDispose(() => {
      this.#open.delete(key);
      editor.dispose();
    });
  }

  dispose(): void {
    for (const editor of this.#open.values()) editor.panel.dispose();
  }
}

/**
 * One board and the document it draws. The text is the only truth: a gesture becomes one edit of the text, and the
 * changed text becomes the next board.
 */
class SlotEditor implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #documents: Documents;
  readonly #document: vscode.TextDocument;
  readonly #listeners: vscode.Disposable;

  constructor(
    documents: Documents,
    document: vscode.TextDocument,
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
  ) {
    this.#documents = documents;
    this.#document = document;
    this.panel = panel;
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isToHost(message)) void this.#receive(message);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (this.#isOurs(event.document) && event.contentChanges.length > 0) this.#sendBoard();
      }),
      documents.onDidReread(() => this.#sendBoard()),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (this.#isOurs(closed)) panel.dispose();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.#isOurs(textEditor.document)) this.#sendHighlight(textEditor);
      }),
    );
    panel.webview.html = pageOf(panel.webview, extensionUri);
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #isOurs(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.#document.uri.toString();
  }

  async #receive(message: ToHost): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#sendBoard();
        break;
      case "reveal":
        await this.#reveal(message.device);
        break;
      case "undo":
      case "redo":
        await this.#inText(message.type);
        break;
      default:
        await this.#edit(message);
    }
  }

  #sendBoard(): void {
    const snapshot = this.#documents.domain(this.#document);
    const board = snapshot && this.#documents.service.board(snapshot, readOnlyReason(this.#document));
    if (board) this.#post({ type: "board", board });
    else this.#post({ type: "empty", reason: "This document holds no libvirt domain at the moment." });
    const editor = vscode.window.visibleTextEditors.find((shown) => this.#isOurs(shown.document));
    if (editor) this.#sendHighlight(editor);
  }

  #sendHighlight({ selection }: vscode.TextEditor): void {
    const snapshot = this.#documents.domain(this.#document);
    const device = snapshot && this.#documents.service.keyAt(snapshot, selection.active);
    this.#post({ type: "highlight", device });
  }

  /** An intent made on another version of the document changes nothing; the board it missed is sent instead. */
  async #edit(message: Extract<ToHost, { readonly version: number }>): Promise<void> {
    const snapshot = this.#documents.domain(this.#document);
    if (snapshot === undefined || message.version !== this.#document.version) {
      this.#refuse("The document changed in the meantime, so nothing was edited.");
      return;
    }
    const reason = readOnlyReason(this.#document);
    const answer =
      reason === undefined ? this.#documents.service.gesture(snapshot, message) : { refused: reason };
    if (answer.edits === undefined) this.#refuse(answer.refused);
    else if (answer.edits.length === 0) this.#refuse("Nothing to do: the file says so already.");
    else if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(this.#document.uri, answer.edits)))) {
      this.#refuse("The document changed in the meantime, so nothing was edited.");
    }
  }

  #refuse(reason: string): void {
    this.#post({ type: "refused", reason });
    this.#sendBoard();
  }

  async #reveal(device: string): Promise<void> {
    const snapshot = this.#documents.domain(this.#document);
    const range = snapshot && this.#documents.service.rangeOf(snapshot, device);
    if (range === undefined) return;
    const shown = toRange(range);
    const editor = await this.#showText(true);
    editor.selection = new vscode.Selection(shown.start, shown.start);
    editor.revealRange(shown, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Undo and redo belong to the text; the keyboard comes back to the board afterwards. */
  async #inText(command: "undo" | "redo"): Promise<void> {
    await this.#showText(false);
    await vscode.commands.executeCommand(command);
    this.panel.reveal(undefined, false);
  }

  async #showText(preserveFocus: boolean): Promise<vscode.TextEditor> {
    const shown = vscode.window.visibleTextEditors.find((editor) => this.#isOurs(editor.document));
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
    return vscode.window.showTextDocument(this.#document, { viewColumn, preserveFocus });
  }

  #post(message: ToWebview): void {
    void this.panel.webview.postMessage(message);
  }
}

function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const uriOf = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", name)).toString();
  return slotEditorPage({
    script: uriOf("webview.js"),
    styles: uriOf("webview.css"),
    source: webview.cspSource,
    nonce: nonceOf(),
  });
}

function nonceOf(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
