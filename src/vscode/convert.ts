import * as vscode from "vscode";
import { type CodeAction, type Diagnostic, documentationOf, type Range, type TextEdit } from "../service.ts";

/** LSP shapes to VS Code classes. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const satisfies Record<Diagnostic["severity"], vscode.DiagnosticSeverity>;

/**
 * Our sentence first, libvirt's exact words below it. The code leads to the page that explains it, which ships with the
 * extension.
 */
export function toDiagnostic(
  uri: vscode.Uri,
  diagnostic: Diagnostic,
  extensionUri: vscode.Uri,
): vscode.Diagnostic {
  const { message, libvirtError, code, severity, source, related } = diagnostic;
  const text = libvirtError === undefined ? message : `${message}\nlibvirt: ${libvirtError}`;
  const converted = new vscode.Diagnostic(toRange(diagnostic.range), text, severities[severity]);
  const [page, fragment = ""] = documentationOf(code)?.split("#") ?? [];
  const target = page === undefined ? undefined : vscode.Uri.joinPath(extensionUri, page).with({ fragment });
  converted.code = target ? { value: code, target } : code;
  converted.source = source;
  converted.relatedInformation = related.map(
    (other) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(other.range)), other.message),
  );
  return converted;
}

/** With a name, VS Code shows it wherever it lists the parts of an edit; its undo steps take no name from extensions. */
export function toWorkspaceEdit(
  uri: vscode.Uri,
  edits: readonly TextEdit[],
  name?: string,
): vscode.WorkspaceEdit {
  const converted = new vscode.WorkspaceEdit();
  const metadata = name === undefined ? undefined : { label: name, needsConfirmation: false };
  for (const { range, newText } of edits) converted.replace(uri, toRange(range), newText, metadata);
  return converted;
}

/** `shown` are the diagnostics VS Code has at the place; those an action solves are linked to it. */
export function toCodeAction(
  uri: vscode.Uri,
  action: CodeAction,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const kind = vscode.CodeActionKind.Empty.append(action.kind);
  const converted = new vscode.CodeAction(action.title, kind);
  converted.edit = toWorkspaceEdit(uri, action.edits);
  converted.isPreferred = action.isPreferred;
  converted.diagnostics = shown.filter((candidate) =>
    action.diagnostics.some(
      ({ code, range }) => code === codeOf(candidate) && toRange(range).isEqual(candidate.range),
    ),
  );
  return converted;
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === "object" ? code.value : code;
}
