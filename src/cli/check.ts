import type { Diagnostic } from "../feature/lsp.ts";
import { type DomainService, getDomainService } from "../service.ts";
import { type ExitStatus, exitStatus, worst } from "./exitStatus.ts";
import { faultOf, readInput } from "./input.ts";
import type { Options } from "./options.ts";
import { diagnosticLines, print, printError } from "./report.ts";
import { sarifLog } from "./sarif.ts";

/** One file of the JSON report. */
interface CheckedFile {
  readonly path: string;
  readonly domain: boolean;
  readonly diagnostics: readonly FileDiagnostic[];
  /** Why the file could not be read. */
  readonly error?: string;
}

type FileDiagnostic = Omit<Diagnostic, "source">;

/** Reports everything libvirt would refuse in each file. */
export function check(options: Options): ExitStatus {
  const service = getDomainService(options.define);
  const files = options.files.map((path): CheckedFile => {
    const input = readInput(path);
    if (input.text === undefined) return unreadable(path, input.problem);
    try {
      return checkText(service, path, input.text);
    } catch (error) {
      return unreadable(path, faultOf(error));
    }
  });
  if (options.format === "json") print([JSON.stringify({ files }, undefined, 2)]);
  else if (options.format === "sarif") print([JSON.stringify(sarifLog(files), undefined, 2)]);
  else printFiles(files);
  return worst(files.map(statusOf));
}

function checkText(service: DomainService, path: string, text: string): CheckedFile {
  const snapshot = service.snapshot(path, 0, text);
  service.close(path);
  const domain = service.isDomain(snapshot);
  const diagnostics = domain ? service.diagnostics(snapshot).map(({ source: _, ...rest }) => rest) : [];
  return { path, domain, diagnostics };
}

function unreadable(path: string, problem: string): CheckedFile {
  printError([`${path}: cannot be read: ${problem}.`]);
  return { path, domain: false, diagnostics: [], error: problem };
}

function statusOf({ diagnostics, error }: CheckedFile): ExitStatus {
  if (error !== undefined) return exitStatus.trouble;
  return diagnostics.some(({ severity }) => severity === "error") ? exitStatus.errors : exitStatus.fine;
}

function printFiles(files: readonly CheckedFile[]): void {
  for (const { path, domain, diagnostics, error } of files) {
    if (error !== undefined) continue;
    if (!domain) print([`${path}: no libvirt domain, left alone`]);
    else if (diagnostics.length === 0) print([`${path}: nothing wrong`]);
    else print(diagnosticLines(path, diagnostics));
  }
}
