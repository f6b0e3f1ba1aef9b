import type { DefinedDevice } from "../define/definition.ts";
import type { DeviceKey, SlotKey } from "../protocol/board.ts";
import type { Shift, Write } from "../protocol/messages.ts";
import { applyEdits } from "../text/textEdit.ts";
import { busesOf } from "./buses.ts";
import { deviceCards } from "./deviceCards.ts";
import { deviceKeysOf } from "./deviceKeys.ts";
import type { EditAnswer } from "./pin.ts";
import { type DomainView, Snapshot } from "./snapshot.ts";

/** What an edit brings about: what it writes down or takes away, and whom libvirt then puts elsewhere. */
export interface Forecast {
  readonly writes: readonly Write[];
  readonly shifts: readonly Shift[];
}

const nothing: Forecast = { writes: [], shifts: [] };

/**
 * What comes of an edit, told before it is made: the edit is made on a copy, libvirt's rules are run on it, and both
 * definitions are compared device by device. `named` are the devices the edit is about; they are never told as shifts.
 */
export function forecastOf(
  domain: DomainView,
  answer: EditAnswer,
  named: ReadonlySet<DeviceKey> = new Set(),
): Forecast {
  if (answer.edits === undefined || answer.edits.length === 0) return nothing;
  const { snapshot } = domain;
  const edits = answer.edits.map(({ range, newText }) => ({
    range: { start: snapshot.lines.offsetAt(range.start), end: snapshot.lines.offsetAt(range.end) },
    newText,
  }));
  const edited = new Snapshot(applyEdits(snapshot.text, edits), snapshot.version, snapshot.options);
  const after = edited.domains[snapshot.domains.indexOf(domain)];
  return after === undefined ? nothing : compare(placesOf(domain), placesOf(after), named);
}

/** One device as a definition has it. */
interface Placed {
  readonly label: string;
  readonly written: boolean;
  readonly state: DefinedDevice["placement"]["state"];
  readonly address: string | undefined;
  readonly why: string | undefined;
  readonly slot: SlotKey | undefined;
}

type Places = ReadonlyMap<DeviceKey, Placed>;

function placesOf({ definition }: DomainView): Places {
  const { keyOf } = deviceKeysOf(definition);
  const cards = deviceCards(definition);
  const slots = new Map(
    busesOf(definition).flatMap(({ slots }) =>
      slots.flatMap(({ key, occupants }) => occupants.map(({ device }) => [device, key] as const)),
    ),
  );
  const shown = definition.devices.filter(({ copyOf }) => copyOf === undefined);
  return new Map(
    shown.map(({ device: { id }, written, placement }): [DeviceKey, Placed] => {
      const card = cards.get(id);
      const { label = "", address, why } = card ?? {};
      return [keyOf.get(id)!, { label, written, state: placement.state, address, why, slot: slots.get(id) }];
    }),
  );
}

function compare(before: Places, after: Places, named: ReadonlySet<DeviceKey>): Forecast {
  const writes: Write[] = [];
  const shifts: Shift[] = [];
  for (const device of new Set([...after.keys(), ...before.keys()])) {
    const [was, is] = [before.get(device), after.get(device)];
    const does = is && writingOf(was, is);
    if (does !== undefined) writes.push({ ...shiftOf(device, was, is), does, ...whyOf(was, is) });
    else if (was?.address !== is?.address && !named.has(device)) shifts.push(shiftOf(device, was, is));
  }
  return { writes, shifts };
}

/** What the text says about a device that it did not say before. */
function writingOf(was: Placed | undefined, is: Placed): Write["does"] | undefined {
  if (is.written && !was?.written) return "add";
  const [wasGiven, isGiven] = [was?.state === "given", is.state === "given"];
  if (wasGiven !== isGiven) return isGiven ? "write" : "remove";
  return isGiven && was?.address !== is.address ? "change" : undefined;
}

function shiftOf(device: DeviceKey, was: Placed | undefined, is: Placed | undefined): Shift {
  return {
    device,
    label: (was ?? is)?.label ?? "",
    ...(was?.address !== undefined && { from: was.address }),
    ...(is?.address !== undefined && { to: is.address }),
    ...(is?.slot !== undefined && { slot: is.slot }),
  };
}

/** The reason libvirt has for the place: of the choice that is left to it, or of the one that is written down as it is. */
function whyOf(was: Placed | undefined, is: Placed | undefined): { readonly why?: string } {
  const why = is?.why ?? (was?.address === is?.address ? was?.why : undefined);
  return why === undefined ? {} : { why };
}
