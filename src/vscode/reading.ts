import * as vscode from "vscode";
import type { CodeLens, DocumentSymbol } from "../service.ts";
import { toRange, toWorkspaceEdit } from "./convert.ts";
import { type Documents, selector } from "./documents.ts";
import { changesShowing, isOn } from "./settings.ts";

/** What helps to find the way: hovers, hints, lenses, the outline, and what leads from addresses to controllers. */
export function registerReading(documents: Documents): vscode.Disposable {
  const again = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    again,
    documents.onDidReread(() => again.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesShowing(event)) again.fire();
    }),
    vscode.languages.registerHoverProvider(selector, hovers(documents)),
    vscode.languages.registerInlayHintsProvider(selector, inlayHints(documents, again.event)),
    vscode.languages.registerCodeLensProvider(selector, codeLenses(documents, again.event)),
    vscode.languages.registerDefinitionProvider(selector, definitions(documents)),
    vscode.languages.registerReferenceProvider(selector, references(documents)),
    vscode.languages.registerRenameProvider(selector, renaming(documents)),
    vscode.languages.registerDocumentSymbolProvider(selector, outline(documents), { label: "libvirt" }),
  );
}

function hovers(documents: Documents): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const snapshot = documents.domain(document);
      const found = snapshot && documents.service.hover(snapshot, position);
      return found && new vscode.Hover(new vscode.MarkdownString(found.contents), toRange(found.range));
    },
  };
}

function inlayHints(documents: Documents, again: vscode.Event<void>): vscode.InlayHintsProvider {
  return {
    onDidChangeInlayHints: again,
    provideInlayHints(document, range) {
      const snapshot = isOn("inlayHints", document) ? documents.domain(document) : undefined;
      const hints = snapshot ? documents.service.inlayHints(snapshot, range) : [];
      return hints.map(({ position: { line, character }, label, tooltip }) => {
        const hint = new vscode.InlayHint(new vscode.Position(line, character), label);
        hint.tooltip = tooltip;
        hint.paddingLeft = true;
        return hint;
      });
    },
  };
}

const lensCommands = {
  openSlotEditor: "libvirt.openSlotEditor",
  pinAll: "libvirt.pinAll",
} as const satisfies Record<CodeLens["action"], string>;

function codeLenses(documents: Documents, again: vscode.Event<void>): vscode.CodeLensProvider {
  return {
    onDidChangeCodeLenses: again,
    provideCodeLenses(document) {
      const snapshot = isOn("codeLens", document) ? documents.domain(document) : undefined;
      const lenses = snapshot ? documents.service.codeLenses(snapshot) : [];
      return lenses.map(({ range, title, action, domain }) => {
        const command = { title, command: lensCommands[action], arguments: [document.uri, domain] };
        return new vscode.CodeLens(toRange(range), command);
      });
    },
  };
}

function definitions(documents: Documents): vscode.DefinitionProvider {
  return {
    provideDefinition(document, position) {
      const snapshot = documents.domain(document);
      const range = snapshot && documents.service.definitionAt(snapshot, position);
      return range && new vscode.Location(document.uri, toRange(range));
    },
  };
}

function references(documents: Documents): vscode.ReferenceProvider {
  return {
    provideReferences(document, position, { includeDeclaration }) {
      const snapshot = documents.domain(document);
      const found = snapshot ? documents.service.referencesAt(snapshot, position, includeDeclaration) : [];
      return found.map((range) => new vscode.Location(document.uri, toRange(range)));
    },
  };
}

function renaming(documents: Documents): vscode.RenameProvider {
  return {
    prepareRename(document, position) {
      const snapshot = documents.domain(document);
      const found = snapshot && documents.service.renamableAt(snapshot, position);
      if (found === undefined) throw new Error("Only the index of a controller in the file can be renamed.");
      return { range: toRange(found.range), placeholder: found.placeholder };
    },
    provideRenameEdits(document, position, newName) {
      const snapshot = documents.domain(document);
      const answer = snapshot && documents.service.rename(snapshot, position, newName);
      // VS Code shows the reason of a refused rename at the place, when it is thrown.
      if (answer?.refused !== undefined) throw new Error(answer.refused);
      return answer && toWorkspaceEdit(document.uri, answer.edits);
    },
  };
}

function outline(documents: Documents): vscode.DocumentSymbolProvider {
  return {
    provideDocumentSymbols(document) {
      const snapshot = documents.domain(document);
      return snapshot ? documents.service.symbols(snapshot).map(toSymbol) : [];
    },
  };
}

const symbolKinds = {
  domain: vscode.SymbolKind.Class,
  controller: vscode.SymbolKind.Interface,
  device: vscode.SymbolKind.Field,
} as const satisfies Record<DocumentSymbol["kind"], vscode.SymbolKind>;

function toSymbol({
  name,
  detail,
  kind,
  range,
  selectionRange,
  children,
}: DocumentSymbol): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    name,
    detail,
    symbolKinds[kind],
    toRange(range),
    toRange(selectionRange),
  );
  symbol.children = children.map(toSymbol);
  return symbol;
}
