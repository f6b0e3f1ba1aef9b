import * as vscode from "vscode";
import type { ExportFormat, Snapshot } from "../service.ts";
import { cursorIn, type Documents } from "./documents.ts";
import { domainMeant } from "./domainMeant.ts";
import type { SlotEditors } from "./slotEditors.ts";

/** What a command writes, how its file ends, and the languages in which the text is best read: the first known one. */
interface TextExport {
  readonly command: string;
  readonly format: ExportFormat;
  readonly ending: string;
  readonly languages: readonly string[];
}

const textExports: readonly TextExport[] = [
  { command: "libvirt.exportSvg", format: "svg", ending: "svg", languages: ["svg", "xml"] },
  { command: "libvirt.exportMarkdown", format: "markdown", ending: "md", languages: ["markdown"] },
  { command: "libvirt.exportMermaid", format: "mermaid", ending: "mmd", languages: ["mermaid", "plaintext"] },
];

/**
 * Commands that put the topology of the domain in use into a new document, to be read, copied or saved; a picture of
 * pixels, which no text editor shows, goes into a file.
 */
export function registerExports(documents: Documents, slotEditors: SlotEditors): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("libvirt.exportPng", (uri?: unknown, target?: unknown) =>
      exportPng(documents, slotEditors, uri, target),
    ),
    ...textExports.map((meant) =>
      vscode.commands.registerCommand(meant.command, (uri?: unknown) =>
        exportText(documents, slotEditors, meant, uri),
      ),
    ),
  );
}

interface Source {
  readonly document: vscode.TextDocument;
  readonly snapshot: Snapshot;
  readonly domain: number;
}

/** The domain to export: of the named document, else of the board in use, else of the text in use. */
async function sourceOf(
  documents: Documents,
  slotEditors: SlotEditors,
  uri: unknown,
): Promise<Source | undefined> {
  const named = uri instanceof vscode.Uri ? uri : undefined;
  const document = (named ? undefined : slotEditors.activeDocument()) ?? (await documents.meant(named));
  const snapshot = document && documents.domain(document);
  if (document === undefined || snapshot === undefined) return undefined;
  const clues = { board: slotEditors.boardOf(document), cursor: cursorIn(document) };
  return { document, snapshot, domain: domainMeant(documents.service, snapshot, clues) ?? 0 };
}

async function exportText(
  documents: Documents,
  slotEditors: SlotEditors,
  { format, ending, languages }: TextExport,
  uri: unknown,
): Promise<void> {
  const source = await sourceOf(documents, slotEditors, uri);
  const content = source && documents.service.exportBoard(source.snapshot, format, source.domain);
  if (source === undefined || content === undefined) return tellNoDomain();
  const known = await vscode.languages.getLanguages();
  const language = languages.find((name) => known.includes(name)) ?? "plaintext";
  const isFile = source.document.uri.scheme === "file";
  const named = isFile && (await newDocument(await freeName(documents, source, ending), content, language));
  const document = named || (await vscode.workspace.openTextDocument({ content, language }));
  await vscode.window.showTextDocument(document, { preview: false });
}

/** A document that goes into a file as soon as somebody saves it; undefined where VS Code lets nobody write into it. */
async function newDocument(
  file: vscode.Uri,
  content: string,
  language: string,
): Promise<vscode.TextDocument | undefined> {
  const document = await vscode.workspace.openTextDocument(file.with({ scheme: "untitled" }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), content);
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  return document.languageId === language
    ? document
    : vscode.languages.setTextDocumentLanguage(document, language);
}

/** A file beside the document that is not there yet, nor open: told by a number where the first name is taken. */
async function freeName(documents: Documents, source: Source, ending: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const file = fileBeside(documents, source, number === 1 ? ending : `${number}.${ending}`);
    const untitled = file.with({ scheme: "untitled" }).toString();
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled);
    if (!isOpen && !(await exists(file))) return file;
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    // Where nobody may look, whoever saves is told so by VS Code.
    return false;
  }
}

/** A file beside the document, by its name and that of the domain where there are several. */
function fileBeside(
  documents: Documents,
  { document, snapshot, domain }: Source,
  ending: string,
): vscode.Uri {
  const { uri } = document;
  const at = uri.path.lastIndexOf("/") + 1;
  const own = uri.path.slice(at).replace(/\.xml$/i, "");
  const stem = documents.service.exportStem(snapshot, own, domain);
  return uri.with({ path: `${uri.path.slice(0, at)}${stem}.${ending}`, query: "", fragment: "" });
}

/** Asks where to, unless the caller of the command has said so, and writes the file whole. */
async function exportPng(
  documents: Documents,
  slotEditors: SlotEditors,
  uri: unknown,
  target: unknown,
): Promise<void> {
  const source = await sourceOf(documents, slotEditors, uri);
  const picture = source && documents.service.picture(source.snapshot, source.domain);
  if (source === undefined || picture === undefined) return tellNoDomain();
  const file = target instanceof vscode.Uri ? target : await askTarget(documents, source, picture.title);
  if (file === undefined) return;
  const { png, failed } = await slotEditors.paint(source.document, picture, source.domain);
  if (png === undefined) return void vscode.window.showErrorMessage(`No picture was written. ${failed}`);
  try {
    await vscode.workspace.fs.writeFile(file, png);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`The picture could not be written. ${reason}`);
  }
}

async function askTarget(
  documents: Documents,
  source: Source,
  picture: string,
): Promise<vscode.Uri | undefined> {
  const { uri, isUntitled } = source.document;
  const isFile = !isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme);
  return vscode.window.showSaveDialog({
    ...(isFile && { defaultUri: fileBeside(documents, source, "png") }),
    filters: { "PNG picture": ["png"] },
    title: `Export as PNG: ${picture}`,
  });
}

function tellNoDomain(): void {
  void vscode.window.showInformationMessage("The active editor shows no libvirt domain.");
}
