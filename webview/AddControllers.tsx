import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Foretold } from "./Foretold.tsx";
import { Glyph } from "./icons.tsx";
import { askController, askPorts } from "./intents.ts";
import { walkMenu } from "./menuKeys.ts";
import { useBench, useView } from "./store.ts";
import { useOutside } from "./useOutside.ts";
import { countWords } from "./words.ts";

/** How far the list keeps from the edge of the window, in CSS pixels. */
const margin = 8;

/** How many ports are proposed; a slot of the root complex holds eight. */
const proposed = 8;

/** The button that opens the list of controllers this machine takes, and of ports to keep for later. */
export function AddControllers() {
  const offers = useView((view) => view.index?.board.offers);
  const blocked = useView((view) => view.index?.board.readOnly !== undefined || view.pending !== undefined);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useOutside(box, open, setOpen);
  if (offers === undefined || offers.length === 0) return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list from wherever the focus is inside.
    <div ref={box} className="add" onKeyDown={open ? press : undefined}>
      <button
        ref={button}
        type="button"
        className="add-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={blocked}
        onClick={() => setOpen(!open)}
      >
        <Glyph name="plus" /> Add controller…
      </button>
      {open ? <AddList close={close} /> : null}
    </div>
  );
}

function AddList({ close }: { readonly close: () => void }) {
  const bench = useBench();
  const offers = useView((view) => view.index?.board.offers) ?? [];
  const most = useView((view) => view.index?.board.mostPorts);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) keepInside(box.current);
  }, []);
  useEffect(() => list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(), []);
  useEffect(() => () => bench.foretell(undefined), [bench]);
  return (
    <div ref={box} className="menu add-list" role="dialog" aria-label="Add a controller">
      <div
        ref={list}
        role="menu"
        tabIndex={-1}
        aria-label="Controllers for this machine"
        onKeyDown={(event) => walkMenu(event, list.current)}
      >
        {offers.map((offer) => (
          <button
            key={offer.key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="menu-item"
            onFocus={() => bench.foretell({ type: "addController", offer: offer.key })}
            onPointerEnter={() => bench.foretell({ type: "addController", offer: offer.key })}
            onClick={() => {
              close();
              bench.announce(`Adding ${offer.label}.`, "polite");
              askController(bench, offer.key);
            }}
          >
            <span className="menu-label">{offer.label}</span>
            <span className="menu-reason">{offer.detail}</span>
          </button>
        ))}
      </div>
      {most === undefined || most === 0 ? null : <PortsForm most={most} close={close} />}
      <Foretold otherwise="Nothing else moves" />
    </div>
  );
}

/** The list hangs below its button, and moves left as far as the window's edge makes it. */
function keepInside(box: HTMLElement): void {
  const { right } = box.getBoundingClientRect();
  box.style.left = `${Math.min(0, window.innerWidth - margin - right)}px`;
}

/** Root ports for devices that are plugged in while the guest runs. */
function PortsForm({ most, close }: { readonly most: number; readonly close: () => void }) {
  const bench = useBench();
  const [count, setCount] = useState(Math.min(proposed, most));
  const id = useId();
  const isOffered = (number: number) => Number.isInteger(number) && number >= 1 && number <= most;
  const fits = isOffered(count);
  const foretell = (number: number) =>
    bench.foretell(isOffered(number) ? { type: "reservePorts", count: number } : undefined);
  return (
    <form
      className="add-ports"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fits) return;
        close();
        bench.announce(`Reserving ${countWords(count, "hot-plug port")}.`, "polite");
        askPorts(bench, count);
      }}
    >
      <label htmlFor={id}>Hot-plug ports</label>
      <input
        id={id}
        className="move-field"
        type="number"
        min={1}
        max={most}
        value={Number.isNaN(count) ? "" : count}
        onFocus={() => foretell(count)}
        onChange={(event) => {
          setCount(event.target.valueAsNumber);
          foretell(event.target.valueAsNumber);
        }}
      />
      <button type="submit" className="add-button" disabled={!fits}>
        Reserve
      </button>
    </form>
  );
}
