import type { CharacterDevice } from "../domain/device.ts";
import type { Draft } from "./draft.ts";
import { fillModel } from "./models.ts";

const aliasedSerials: ReadonlySet<string | undefined> = new Set([
  "isa-serial",
  "spapr-vio-serial",
  "system-serial",
  "sclp-serial",
  undefined,
]);

/**
 * Keeps the first console and the first serial of an hvm guest in step: one is made from the other where it is
 * missing (virDomainDefAddConsoleCompat, libvirt 11.3).
 */
export function alignConsoles(draft: Draft): void {
  if (draft.domain.os.type !== "hvm") return;
  const consoles = draft.list("console");
  const [first, ...others] = consoles;
  for (const other of others) {
    if (other.targetType === "serial") draft.refuse("console-not-first", {}, { device: other.id });
  }
  if (first?.targetType === "serial") makeSerial(draft, first);
  else addStub(draft, consoles);
  for (const [port, device] of consoles.entries()) device.targetPort = port;
}

/** The first console asks for a serial: it becomes serial 0 where there is none. */
function makeSerial(draft: Draft, first: CharacterDevice): void {
  if (draft.list("serial").length > 0) return;
  const { targetType: _, ...record } = first;
  const serial: CharacterDevice = { ...record, id: draft.takeId(), kind: "serial", targetPort: 0 };
  delete first.address;
  draft.list("serial").push(serial);
}

function addStub(draft: Draft, consoles: CharacterDevice[]): void {
  const [serial] = draft.list("serial");
  if (serial === undefined || !aliasedSerials.has(serial.targetType)) return;
  consoles.unshift({
    kind: "console",
    id: draft.takeId(),
    type: serial.type,
    source: serial.source,
    targetType: "serial",
  });
}

/** The serial a console shows in print, if any: consoles with a serial target show the serial at their place. */
export function serialBehind(
  draft: Draft,
  console: CharacterDevice,
  position: number,
): CharacterDevice | undefined {
  if (draft.domain.os.type !== "hvm" || console.targetType !== "serial") return undefined;
  return draft.list("serial")[position];
}

/** The first serial may come from a console and needs its defaults then. */
export function finishFirstSerial(draft: Draft): void {
  const [serial] = draft.list("serial");
  if (serial) fillModel(serial, draft.target, draft.domain.type);
}
