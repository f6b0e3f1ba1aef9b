import type { DefineOptions } from "../../src/domain/target.ts";
import { getDomainService, type Snapshot } from "../../src/service.ts";

/** What is known of "Fix all" on some texts. */
export interface FixAllTally {
  inputs: number;
  withErrors: number;
  cleared: number;
}

/** Everything that "Fix all" does to a text against the law, in words; nothing where it keeps it. */
export function breachesOfFixAll(text: string, options: DefineOptions, tally: FixAllTally): string[] {
  const service = getDomainService(options);
  const snapshot = service.snapshot("law.xml", 1, text);
  const before = errorsOf(snapshot, options);
  const [action] = service.fixAllAction(snapshot);
  tally.inputs++;
  if (before.length > 0) tally.withErrors++;
  if (action === undefined) return [];
  const after = service.snapshot("law.xml", 2, service.apply(snapshot, action.edits));
  const left = errorsOf(after, options);
  if (before.length > 0 && left.length === 0) tally.cleared++;
  return [
    ...left.filter((error) => countOf(left, error) > countOf(before, error)).map((error) => `new: ${error}`),
    ...lost(snapshot, after).map((device) => `lost: ${device}`),
    ...(service.fixAllAction(after).length > 0 ? ["there is more to fix afterwards"] : []),
  ];
}

function errorsOf(snapshot: Snapshot, options: DefineOptions): string[] {
  return getDomainService(options)
    .diagnostics(snapshot)
    .filter(({ severity }) => severity === "error")
    .map(({ code, libvirtError }) => `${code} ${libvirtError ?? ""}`);
}

function countOf(all: readonly string[], wanted: string): number {
  return all.filter((one) => one === wanted).length;
}

/** Devices that have gone, by name. A controller without a user, a second copy and "no video" are none. */
function lost(before: Snapshot, after: Snapshot): string[] {
  const kept = namesOf(after);
  return namesOf(before).filter((name) => !kept.includes(name));
}

function namesOf(snapshot: Snapshot): string[] {
  return snapshot.domains.flatMap(({ reading }) =>
    reading.domain.devices.flatMap((device) => {
      if (device.kind === "controller" || (device.kind === "video" && device.model === "none")) return [];
      if (device.kind === "hostdev") return [`hostdev ${JSON.stringify(device.host)}`];
      const own = "source" in device && device.source !== undefined ? device.source : "";
      const number = reading.domain.devices
        .filter(({ kind, id }) => kind === device.kind && id < device.id)
        .filter((other) => !(other.kind === "video" && other.model === "none")).length;
      return [`${device.kind} ${number} ${own}`];
    }),
  );
}
