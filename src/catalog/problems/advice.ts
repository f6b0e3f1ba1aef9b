import type { ProblemRow } from "./start.ts";

/** What libvirt accepts and QEMU starts, and what harms or surprises all the same. */
export const adviceProblems = {
  "pci-function-without-zero": { severity: "warning" },
} as const satisfies Readonly<Record<string, ProblemRow>>;
