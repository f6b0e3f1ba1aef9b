import { getDomainService } from "../../../src/service.ts";

/** A guest with these devices, one to a line. */
export function guest(devices: string, machine = "q35", arch = "x86_64"): string {
  const lines = devices
    .trim()
    .split("\n")
    .map((line) => `    ${line.trim()}\n`);
  return `<domain type='kvm'>
  <name>guest</name>
  <memory unit='MiB'>512</memory>
  <os>
    <type arch='${arch}' machine='${machine}'>hvm</type>
  </os>
  <devices>
${lines.join("")}  </devices>
</domain>
`;
}

/** A cure as it is offered, and the lines it adds and takes away. */
export interface Offered {
  readonly title: string;
  readonly preferred: boolean;
  readonly changes: readonly string[];
}

/** The cures of the first problem with a code; "and pin all" variants are left out. */
export function curesOf(text: string, code: string): Offered[] {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  const problem = service.diagnostics(snapshot).find((diagnostic) => diagnostic.code === code);
  if (problem === undefined) {
    const codes = service.diagnostics(snapshot).map((diagnostic) => diagnostic.code);
    throw new Error(`expected a problem ${code}, got ${codes.join(", ")}`);
  }
  return service
    .codeActions(snapshot, problem.range)
    .filter(({ diagnostics }) => diagnostics.some((solved) => solved.code === code))
    .filter(({ title }) => !title.endsWith(", and pin all addresses"))
    .map(({ title, isPreferred, edits }) => ({
      title,
      preferred: isPreferred,
      changes: changedLines(text, service.apply(snapshot, edits)),
    }));
}

/** The lines that differ: `-` for those that go, `+` for those that come. */
export function changedLines(before: string, after: string): string[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const gone = [...old];
  const come: string[] = [];
  for (const line of fresh) {
    const at = gone.indexOf(line);
    if (at < 0) come.push(`+ ${line.trim()}`);
    else gone.splice(at, 1);
  }
  return [...gone.map((line) => `- ${line.trim()}`), ...come];
}
