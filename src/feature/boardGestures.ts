import type { DeviceId } from "../domain/device.ts";
import type { Board, BoardProblem, DeviceKey } from "../protocol/board.ts";
import type { Edit, Place } from "../protocol/messages.ts";
import { addOffered, reservePorts } from "./addControllers.ts";
import { arrange, type Wish } from "./arrange.ts";
import { boardOf } from "./board.ts";
import { deviceAt, rangeOfDevice } from "./deviceAt.ts";
import { type DeviceKeys, deviceKeysOf } from "./deviceKeys.ts";
import { findings } from "./diagnostics.ts";
import { domainNames } from "./domainNames.ts";
import { type Forecast, forecastOf } from "./forecast.ts";
import type { Position, Range } from "./lsp.ts";
import { type EditAnswer, pinEverything, pinSome, unpinSome } from "./pin.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** What a user does on the board that changes the text, in which domain of the document; in the first one if not said. */
export type BoardGesture = Edit & { readonly domain?: number };

/** What a gesture would bring about, or why it would be refused. */
export interface GesturePreview extends Forecast {
  readonly refused?: string;
}

const gone: EditAnswer = { refused: "This device is no longer there." };

/** The board of one domain of a document, counted from 0; of the last one where there are not as many. */
export function boardFor(snapshot: Snapshot, readOnly?: string, wanted = 0): Board | undefined {
  const { domains } = snapshot;
  const at = Math.min(wanted, domains.length - 1);
  const domain = domains[at];
  if (domain === undefined) return undefined;
  const other = domain.assignsAddresses
    ? undefined
    : `libvirt assigns no addresses to domains of type ${domain.reading.domain.type}.`;
  const board = boardOf(domain.definition, {
    version: snapshot.version,
    readOnly: readOnly ?? other,
    problems: problemsByDevice(snapshot, domain),
  });
  return domains.length === 1 ? board : { ...board, domain: at, domains: domainNames(domains) };
}

/** The edits of a gesture, or one sentence why it changes nothing. */
export function gesture(snapshot: Snapshot, meant: BoardGesture): EditAnswer {
  const domain = snapshot.domains[meant.domain ?? 0];
  if (domain === undefined) return gone;
  if (meant.type === "pinAll") return pinEverything(snapshot, {}, [domain]);
  if (meant.type === "addController") return addOffered(domain, meant.offer);
  if (meant.type === "reservePorts") return reservePorts(domain, meant.count);
  const keys = deviceKeysOf(domain.definition);
  if (meant.type === "move" || meant.type === "arrange") return arrangePlaces(domain, keys, placesIn(meant));
  const devices = idsOf(keys, meant.devices);
  if (devices.size === 0) return gone;
  return meant.type === "pin" ? pinSome(domain, devices) : unpinSome(domain, devices);
}

/** What a gesture would write and whom it would move, or why it would be refused. */
export function previewOf(snapshot: Snapshot, meant: BoardGesture): GesturePreview {
  const domain = snapshot.domains[meant.domain ?? 0];
  const answer = gesture(snapshot, meant);
  if (domain === undefined || answer.edits === undefined)
    return { writes: [], shifts: [], refused: answer.refused ?? "" };
  return forecastOf(domain, answer, new Set(namedBy(meant)));
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

/** Where a device of a domain's board stands in the text. */
export function rangeOfKey(snapshot: Snapshot, key: DeviceKey, at = 0): Range | undefined {
  const domain = snapshot.domains[at];
  const device = domain && deviceKeysOf(domain.definition).idOf.get(key);
  return domain && device !== undefined ? rangeOfDevice(domain, device) : undefined;
}

/** The domain of a document at a position, and the board's name of the device whose element holds it. */
export interface PlaceOnBoard {
  readonly domain: number;
  readonly device: DeviceKey | undefined;
}

/** What a position means on the boards of a document; undefined outside every domain. */
export function placeAt(snapshot: Snapshot, position: Position): PlaceOnBoard | undefined {
  const offset = snapshot.lines.offsetAt(position);
  const at = snapshot.domains.findIndex(
    ({ reading: { root } }) => root.range.start <= offset && offset <= root.range.end,
  );
  if (at < 0) return undefined;
  const found = deviceAt(snapshot, position);
  const device = found && deviceKeysOf(found.domain.definition).keyOf.get(found.device);
  return { domain: at, device };
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
