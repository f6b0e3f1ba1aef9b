import type { DefinedDevice } from "../define/definition.ts";
import type { DeviceKey } from "../protocol/board.ts";
import type { Shift } from "../protocol/messages.ts";
import { applyEdits } from "../text/textEdit.ts";
import { addressText } from "./addressText.ts";
import { deviceKeysOf } from "./deviceKeys.ts";
import { labelOf } from "./deviceLabel.ts";
import type { EditAnswer } from "./pin.ts";
import { type DomainView, Snapshot } from "./snapshot.ts";

/**
 * The devices that libvirt puts elsewhere once an edit is made, apart from those the edit names. Compares the
 * definition of the text before with that of the text after.
 */
export function shiftsOf(domain: DomainView, answer: EditAnswer, named: ReadonlySet<DeviceKey>): Shift[] {
  if (answer.edits === undefined) return [];
  const { snapshot } = domain;
  const edits = answer.edits.map(({ range, newText }) => ({
    range: { start: snapshot.lines.offsetAt(range.start), end: snapshot.lines.offsetAt(range.end) },
    newText,
  }));
  const edited = new Snapshot(applyEdits(snapshot.text, edits), snapshot.version, snapshot.options);
  const after = edited.domains[snapshot.domains.indexOf(domain)];
  return after === undefined ? [] : differences(placesOf(domain), placesOf(after), named);
}

interface Placed {
  readonly label: string;
  readonly address: string | undefined;
}

function placesOf({ definition }: DomainView): ReadonlyMap<DeviceKey, Placed> {
  const { keyOf } = deviceKeysOf(definition);
  const counts = new Map<string, number>();
  return new Map(
    definition.devices.map((defined): [DeviceKey, Placed] => {
      const { kind, id } = defined.device;
      const position = counts.get(kind) ?? 0;
      counts.set(kind, position + 1);
      return [keyOf.get(id)!, { label: labelOf(defined.device, position).label, address: placeOf(defined) }];
    }),
  );
}

function placeOf({ device, placement }: DefinedDevice): string | undefined {
  return device.address && placement.state !== "none" ? addressText(device.address, device) : undefined;
}

function differences(
  before: ReadonlyMap<DeviceKey, Placed>,
  after: ReadonlyMap<DeviceKey, Placed>,
  named: ReadonlySet<DeviceKey>,
): Shift[] {
  return [...before].flatMap(([device, { label, address: from }]): Shift[] => {
    const then = after.get(device);
    if (named.has(device) || then?.address === from) return [];
    const to = then?.address;
    return [{ device, label, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
