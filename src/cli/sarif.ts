import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic as LspDiagnostic } from "../feature/lsp.ts";

type Diagnostic = Omit<LspDiagnostic, "source">;

/** One checked file: what was found in it, or why it could not be read. */
export interface SarifFile {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly error?: string;
}

const levels = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
} as const satisfies Record<Diagnostic["severity"], string>;

/** The findings as one SARIF 2.1.0 log with one run; its rules are the codes that were found. */
export function sarifLog(files: readonly SarifFile[]): unknown {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  const unread = files.filter(({ error }) => error !== undefined);
  const run = {
    tool: { driver: { name: "libvirt-slots", rules: codes.map((id) => ({ id })) } },
    columnKind: "utf16CodeUnits",
    invocations: [
      { executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(notification) },
    ],
    results: files.flatMap((file) =>
      file.diagnostics.map((diagnostic) => result(file.path, diagnostic, codes)),
    ),
  };
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
}

function result(file: string, diagnostic: Diagnostic, codes: readonly string[]): unknown {
  const { code, severity, message, libvirtError, range, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [location(file, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other) => ({
        ...location(file, other.range),
        message: { text: other.message },
      })),
    }),
    ...(libvirtError !== undefined && { properties: { libvirtError } }),
  };
}

/** SARIF counts lines and columns from 1. */
function location(file: string, { start, end }: Diagnostic["range"]) {
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

function notification({ path: file, error = "" }: SarifFile): unknown {
  return {
    level: "error",
    message: { text: `${file}: cannot be read: ${error}.` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
  };
}

/** Relative paths stay relative, so that the log fits every checkout. */
function uriOf(file: string): string {
  if (file === "-") return "stdin";
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(path.sep).map(encodeURIComponent).join("/");
}
