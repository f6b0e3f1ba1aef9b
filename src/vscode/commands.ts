import * as vscode from "vscode";
import type { DomainService, EditAnswer, Snapshot } from "../service.ts";
import { toWorkspaceEdit } from "./convert.ts";
import { cursorIn, type Documents, readOnlyReason } from "./documents.ts";
import { domainMeant } from "./domainMeant.ts";
import type { SlotEditors } from "./slotEditors.ts";

/** Registers every command of the extension. */
export function registerCommands(documents: Documents, slotEditors: SlotEditors): vscode.Disposable {
  const atCursor = (edit: (found: NonNullable<ReturnType<DomainService["deviceAt"]>>) => EditAnswer) =>
    onActiveDomain(documents, (snapshot, { selection }) => {
      const found = documents.service.deviceAt(snapshot, selection.active);
      return found ? edit(found) : { refused: "Put the cursor into a device first." };
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand("libvirt.pinAll", () => pinAll(documents, slotEditors)),
    vscode.commands.registerCommand("libvirt.pinDevice", () =>
      atCursor(({ domain, device }) => documents.service.pin(domain, new Set([device]))),
    ),
    vscode.commands.registerCommand("libvirt.unpinDevice", () =>
      atCursor(({ domain, device }) => documents.service.unpin(domain, new Set([device]))),
    ),
    vscode.commands.registerCommand("libvirt.zoomIn", () => slotEditors.zoom("in")),
    vscode.commands.registerCommand("libvirt.zoomOut", () => slotEditors.zoom("out")),
    vscode.commands.registerCommand("libvirt.zoomReset", () => slotEditors.zoom("reset")),
    vscode.commands.registerCommand("libvirt.openSlotEditor", async (uri?: unknown, domain?: unknown) => {
      const document = await documents.meant(uri);
      const snapshot = document && documents.domain(document);
      const clues = { named: domain, cursor: document && cursorIn(document) };
      if (document && snapshot)
        await slotEditors.open(document, domainMeant(documents.service, snapshot, clues));
      else await tellNoDomain();
    }),
  );
}

/** Pins the whole document that is in use as text or as a board. */
async function pinAll(documents: Documents, slotEditors: SlotEditors): Promise<void> {
  const document = slotEditors.activeDocument() ?? vscode.window.activeTextEditor?.document;
  const snapshot = document && documents.domain(document);
  if (document && snapshot) await applyAnswer(document, documents.service.pinAll(snapshot));
  else await tellNoDomain();
}

async function onActiveDomain(
  documents: Documents,
  edit: (snapshot: Snapshot, editor: vscode.TextEditor) => EditAnswer,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const snapshot = editor && documents.domain(editor.document);
  if (editor && snapshot) await applyAnswer(editor.document, edit(snapshot, editor));
  else await tellNoDomain();
}

function tellNoDomain(): Promise<void> {
  return tell("The active editor shows no libvirt domain: an XML document with <domain type='…'>.");
}

/** Applies edits as one undo step, or tells why there are none. */
export async function applyAnswer(document: vscode.TextDocument, answer: EditAnswer): Promise<void> {
  const reason = readOnlyReason(document) ?? answer.refused;
  if (reason !== undefined) await tell(reason);
  else if (answer.edits?.length === 0) await tell("Nothing to do: the file says it all already.");
  else if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, answer.edits ?? [])))) {
    await tell("The document changed in the meantime, so nothing was edited.");
  }
}

/** The message must not hold up the command until somebody closes it. */
async function tell(message: string): Promise<void> {
  void vscode.window.showInformationMessage(message);
}
