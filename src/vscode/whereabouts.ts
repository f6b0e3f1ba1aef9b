import * as vscode from "vscode";

/** The document of a URI; undefined where it cannot be opened any more. */
export async function openedDocument(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return undefined;
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    // A file that is gone has nothing to draw, and its board closes without a word, as its tab does.
    return undefined;
  }
}

/** Whether a tab holds the text of a document, or the document as one side of a comparison. */
export function hasTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => {
    if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
    if (!(input instanceof vscode.TabInputTextDiff)) return false;
    return input.original.toString() === key || input.modified.toString() === key;
  });
}

/** Where a document goes when a file, or a folder above it, is renamed; undefined where that does not touch it. */
export function movedUri(
  uri: vscode.Uri,
  { oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri },
): vscode.Uri | undefined {
  if (uri.toString() === oldUri.toString()) return newUri;
  const isBelow = uri.scheme === oldUri.scheme && uri.path.startsWith(`${oldUri.path}/`);
  return isBelow ? newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) }) : undefined;
}
