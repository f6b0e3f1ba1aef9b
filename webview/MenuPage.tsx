import { type KeyboardEvent, useEffect, useRef } from "react";
import type { BoardDevice } from "../src/protocol/board.ts";
import { findFixture } from "./acceptance.ts";
import { askPin, askUnpin } from "./intents.ts";
import { isWalkKey, neighbour } from "./keyboard.ts";
import { type Bench, useBench, useView } from "./store.ts";

interface Entry {
  readonly label: string;
  readonly keys?: string;
  /** Why the entry does nothing for this device; absent where it works. */
  readonly barred: string | undefined;
  readonly run: (bench: Bench, device: BoardDevice) => void;
}

/** What can be done with one device, as a menu. */
export function MenuPage({ device, close }: { readonly device: BoardDevice; readonly close: () => void }) {
  const bench = useBench();
  const list = useRef<HTMLDivElement>(null);
  const fixture = useView((view) => (view.index === undefined ? undefined : findFixture(view.index, device)));
  const readOnly = useView((view) => view.index?.board.readOnly);
  useEffect(() => list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(), []);
  const entries = entriesOf(device, fixture, readOnly);
  return (
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
          onClick={() => {
            if (entry.barred !== undefined) return;
            close();
            entry.run(bench, device);
          }}
        >
          <span className="menu-label">{entry.label}</span>
          {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
          {entry.barred === undefined ? null : <span className="menu-reason">{entry.barred}</span>}
        </button>
      ))}
    </div>
  );
}

function entriesOf(device: BoardDevice, fixture: string | undefined, readOnly: string | undefined): Entry[] {
  const assigned = device.placement === "assigned" ? undefined : "It has no address libvirt would choose.";
  const given = device.placement === "given" ? undefined : "No address is written in the file.";
  return [
    { label: "Move to…", keys: "Enter", barred: fixture, run: openMovePage },
    {
      label: "Pin",
      barred: readOnly ?? (device.placement === "given" ? "It is pinned already." : assigned),
      run: (bench, { key }) => askPin(bench, [key]),
    },
    {
      label: "Unpin",
      keys: "Delete",
      barred: readOnly ?? (device.implied ? "It is not in the file." : given),
      run: (bench, { key }) => askUnpin(bench, [key]),
    },
    {
      label: "Reveal in XML",
      barred: device.implied ? "It is not in the file." : undefined,
      run: ({ host }, { key }) => host.post({ type: "reveal", device: key }),
    },
  ];
}

function openMovePage({ store, drag }: Bench, device: BoardDevice): void {
  drag.send({ type: "pickUp", device: device.key, by: "menu" });
  if (drag.state().name === "idle") return;
  store.dispatch({ type: "openMenu", menu: { device: device.key, page: "move", x: 0, y: 0 } });
}

function walkMenu(event: KeyboardEvent, list: HTMLElement | null): void {
  if (list === null || !isWalkKey(event.key)) return;
  const items = [...list.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const active = items.find((item) => item === document.activeElement);
  neighbour(items, active, event.key)?.focus();
  event.preventDefault();
}
