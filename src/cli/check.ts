import type { Diagnostic } from "../feature/lsp.ts";
import { getDomainService } from "../service.ts";
import { type ExitStatus, exitStatus, worst } from "./exitStatus.ts";
import { type Input, readInput } from "./input.ts";
import type { Options } from "./options.ts";
import { diagnosticLines, print, printError } from "./report.ts";

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
    if (input.text === undefined) return unreadable(input);
    const snapshot = service.snapshot(path, 0, input.text);
    const domain = service.isDomain(snapshot);
    const diagnostics = domain ? service.diagnostics(snapshot).map(({ source: _, ...rest }) => rest) : [];
    service.close(path);
    return { path, domain, diagnostics };
  });
  if (options.format === "json") print([JSON.stringify({ files }, undefined, 2)]);
  else printFiles(files);
  return worst(files.map(statusOf));
}

function unreadable({ path, problem }: Extract<Input, { problem: string }>): CheckedFile {
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
