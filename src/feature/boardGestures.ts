import type { DeviceId } from "../domain/device.ts";
import type { Board, BoardProblem, DeviceKey, SlotKey } from "../protocol/board.ts";
import type { Place, Shift } from "../protocol/messages.ts";
import { addOffered, reservePorts } from "./addControllers.ts";
import { arrange, type Wish } from "./arrange.ts";
import { boardOf } from "./board.ts";
import { deviceAt, rangeOfDevice } from "./deviceAt.ts";
import { type DeviceKeys, deviceKeysOf } from "./deviceKeys.ts";
import { findings } from "./diagnostics.ts";
import type { Position, Range } from "./lsp.ts";
import { type EditAnswer, pinEverything, pinSome, unpinSome } from "./pin.ts";
import { shiftsOf } from "./preview.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** What a user does on the board that changes the text. */
export type BoardGesture =
  | { readonly type: "move"; readonly device: DeviceKey; readonly slot: SlotKey }
  | { readonly type: "arrange"; readonly places: readonly Place[] }
  | { readonly type: "pin" | "unpin"; readonly devices: readonly DeviceKey[] }
  | { readonly type: "pinAll" }
  | { readonly type: "addController"; readonly offer: string }
  | { readonly type: "reservePorts"; readonly count: number };

/** What a gesture would bring about besides what it names. */
export interface GesturePreview {
  readonly shifts: readonly Shift[];
  readonly refused?: string;
}

const gone: EditAnswer = { refused: "This device is no longer there." };

/** The board of the first domain of a document. */
export function boardFor(snapshot: Snapshot, readOnly?: string): Board | undefined {
  const [domain] = snapshot.domains;
  if (domain === undefined) return undefined;
  const other = domain.assignsAddresses
    ? undefined
    : `libvirt assigns no addresses to domains of type ${domain.reading.domain.type}.`;
  return boardOf(domain.definition, {
    version: snapshot.version,
    readOnly: readOnly ?? other,
    problems: problemsByDevice(snapshot, domain),
  });
}

/** The edits of a gesture, or one sentence why it changes nothing. */
export function gesture(snapshot: Snapshot, meant: BoardGesture): EditAnswer {
  const [domain] = snapshot.domains;
  if (domain === undefined) return gone;
  if (meant.type === "pinAll") return pinEverything(snapshot);
  if (meant.type === "addController") return addOffered(domain, meant.offer);
  if (meant.type === "reservePorts") return reservePorts(domain, meant.count);
  const keys = deviceKeysOf(domain.definition);
  if (meant.type === "move" || meant.type === "arrange") return arrangePlaces(domain, keys, placesIn(meant));
  const devices = idsOf(keys, meant.devices);
  if (devices.size === 0) return gone;
  return meant.type === "pin" ? pinSome(domain, devices) : unpinSome(domain, devices);
}

/** What a gesture would change besides what it names, or why it would be refused. */
export function previewOf(snapshot: Snapshot, meant: BoardGesture): GesturePreview {
  const [domain] = snapshot.domains;
  const answer = gesture(snapshot, meant);
  if (domain === undefined || answer.edits === undefined)
    return { shifts: [], refused: answer.refused ?? "" };
  return { shifts: shiftsOf(domain, answer, new Set(namedBy(meant))) };
}

type Placing = Extract<BoardGesture, { readonly type: "move" | "arrange" }>;

function placesIn(meant: Placing): readonly Place[] {
  return meant.type === "move" ? [{ device: meant.device, slot: meant.slot }] : meant.places;
}

function namedBy(meant: BoardGesture): readonly DeviceKey[] {
  if (meant.type === "move" || meant.type === "arrange") return placesIn(meant).map((place) => place.device);
  return "devices" in meant ? meant.devices : [];
}

function arrangePlaces(domain: DomainView, keys: DeviceKeys, places: readonly Place[]): EditAnswer {
  const wishes: Wish[] = [];
  for (const { device: key, slot, function: fn } of places) {
    const device = keys.idOf.get(key);
    if (device === undefined) return gone;
    wishes.push({ device, slot, function: fn });
  }
  return arrange(domain, wishes);
}

/** Where a device of the board stands in the text. */
export function rangeOfKey(snapshot: Snapshot, key: DeviceKey): Range | undefined {
  const [domain] = snapshot.domains;
  const device = domain && deviceKeysOf(domain.definition).idOf.get(key);
  return domain && device !== undefined ? rangeOfDevice(domain, device) : undefined;
}

/** The board's name of the device whose element holds a position. */
export function keyAt(snapshot: Snapshot, position: Position): DeviceKey | undefined {
  const found = deviceAt(snapshot, position);
  return found && deviceKeysOf(found.domain.definition).keyOf.get(found.device);
}

function idsOf(keys: DeviceKeys, devices: readonly DeviceKey[]): ReadonlySet<DeviceId> {
  return new Set(devices.map((key) => keys.idOf.get(key)).filter((id) => id !== undefined));
}

function problemsByDevice(
  snapshot: Snapshot,
  domain: DomainView,
): ReadonlyMap<DeviceId, readonly BoardProblem[]> {
  const problems = new Map<DeviceId, BoardProblem[]>();
  for (const { diagnostic, about } of findings(snapshot)) {
    const device = about?.refusal.subject.device;
    if (about?.domain !== domain || device === undefined) continue;
    const known = problems.get(device) ?? [];
    problems.set(device, known);
    known.push({ severity: diagnostic.severity, code: diagnostic.code, message: diagnostic.message });
  }
  return problems;
}
