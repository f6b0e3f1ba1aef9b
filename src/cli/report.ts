import type { Diagnostic as LspDiagnostic } from "../feature/lsp.ts";

type Diagnostic = Omit<LspDiagnostic, "source">;

/** Diagnostics for people: place, severity, code and words, then libvirt's own words and the other places. */
export function diagnosticLines(path: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.flatMap((diagnostic) => [
    `${placeOf(path, diagnostic.range.start)}: ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`,
    ...(diagnostic.libvirtError === undefined ? [] : [`    libvirt: ${diagnostic.libvirtError}`]),
    ...diagnostic.related.map(({ range, message }) => `    ${placeOf(path, range.start)}: ${message}`),
  ]);
}

/** Lines and columns count from 1, as editors and compilers print them. */
function placeOf(path: string, { line, character }: Diagnostic["range"]["start"]): string {
  return `${path}:${line + 1}:${character + 1}`;
}

export function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}

export function printError(lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.join("\n")}\n`);
}
