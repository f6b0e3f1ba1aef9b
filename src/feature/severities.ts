import type { Severity } from "./lsp.ts";

/** How loud a code is to be, where its user wants it otherwise than by default. */
export type SeverityChoice = Severity | "off";

/** By code. Codes that are not here stay as they are. */
export type Severities = Readonly<Record<string, SeverityChoice>>;
