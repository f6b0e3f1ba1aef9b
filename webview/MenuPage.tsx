import { useEffect, useRef } from "react";
import type { BoardDevice, DeviceKey } from "../src/protocol/board.ts";
import type { Edit } from "../src/protocol/messages.ts";
import { findFixture } from "./acceptance.ts";
import { clearSelection } from "./benchKeys.ts";
import { type BoardIndex, slotName } from "./boardIndex.ts";
import { copyAddress, cut, pasteInto } from "./clipboard.ts";
import { slotAtDevice } from "./cut.ts";
import { Foretold } from "./Foretold.tsx";
import { askPin, askUnpin } from "./intents.ts";
import { walkMenu } from "./menuKeys.ts";
import { blockOf, type Load, loadAlone, pinStates, refusalFor, refusalOfBlock } from "./places.ts";
import { selectionAround, type View } from "./state.ts";
import { type Bench, useBench, useView } from "./store.ts";

interface Entry {
  readonly label: string;
  readonly keys?: string;
  /** Why the entry does nothing for this device; absent where it works. */
  readonly barred: string | undefined;
  /** What it is about, in small print. */
  readonly note?: string;
  readonly run: (bench: Bench) => void;
  /** The edit it asks for, where it asks for one at once; it is foretold. */
  readonly edit?: Edit;
}

/** What can be done with a device, or with the selection it is part of, as a menu. */
export function MenuPage({ device, close }: { readonly device: BoardDevice; readonly close: () => void }) {
  const bench = useBench();
  const list = useRef<HTMLDivElement>(null);
  const view = useView((whole) => whole);
  useEffect(() => list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(), []);
  const entries = entriesOf(view, device);
  return (
    <>
      <div
        ref={list}
        role="menu"
        tabIndex={-1}
        aria-label={`Actions for ${device.label}`}
        onKeyDown={(event) => walkMenu(event, list.current)}
      >
        {entries.map((entry) => (
          <button
            key={entry.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="menu-item"
            aria-disabled={entry.barred !== undefined || undefined}
            onFocus={() => foretell(bench, entry)}
            onPointerEnter={() => foretell(bench, entry)}
            onClick={() => {
              if (entry.barred !== undefined) return;
              close();
              entry.run(bench);
            }}
          >
            <span className="menu-label">{entry.label}</span>
            {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
            {(entry.barred ?? entry.note) === undefined ? null : (
              <span className="menu-reason">{entry.barred ?? entry.note}</span>
            )}
          </button>
        ))}
      </div>
      <Foretold otherwise="Nothing else moves" />
    </>
  );
}

function foretell(bench: Bench, { edit, barred }: Entry): void {
  bench.foretell(barred === undefined ? edit : undefined);
}

function entriesOf(view: View, device: BoardDevice): Entry[] {
  const { index } = view;
  if (index === undefined) return [];
  const selection = selectionAround(view, device.key);
  return selection.length > 1 ? groupEntries(index, selection) : singleEntries(view, index, device);
}

function singleEntries(view: View, index: BoardIndex, device: BoardDevice): Entry[] {
  const { readOnly } = index.board;
  const assigned = device.placement === "assigned" ? undefined : "It has no address libvirt would choose.";
  const given = device.placement === "given" ? undefined : "No address is written in the file.";
  const block = blockOf(index, device);
  return [
    {
      label: "Move to…",
      keys: "Enter",
      barred: findFixture(index, device),
      run: (bench) => openMovePage(bench, device.key, loadAlone(index, device.key)),
    },
    {
      label: "Cut",
      keys: "Ctrl+X",
      barred: findFixture(index, device),
      run: (bench) => cut(bench, device.key),
    },
    ...pasteEntries(view, device.key),
    ...(block.length > 1 ? [togetherEntry(index, device.key, block)] : []),
    {
      label: "Pin",
      barred: readOnly ?? (device.placement === "given" ? "It is pinned already." : assigned),
      edit: { type: "pin", devices: [device.key] },
      run: (bench) => askPin(bench, [device.key]),
    },
    {
      label: "Unpin",
      keys: "Delete",
      barred: readOnly ?? (device.implied ? "It is not in the file." : given),
      edit: { type: "unpin", devices: [device.key] },
      run: (bench) => askUnpin(bench, [device.key]),
    },
    {
      label: "Copy address",
      keys: "Ctrl+C",
      barred: device.address === undefined ? "It has no address." : undefined,
      run: (bench) => copyAddress(bench, device.key),
    },
    {
      label: "Reveal in XML",
      barred: device.implied ? "It is not in the file." : undefined,
      run: ({ host }) => host.post({ type: "reveal", device: device.key }),
    },
  ];
}

/** What was cut can go where this device is: behind it, or into its slot together or by a swap. */
function pasteEntries({ index, cut: made }: View, device: DeviceKey): Entry[] {
  if (made === undefined || index === undefined || made.load.devices.includes(device)) return [];
  const slot = slotAtDevice(index, made, device);
  const place = slot === undefined ? undefined : index.slots.get(slot);
  if (slot === undefined || place === undefined) return [];
  const takes = made.allowed.has(slot) || made.offering.has(slot);
  const barred = takes ? undefined : refusalFor(index, made.load, slot);
  return [
    {
      label: "Put here",
      keys: "Ctrl+V",
      note: slotName(place),
      barred,
      run: (bench) => pasteInto(bench, slot),
    },
  ];
}

/** What can be done with a selection. */
function groupEntries(index: BoardIndex, selection: readonly DeviceKey[]): Entry[] {
  const { readOnly } = index.board;
  const [lead = ""] = selection;
  const count = `${selection.length} devices`;
  const { unpinned, pinned } = pinStates(index, selection);
  const fixture = selection
    .map((key) => index.devices.get(key))
    .map((device) => device && findFixture(index, device))
    .find((reason) => reason !== undefined);
  return [
    {
      label: `Move ${count} to…`,
      keys: "Enter",
      barred: fixture,
      run: (bench) => openMovePage(bench, lead, { devices: selection, formation: "run" }),
    },
    { label: `Cut ${count}`, keys: "Ctrl+X", barred: fixture, run: (bench) => cut(bench, lead) },
    togetherEntry(index, lead, selection),
    {
      label: `Pin ${count}`,
      barred: readOnly ?? (unpinned.length === 0 ? "None has an address libvirt would choose." : undefined),
      edit: { type: "pin", devices: unpinned },
      run: (bench) => askPin(bench, unpinned),
    },
    {
      label: `Unpin ${count}`,
      keys: "Delete",
      barred: readOnly ?? (pinned.length === 0 ? "None of them is pinned." : undefined),
      edit: { type: "unpin", devices: pinned },
      run: (bench) => askUnpin(bench, pinned),
    },
    {
      label: "Copy addresses",
      keys: "Ctrl+C",
      barred: undefined,
      run: (bench) => copyAddress(bench, lead),
    },
    { label: "Clear selection", keys: "Esc", barred: undefined, run: clearSelection },
  ];
}

function togetherEntry(index: BoardIndex, lead: DeviceKey, block: readonly DeviceKey[]): Entry {
  const names = block.map((key) => index.devices.get(key)?.label ?? key).join(", ");
  return {
    label: "Move together into one slot…",
    note: names,
    barred: refusalOfBlock(index, block),
    run: (bench) => openMovePage(bench, lead, { devices: block, formation: "functions" }),
  };
}

function openMovePage({ store, drag }: Bench, device: DeviceKey, load: Load): void {
  drag.send({ type: "pickUp", device, by: "menu", load });
  if (drag.state().name === "idle") return;
  store.dispatch({ type: "openMenu", menu: { device, page: "move", x: 0, y: 0 } });
}
