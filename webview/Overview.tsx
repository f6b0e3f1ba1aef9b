import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from "react";
import type { BusKey } from "../src/protocol/board.ts";
import { cargoOf } from "./drag.ts";
import { focusDevice } from "./focus.ts";
import { SeverityGlyph } from "./icons.tsx";
import { isWalkKey, neighbour } from "./keyboard.ts";
import {
  columns,
  type Mark,
  type MarkLook,
  type OverviewRow,
  overviewRows,
  rowsOfSlots,
  rowWords,
} from "./overview.ts";
import { attachOverview, busElement, showElement } from "./overviewScroll.ts";
import { useBench, useView } from "./store.ts";
import { fillWords } from "./words.ts";

/** From so many times the height of the window on, a board has an overview; below the second one it has none again. */
const large = 2;
const small = 1.6;

type ElementRef = { readonly current: HTMLElement | null };

/**
 * A map of all buses beside a board that is much higher than the window: how full they are, where something is wrong,
 * and which part is in view. A press or a drag on it scrolls there, as do the arrow keys from bus to bus.
 */
export function Overview({ scroller }: { readonly scroller: ElementRef }) {
  const index = useView((view) => view.index);
  const filter = useView((view) => view.filter);
  const visible = useView((view) => view.visible);
  const collapsed = useView((view) => view.collapsed);
  const shown = useIsLarge(scroller, index !== undefined);
  const rows = useMemo(
    () => (index === undefined || !shown ? [] : overviewRows(index, { filter, visible, collapsed })),
    [index, shown, filter, visible, collapsed],
  );
  return rows.length === 0 ? null : <Sheet rows={rows} scroller={scroller} />;
}

function Sheet({ rows, scroller }: { readonly rows: readonly OverviewRow[]; readonly scroller: ElementRef }) {
  const { drag } = useBench();
  const nav = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<BusKey | undefined>();
  const taking = useTaking(rows);
  const tabStop = rows.some((row) => row.bus.key === current) ? current : rows[0]?.bus.key;
  useEffect(() => {
    if (nav.current === null || scroller.current === null) return;
    const isCarrying = () => cargoOf(drag.state())?.by === "pointer";
    return attachOverview({ nav: nav.current, scroller: scroller.current, rows, isCarrying });
  }, [rows, scroller, drag]);
  return (
    <nav ref={nav} className="overview" aria-label="Overview of the buses">
      <div className="overview-sheet">
        <div className="overview-window" />
        <ul>
          {rows.map((row) => (
            <li key={row.bus.key}>
              <Row
                row={row}
                tabbable={row.bus.key === tabStop}
                takes={taking?.has(row.bus.key)}
                onFocus={setCurrent}
                onKeyDown={walkRows}
              />
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

interface RowProps {
  readonly row: OverviewRow;
  readonly tabbable: boolean;
  /** Whether a slot of the bus takes what is carried; absent while nothing is. */
  readonly takes: boolean | undefined;
  readonly onFocus: (bus: BusKey) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const Row = memo(function Row({ row, tabbable, takes, onFocus, onKeyDown }: RowProps) {
  const { bus, depth, problems } = row;
  const words = rowWords(row, fillWords(bus));
  return (
    <button
      type="button"
      className="overview-row"
      data-overview={bus.key}
      data-depth={Math.min(depth, 3)}
      data-hosts={takes === undefined ? undefined : takes ? "yes" : "no"}
      tabIndex={tabbable ? 0 : -1}
      title={`${bus.label}, ${words}`}
      onFocus={() => onFocus(bus.key)}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        // A press of the pointer has scrolled already; Enter goes on to the bus itself.
        if (event.detail === 0) enterBus(bus.key);
      }}
    >
      <span className="overview-name">
        {bus.label}
        <span className="said">, {words}</span>
        {problems === 0 ? null : (
          <span className="overview-count" aria-hidden="true">
            <SeverityGlyph severity={hasError(row) ? "error" : "warning"} /> {problems}
          </span>
        )}
      </span>
      <Marks row={row} />
    </button>
  );
});

function hasError({ marks }: OverviewRow): boolean {
  return marks.some((mark) => mark.look === "error");
}

const looks: readonly MarkLook[] = ["free", "reserved", "chosen", "pinned", "warning", "error"];

/** One path for all marks of a look, so that thousands of slots are a handful of elements. */
function Marks({ row }: { readonly row: OverviewRow }) {
  return (
    <svg className="overview-marks" viewBox={`0 0 ${columns * 8} ${row.lines * 8}`} aria-hidden="true">
      {looks.map((look) => {
        const marks = row.marks.filter((mark) => mark.look === look);
        if (marks.length === 0) return null;
        return <path key={look} className={`mark-${look}`} d={marks.map(shapes[look]).join("")} />;
      })}
    </svg>
  );
}

/** A mark is drawn in a square of 8. Each look has a shape of its own, so that none is told by colour alone. */
const shapes: Readonly<Record<MarkLook, (mark: Mark) => string>> = {
  pinned: (mark) => `M${mark.column * 8 + 1} ${mark.line * 8 + 1}h6v6h-6z`,
  chosen: (mark) => `M${mark.column * 8 + 1.5} ${mark.line * 8 + 1.5}h5v5h-5z`,
  free: (mark) => `M${mark.column * 8 + 3} ${mark.line * 8 + 4}h${mark.span * 8 - 6}`,
  reserved: (mark) => `M${mark.column * 8 + 2} ${mark.line * 8 + 6}l4-4`,
  warning: (mark) => `M${mark.column * 8 + 4} ${mark.line * 8 + 0.5}l3.5 7h-7z`,
  error: (mark) => `M${mark.column * 8 + 4} ${mark.line * 8}l4 4-4 4-4-4z`,
};

/** The arrows lead from bus to bus, and the board follows. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (!isWalkKey(event.key) || event.key === "ArrowLeft" || event.key === "ArrowRight") return;
  const all = [
    ...(event.currentTarget.closest("ul")?.querySelectorAll<HTMLElement>("[data-overview]") ?? []),
  ];
  const next = neighbour(all, event.currentTarget, event.key);
  event.preventDefault();
  next?.focus();
  showElement(busElement(next?.dataset.overview));
}

/** Brings a bus into view and gives the focus to its first device, or to its head where it has none. */
function enterBus(bus: BusKey): void {
  const element = busElement(bus);
  showElement(element);
  const device = element?.querySelector<HTMLElement>("[data-device]")?.dataset.device;
  if (device === undefined) element?.querySelector<HTMLElement>(".bus-toggle")?.focus();
  else focusDevice(device);
}

/** The buses that take what is being carried, or nothing while nothing is. */
function useTaking(rows: readonly OverviewRow[]): ReadonlySet<BusKey> | undefined {
  const { store, drag } = useBench();
  const [taking, setTaking] = useState<ReadonlySet<BusKey> | undefined>();
  useEffect(
    () =>
      drag.subscribe((state, before) => {
        const cargo = cargoOf(state);
        if (cargo === cargoOf(before)) return;
        const { index } = store.get();
        const slots = cargo === undefined ? [] : [...cargo.allowed, ...cargo.offering];
        setTaking(cargo === undefined || index === undefined ? undefined : rowsOfSlots(index, rows, slots));
      }),
    [drag, store, rows],
  );
  return taking;
}

/** Whether the board is much higher than its window. Which is which hangs from the content alone, not from a count. */
function useIsLarge(scroller: ElementRef, drawn: boolean): boolean {
  const [isLarge, setLarge] = useState(false);
  useEffect(() => {
    const box = scroller.current;
    const bench = box?.querySelector(".bench");
    if (box === null || bench === null || bench === undefined || !drawn) return;
    const look = () => {
      const ratio = box.scrollHeight / Math.max(1, box.clientHeight);
      setLarge((before) => ratio > (before ? small : large));
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(box);
    watcher.observe(bench);
    return () => watcher.disconnect();
  }, [scroller, drawn]);
  return isLarge && drawn;
}
