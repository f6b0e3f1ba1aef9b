import * as vscode from "vscode";
import {
  type EditIntent,
  isToHost,
  type ToHost,
  type ToWebview,
  type ZoomStep,
} from "../protocol/messages.ts";
import { documentIn, slotEditorPage } from "../protocol/page.ts";
import type { Picture } from "../protocol/picture.ts";
import { BorrowedKeyboard } from "./borrowedKeyboard.ts";
import { toRange, toWorkspaceEdit } from "./convert.ts";
import { type Documents, readOnlyReason } from "./documents.ts";
import type { DrawnBoard } from "./domainMeant.ts";
import { GestureHistory } from "./gestureHistory.ts";
import { type Painted, Painter } from "./painter.ts";
import { hasTab, movedUri, openedDocument } from "./whereabouts.ts";

const viewType = "libvirt.slotEditor";
const customViewType = "libvirt.slots";
/** How often undo and redo are asked of a text that did not change. */
const mostAttempts = 3;

/**
 * The slot editors that are open: one beside the text of each document, where somebody asked for it, and those that
 * stand for the text, which VS Code opens through "Reopen Editor With…".
 */
export class SlotEditors
  implements vscode.Disposable, vscode.WebviewPanelSerializer, vscode.CustomTextEditorProvider
{
  readonly #documents: Documents;
  readonly #extensionUri: vscode.Uri;
  readonly #beside = new Set<SlotEditor>();
  readonly #inPlace = new Set<SlotEditor>();
  readonly #registrations: vscode.Disposable;

  constructor(documents: Documents, extensionUri: vscode.Uri) {
    this.#documents = documents;
    this.#extensionUri = extensionUri;
    this.#registrations = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      vscode.window.registerCustomEditorProvider(customViewType, this),
    );
  }

  /** Opens the slot editor beside the text, or shows the one that is open; on one domain of the document if named. */
  async open(document: vscode.TextDocument, domain?: number): Promise<void> {
    const known = [...this.#beside].find((editor) => editor.shows(document.uri));
    known?.panel.reveal(undefined, false);
    const { Beside } = vscode.ViewColumn;
    const editor =
      known ??
      this.#putBeside(document, vscode.window.createWebviewPanel(viewType, titleOf(document), Beside));
    if (domain !== undefined) editor.choose(domain);
  }

  /** VS Code brings a panel back after a reload; the page has kept which document it drew. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const document = await openedDocument(documentIn(state));
    if (document) this.#putBeside(document, panel);
    else panel.dispose();
  }

  /** The slot editor in place of the text. */
  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const editor = this.#edit(document, panel, true);
    this.#inPlace.add(editor);
    panel.onDidDispose(() => {
      this.#inPlace.delete(editor);
      editor.dispose();
    });
  }

  #putBeside(document: vscode.TextDocument, panel: vscode.WebviewPanel): SlotEditor {
    const editor = this.#edit(document, panel, false);
    this.#beside.add(editor);
    panel.onDidDispose(() => {
      this.#beside.delete(editor);
      editor.dispose();
    });
    return editor;
  }

  #edit(document: vscode.TextDocument, panel: vscode.WebviewPanel, isInPlace: boolean): SlotEditor {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, "dist")],
    };
    return new SlotEditor(this.#documents, document, panel, this.#extensionUri, isInPlace);
  }

  /** Draws the board that is looked at larger, smaller or in its usual size. */
  zoom(to: ZoomStep): void {
    this.#all()
      .find((editor) => editor.panel.active)
      ?.zoom(to);
  }

  /** The document whose board is looked at; undefined while something else is. */
  activeDocument(): vscode.TextDocument | undefined {
    return this.#all().find((editor) => editor.panel.active)?.document;
  }

  /** What a document's board draws, the one that is looked at before others; undefined where there is none. */
  boardOf({ uri }: vscode.TextDocument): DrawnBoard | undefined {
    const ofDocument = this.#all().filter((editor) => editor.shows(uri));
    const editor = ofDocument.find(({ panel }) => panel.active) ?? ofDocument[0];
    return editor && { domain: editor.domain, isActive: editor.panel.active };
  }

  /** A PNG file of a picture, painted by a board of the document; where none is in view, one is opened on that domain. */
  async paint(document: vscode.TextDocument, picture: Picture, domain: number): Promise<Painted> {
    const ofDocument = () => this.#all().find((editor) => editor.shows(document.uri) && editor.panel.visible);
    if (ofDocument() === undefined) await this.open(document, domain);
    return ofDocument()?.paint(picture) ?? { failed: "The slot editor could not be opened." };
  }

  #all(): SlotEditor[] {
    return [...this.#beside, ...this.#inPlace];
  }

  dispose(): void {
    this.#registrations.dispose();
    for (const editor of this.#beside) editor.panel.dispose();
  }
}

/**
 * One board and the document it draws. The text is the only truth: a gesture becomes one edit of the text, and the
 * changed text becomes the next board.
 */
class SlotEditor implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  #document: vscode.TextDocument;
  /** Where the document's file is being moved to. */
  #newUri: vscode.Uri | undefined;
  readonly #documents: Documents;
  readonly #extensionUri: vscode.Uri;
  /** The editor stands in place of the text, and VS Code takes care of renaming and closing. */
  readonly #isInPlace: boolean;
  readonly #listeners: vscode.Disposable;
  readonly #history = new GestureHistory();
  #domain = 0;
  readonly #keyboard: BorrowedKeyboard;
  readonly #painter = new Painter((message) => this.#post(message));

  constructor(
    documents: Documents,
    document: vscode.TextDocument,
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    isInPlace: boolean,
  ) {
    this.#documents = documents;
    this.#document = document;
    this.#extensionUri = extensionUri;
    this.#isInPlace = isInPlace;
    this.panel = panel;
    this.#keyboard = new BorrowedKeyboard(panel);
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (isToHost(message)) void this.#receive(message);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (this.#isOurs(event.document) && event.contentChanges.length > 0) this.#sendBoard();
      }),
      documents.onDidReread(() => this.#sendBoard()),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (this.#isOurs(closed) && !isInPlace) void this.#followClosed();
      }),
      vscode.workspace.onWillRenameFiles(({ files }) => {
        for (const file of files) this.#newUri = movedUri(this.#document.uri, file) ?? this.#newUri;
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (!this.#isOurs(textEditor.document)) return;
        // An edit moves the cursor as well, but only a person who moves it means the domain it stands in.
        if (kind !== undefined) this.#followCursor(textEditor);
        this.#sendHighlight(textEditor);
      }),
    );
    panel.webview.html = pageOf(panel.webview, extensionUri, document.uri);
  }

  get document(): vscode.TextDocument {
    return this.#document;
  }

  /** Which domain of the document is drawn, counted from 0. */
  get domain(): number {
    return this.#domain;
  }

  /** Whether this is the board of a document. */
  shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.#document.uri.toString();
  }

  /**
   * A document closes when its file is renamed, when its language changes, and when nobody looks at its text any more.
   * The board follows it to its new name, keeps it while a tab names it, and else closes as well.
   */
  async #followClosed(): Promise<void> {
    const { uri } = this.#document;
    const target = this.#newUri ?? (hasTab(uri) ? uri : undefined);
    this.#newUri = undefined;
    const document = await openedDocument(target?.toString());
    if (document === undefined) return this.panel.dispose();
    this.#document = document;
    this.panel.title = titleOf(document);
    if (document.uri.toString() === uri.toString()) this.#sendBoard();
    else this.panel.webview.html = pageOf(this.panel.webview, this.#extensionUri, document.uri);
  }

  dispose(): void {
    this.#painter.dispose();
    this.#listeners.dispose();
  }

  /** Draws one domain of the document from now on, counted from 0. */
  choose(domain: number): void {
    if (domain === this.#domain) return;
    this.#domain = domain;
    this.#sendBoard();
  }

  zoom(to: ZoomStep): void {
    this.#post({ type: "zoom", to });
  }

  paint(picture: Picture): Promise<Painted> {
    return this.#painter.paint(picture);
  }

  #isOurs(document: vscode.TextDocument): boolean {
    return this.shows(document.uri);
  }

  async #receive(message: ToHost): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#domain = message.domain ?? this.#domain;
        this.#sendBoard();
        this.#painter.askAgain();
        break;
      case "painted":
        this.#painter.answer(message);
        break;
      case "chooseDomain":
        this.choose(message.domain);
        break;
      case "copyAddress":
        await this.#copyAddress(message.devices);
        break;
      case "reveal":
        await this.#reveal(message.device);
        break;
      case "preview":
        this.#preview(message.id, message.edit);
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
    const reason = readOnlyReason(this.#document);
    const board = snapshot && this.#documents.service.board(snapshot, reason, this.#domain);
    if (board) this.#post({ type: "board", board });
    else this.#post({ type: "empty", reason: "This document holds no libvirt domain at the moment." });
    const editor = vscode.window.visibleTextEditors.find((shown) => this.#isOurs(shown.document));
    if (editor) this.#sendHighlight(editor);
  }

  #sendHighlight({ selection }: vscode.TextEditor): void {
    const snapshot = this.#documents.domain(this.#document);
    const place = snapshot && this.#documents.service.placeAt(snapshot, selection.active);
    this.#post({ type: "highlight", device: place?.domain === this.#domain ? place.device : undefined });
  }

  /** The text cursor chooses among the domains of a document. */
  #followCursor({ selection }: vscode.TextEditor): void {
    const snapshot = this.#documents.domain(this.#document);
    const place = snapshot && this.#documents.service.placeAt(snapshot, selection.active);
    if (place !== undefined) this.choose(place.domain);
  }

  /** An intent made on another version of the document changes nothing; the board it missed is sent instead. */
  async #edit(message: EditIntent): Promise<void> {
    const snapshot = this.#documents.domain(this.#document);
    if (snapshot === undefined || message.version !== this.#document.version) {
      this.#refuse("The document changed in the meantime, so nothing was edited.");
      return;
    }
    const reason = readOnlyReason(this.#document);
    const answer =
      reason === undefined ? this.#documents.service.gesture(snapshot, message) : { refused: reason };
    if (answer.edits === undefined) return this.#refuse(answer.refused);
    if (answer.edits.length === 0) return this.#refuse("Nothing to do: the file says so already.");
    const name = this.#documents.service.gestureName(snapshot, message);
    const before = this.#document.getText();
    const edit = toWorkspaceEdit(this.#document.uri, answer.edits, name);
    if (await vscode.workspace.applyEdit(edit)) this.#history.note(name, before, this.#document.getText());
    else this.#refuse("The document changed in the meantime, so nothing was edited.");
  }

  /** Previews of boards that have passed are not answered: a new board is on its way. */
  #preview(id: number, edit: EditIntent): void {
    const snapshot = this.#documents.domain(this.#document);
    if (snapshot === undefined || edit.version !== this.#document.version) return;
    this.#post({ type: "preview", id, ...this.#documents.service.preview(snapshot, edit) });
  }

  #refuse(reason: string): void {
    this.#post({ type: "refused", reason });
    this.#sendBoard();
  }

  async #reveal(device: string): Promise<void> {
    const snapshot = this.#documents.domain(this.#document);
    const range = snapshot && this.#documents.service.rangeOf(snapshot, device, this.#domain);
    if (range === undefined) return;
    const shown = toRange(range);
    const editor = await this.#showText(true);
    editor.selection = new vscode.Selection(shown.start, shown.start);
    editor.revealRange(shown, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #copyAddress(devices: readonly string[]): Promise<void> {
    const snapshot = this.#documents.domain(this.#document);
    const elements = snapshot && this.#documents.service.addressElements(snapshot, devices, this.#domain);
    if (elements === undefined || elements.length === 0) return this.#refuse("There is no address to copy.");
    await vscode.env.clipboard.writeText(elements.join("\n"));
    const what = elements.length === 1 ? `Copied ${elements[0]}` : `Copied ${elements.length} addresses`;
    this.#post({ type: "told", text: `${what}.` });
  }

  /** Undo and redo belong to the text; the keyboard comes back to the board afterwards, and it says what happened. */
  async #inText(command: "undo" | "redo"): Promise<void> {
    const step = () => this.#step(command);
    await (this.#isInPlace ? step() : this.#keyboard.borrow(step));
  }

  /**
   * Takes one step. A keyboard that was still on its way to the board takes the command along, and then nothing
   * changes: the text asks for the keyboard again. Where there is nothing to undo, asking again changes nothing either.
   */
  async #step(command: "undo" | "redo"): Promise<void> {
    const from = this.#document.getText();
    for (let attempt = 0; attempt < mostAttempts && this.#document.getText() === from; attempt++) {
      if (!this.#isInPlace) await this.#showText(false);
      await vscode.commands.executeCommand(command);
    }
    this.#post({ type: "told", text: this.#history.tell(command, from, this.#document.getText()) });
  }

  async #showText(preserveFocus: boolean): Promise<vscode.TextEditor> {
    const shown = vscode.window.visibleTextEditors.find((editor) => this.#isOurs(editor.document));
    const viewColumn =
      shown?.viewColumn ?? (this.#isInPlace ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
    return vscode.window.showTextDocument(this.#document, { viewColumn, preserveFocus });
  }

  #post(message: ToWebview): void {
    void this.panel.webview.postMessage(message);
  }
}

function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri, document: vscode.Uri): string {
  const uriOf = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", name)).toString();
  return slotEditorPage({
    script: uriOf("webview.js"),
    styles: uriOf("webview.css"),
    source: webview.cspSource,
    nonce: nonceOf(),
    document: document.toString(),
  });
}

function nonceOf(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function titleOf({ uri }: vscode.TextDocument): string {
  return `Slots: ${uri.path.split("/").at(-1) ?? "domain"}`;
}
