import * as vscode from "vscode";
import type { ExportFormat } from "../service.ts";
import type { Documents } from "./documents.ts";
import type { SlotEditors } from "./slotEditors.ts";

/** Each command with what it writes, and the languages in which the text is best read; the first known one is taken. */
const exportCommands: readonly (readonly [string, ExportFormat, readonly string[]])[] = [
  ["libvirt.exportSvg", "svg", ["svg", "xml"]],
  ["libvirt.exportMarkdown", "markdown", ["markdown"]],
  ["libvirt.exportMermaid", "mermaid", ["mermaid", "plaintext"]],
];

/**
 * Commands that put the topology of the active domain into a new document, to be read, copied or saved; a picture of
 * pixels, which no text editor shows, goes into a file.
 */
export function registerExports(documents: Documents, slotEditors: SlotEditors): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("libvirt.exportPng", (uri?: unknown, target?: unknown) =>
      exportPng(documents, slotEditors, uri, target),
    ),
    ...exportCommands.map(([command, format, languages]) =>
      vscode.commands.registerCommand(command, async (uri?: unknown) => {
        const document = await documents.meant(uri);
        const snapshot = document && documents.domain(document);
        const content = snapshot && documents.service.exportBoard(snapshot, format);
        if (content !== undefined) await showNew(content, languages);
        else tellNoDomain();
      }),
    ),
  );
}

async function showNew(content: string, languages: readonly string[]): Promise<void> {
  const known = await vscode.languages.getLanguages();
  const language = languages.find((name) => known.includes(name)) ?? "plaintext";
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Asks where to, unless the caller of the command has said so, and writes the file whole. */
async function exportPng(
  documents: Documents,
  slotEditors: SlotEditors,
  uri: unknown,
  target: unknown,
): Promise<void> {
  const document = await documents.meant(uri);
  const snapshot = document && documents.domain(document);
  const picture = snapshot && documents.service.picture(snapshot);
  if (document === undefined || picture === undefined) return tellNoDomain();
  const file = target instanceof vscode.Uri ? target : await askTarget(document);
  if (file === undefined) return;
  const { png, failed } = await slotEditors.paint(document, picture);
  if (png === undefined) return void vscode.window.showErrorMessage(`No picture was written. ${failed}`);
  try {
    await vscode.workspace.fs.writeFile(file, png);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`The picture could not be written. ${reason}`);
  }
}

/** A file beside the document, by its name. */
async function askTarget({ uri, isUntitled }: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const beside = uri.with({ path: `${uri.path.replace(/\.xml$/i, "")}.png` });
  return vscode.window.showSaveDialog({
    ...(!isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) && { defaultUri: beside }),
    filters: { "PNG picture": ["png"] },
    title: "Export Topology as PNG",
  });
}

function tellNoDomain(): void {
  void vscode.window.showInformationMessage("The active editor shows no libvirt domain.");
}
