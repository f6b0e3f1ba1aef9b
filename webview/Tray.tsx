import { useId } from "react";
import type { DeviceKey } from "../src/protocol/board.ts";
import { DeviceChip } from "./DeviceChip.tsx";
import { useView } from "./store.ts";

const none: readonly DeviceKey[] = [];

/** The devices that sit in no slot. */
export function Tray() {
  const tray = useView((view) => view.index?.board.tray ?? none);
  const empty = useView((view) => tray.every((key) => view.visible?.devices.has(key) === false));
  const title = useId();
  if (tray.length === 0) return null;
  return (
    <section className="tray" aria-labelledby={title} data-filtered={empty || undefined}>
      <h2 id={title}>
        Unplaced <span className="count">{tray.length}</span>
      </h2>
      <ul className="tray-list">
        {tray.map((key) => (
          <li key={key}>
            <DeviceChip device={key} />
          </li>
        ))}
      </ul>
    </section>
  );
}
