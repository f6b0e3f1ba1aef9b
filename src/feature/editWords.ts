import type { EditRefusal } from "../edit/guard.ts";

const words: Readonly<Record<EditRefusal["code"], string>> = {
  "broken-xml": "The XML is not well-formed. Mend it first; nothing was changed.",
  "refused-domain":
    "libvirt refuses this domain and so chooses no addresses. Solve the problems first; nothing was changed.",
  "reads-differently":
    "The edited text would not say what was meant, so nothing was changed. Please report this file.",
};

/** Says in one sentence why an edit was not made. */
export function editRefusalText(refusal: EditRefusal): string {
  return words[refusal.code];
}
