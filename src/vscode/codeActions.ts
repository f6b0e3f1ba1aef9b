import * as vscode from "vscode";
import { toCodeAction } from "./convert.ts";
import { type Documents, readOnlyReason, selector } from "./documents.ts";

const pinAddresses = vscode.CodeActionKind.Source.append("pinAddresses");
const fixAll = vscode.CodeActionKind.SourceFixAll.append("libvirt");

/** Offers cures for problems, one by one or all of a file, and pinning as refactoring and as source action. */
export function registerCodeActions(documents: Documents): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, context) {
      const snapshot = documents.domain(document);
      if (snapshot === undefined || readOnlyReason(document) !== undefined) return [];
      const wanted = context.only;
      const { service } = documents;
      // Fixing a whole file costs much more than looking at one line: only where somebody asks for it.
      const actions = [
        ...(wanted?.intersects(fixAll) ? service.fixAllAction(snapshot) : []),
        ...(wanted?.intersects(vscode.CodeActionKind.Source)
          ? service.pinSourceAction(snapshot)
          : service.codeActions(snapshot, range)),
      ];
      return actions
        .map((action) => toCodeAction(document.uri, action, context.diagnostics))
        .filter((action) => wanted === undefined || (action.kind && wanted.contains(action.kind)));
    },
  };
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [
      vscode.CodeActionKind.QuickFix,
      vscode.CodeActionKind.RefactorRewrite,
      pinAddresses,
      fixAll,
    ],
  });
}
