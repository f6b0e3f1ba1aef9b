import * as vscode from "vscode";
import { type DomainService, getDomainService, type Snapshot } from "../service.ts";

/** The language the features are offered for; whether a document is a domain shows in its text. */
export const selector: vscode.DocumentSelector = { language: "xml" };

/** The open documents as the language service sees them. */
export class Documents {
  readonly service: DomainService = getDomainService();

  /** The snapshot of a document as it is now; undefined for XML that is no domain and for other languages. */
  domain(document: vscode.TextDocument): Snapshot | undefined {
    if (vscode.languages.match(selector, document) === 0) return undefined;
    const snapshot = this.service.snapshot(document.uri.toString(), document.version, document.getText());
    return this.service.isDomain(snapshot) ? snapshot : undefined;
  }

  close(document: vscode.TextDocument): void {
    this.service.close(document.uri.toString());
  }
}

/** Why a document cannot be edited, if it cannot. */
export function readOnlyReason({ uri }: vscode.TextDocument): string | undefined {
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false
    ? "This document is read-only."
    : undefined;
}
