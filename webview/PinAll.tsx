import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Forecast, shiftWords, shortAddress } from "./forecast.ts";
import { Glyph } from "./icons.tsx";
import { askPinAll } from "./intents.ts";
import { useBench, useView } from "./store.ts";
import { Button } from "./ui/Button.tsx";
import { useOutside } from "./useOutside.ts";
import { countWords } from "./words.ts";

/** The button that pins everything, and before it does, the list of all that would be written. */
export function PinAll() {
  const unpinned = useView((view) => view.index?.board.summary.unpinned ?? 0);
  const blocked = useView(
    ({ index, pending }) => index?.board.readOnly !== undefined || pending !== undefined,
  );
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useOutside(box, open, setOpen);
  const close = () => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>("vscode-button")?.focus();
  };
  return (
    <div ref={box} className="pin-all">
      <Button look="primary" disabled={blocked || unpinned === 0} onPress={() => setOpen(!open)}>
        {unpinned === 0 ? "Pin all" : `Pin all ${unpinned}…`}
      </Button>
      {open ? <PinAllDialog close={close} /> : null}
    </div>
  );
}

function PinAllDialog({ close }: { readonly close: () => void }) {
  const bench = useBench();
  const forecast = useView((view) => view.preview?.forecast);
  const version = useView((view) => view.index?.board.version);
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  // A board that comes in meanwhile makes the list old, so it is asked for anew.
  useEffect(() => {
    if (version !== undefined) bench.foretell({ type: "pinAll" });
    return () => bench.foretell(undefined);
  }, [bench, version]);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (forecast !== undefined) bench.announce(`${summaryWords(forecast)}.`, "polite");
  }, [bench, forecast]);
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Enter" && event.target === box.current) write();
    else if (event.key !== "Escape") return;
    else close();
    event.preventDefault();
  };
  const write = () => {
    if (forecast === undefined || forecast.refused !== undefined) return;
    close();
    askPinAll(bench);
  };
  return (
    <div
      ref={box}
      className="menu pin-list"
      role="dialog"
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={press}
    >
      <h2 id={title} className="pin-title">
        Pin all: what would be written
      </h2>
      {forecast === undefined ? <p className="move-hint">Asking…</p> : <PinList forecast={forecast} />}
      <div className="pin-actions">
        <Button look="secondary" onPress={close}>
          Cancel
        </Button>
        <Button
          look="primary"
          disabled={forecast === undefined || forecast.refused !== undefined}
          onPress={write}
        >
          {forecast === undefined
            ? "Write"
            : `Write ${countWords(forecast.writes.length, "entry", "entries")}`}
        </Button>
      </div>
    </div>
  );
}

function PinList({ forecast }: { readonly forecast: Forecast }) {
  if (forecast.refused !== undefined) {
    return (
      <p className="carry-shifts">
        <Glyph name="barred" /> {forecast.refused}
      </p>
    );
  }
  return (
    <>
      <p className="move-hint">{summaryWords(forecast)}.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard. */}
      <section className="pin-scroll" tabIndex={0} aria-label="What would be written">
        <table className="pin-table">
          <thead>
            <tr>
              <th scope="col">Device</th>
              <th scope="col">Address</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {forecast.writes.map((write) => (
              <tr key={write.device}>
                <th scope="row">
                  {write.label} {write.does === "add" ? <span className="tag">added</span> : null}
                </th>
                <td className="address">{write.to === undefined ? "–" : shortAddress(write.to)}</td>
                <td className="pin-why">{write.why ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {forecast.shifts.map((shift) => (
        <p key={shift.device} className="carry-shifts">
          <Glyph name="swap" /> {shiftWords(shift)}
        </p>
      ))}
    </>
  );
}

/** How many addresses and devices, and whether anything moves. */
function summaryWords({ writes, shifts, refused }: Forecast): string {
  if (refused !== undefined) return refused;
  const added = writes.filter(({ does }) => does === "add").length;
  const moved = writes.filter(({ from, to }) => from !== undefined && from !== to).length + shifts.length;
  const devices = added === 0 ? "" : ` and ${countWords(added, "device")} that libvirt adds`;
  const addresses = countWords(writes.length - added, "address", "addresses");
  return `${addresses}${devices} would be written. ${moved === 0 ? "No device moves" : `${countWords(moved, "device")} would move`}`;
}
