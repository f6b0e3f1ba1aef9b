import * as vscode from "vscode";
import type { ExportFormat } from "../service.ts";
import type { Documents } from "./documents.ts";

/** Each command with what it writes, and the languages in which the text is best read; the first known one is taken. */
const exportCommands: readonly (readonly [string, ExportFormat, readonly string[]])[] = [
  ["libvirt.exportSvg", "svg", ["svg", "xml"]],
  ["libvirt.exportMarkdown", "markdown", ["markdown"]],
  ["libvirt.exportMermaid", "mermaid", ["mermaid", "plaintext"]],
];

/** Commands that put the topology of the active domain into a new document, to be read, copied or saved. */
export function registerExports(documents: Documents): vscode.Disposable {
  return vscode.Disposable.from(
    ...exportCommands.map(([command, format, languages]) =>
      vscode.commands.registerCommand(command, async (uri?: unknown) => {
        const document = await documents.meant(uri);
        const snapshot = document && documents.domain(document);
        const content = snapshot && documents.service.exportBoard(snapshot, format);
        if (content !== undefined) await showNew(content, languages);
        else void vscode.window.showInformationMessage("The active editor shows no libvirt domain.");
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
