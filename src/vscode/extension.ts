import type * as vscode from "vscode";
import { registerCodeActions } from "./codeActions.ts";
import { registerCommands } from "./commands.ts";
import { registerContext } from "./context.ts";
import { registerDiagnostics } from "./diagnostics.ts";
import { Documents } from "./documents.ts";
import { registerExports } from "./exports.ts";
import { registerReading } from "./reading.ts";
import { SlotEditors } from "./slotEditors.ts";

/** VS Code calls this when the first XML document opens. */
export function activate(context: vscode.ExtensionContext): void {
  const documents = new Documents();
  const slotEditors = new SlotEditors(documents, context.extensionUri);
  context.subscriptions.push(
    documents,
    registerDiagnostics(documents, context.extensionUri),
    registerCodeActions(documents),
    registerReading(documents),
    registerExports(documents, slotEditors),
    registerCommands(documents, slotEditors),
    registerContext(documents),
    slotEditors,
  );
}
