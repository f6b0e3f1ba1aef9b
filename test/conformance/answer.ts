import type { Definition } from "../../src/define/definition.ts";
import { getDomainService } from "../../src/service.ts";
import type { Case } from "../support/corpus.ts";

/** What the language service says about a case: the part a user sees. */
export interface Answer {
  readonly definition: Definition;
  /** libvirt's words of every refusal, in the order libvirt would meet them. */
  readonly refusals: readonly string[];
  /** Every error diagnostic, libvirt's words where there are some. */
  readonly errors: readonly string[];
  /** How many warnings stand beside the errors. */
  readonly warnings: number;
}

/** Our answer, or what kept us from giving one. A crash is a finding like any other. */
export function answerTo({ text, options }: Case): Answer | string {
  try {
    return ask(text, options);
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 2).join(" ") : error}`;
  }
}

function ask(text: string, options: Case["options"]): Answer | string {
  const service = getDomainService(options);
  const snapshot = service.snapshot("domain.xml", 1, text);
  const [domain] = snapshot.domains;
  if (domain === undefined) return "no domain was found in the text";
  const diagnostics = service.diagnostics(snapshot);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    definition: domain.definition,
    refusals: diagnostics.flatMap(({ libvirtError }) => (libvirtError === undefined ? [] : [libvirtError])),
    errors: errors.map(({ libvirtError, message }) => libvirtError ?? message),
    warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
  };
}
