import type { BusKey } from "../src/protocol/board.ts";
import { slotElement } from "./focus.ts";
import {
  type Anchor,
  anchorsOf,
  columns,
  markAt,
  type OverviewRow,
  type RowExtent,
  rowsBetween,
  translate,
} from "./overview.ts";

interface OverviewParts {
  readonly nav: HTMLElement;
  readonly scroller: HTMLElement;
  readonly rows: readonly OverviewRow[];
  /** Whether a device is on its way under the pointer. */
  isCarrying(): boolean;
}

/** The drawn bus of a key, if it is drawn. */
export function busElement(bus: BusKey | undefined): HTMLElement | null {
  return bus === undefined ? null : document.querySelector<HTMLElement>(`[data-bus="${CSS.escape(bus)}"]`);
}

/** Brings the top of an element into view at once: a long way is no pleasure to watch. */
export function showElement(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "start", behavior: "instant" });
}

/**
 * Ties the overview to the board: the window on it follows the board, and presses on it scroll the board. Past React,
 * because it happens in every frame of a scroll. Returns the way to stop.
 */
export function attachOverview(parts: OverviewParts): () => void {
  const { nav, scroller } = parts;
  let measured: Measures | undefined;
  let frame = 0;
  const arrived = new Set<HTMLElement>();
  const measures = () => {
    measured = measured === undefined ? measure(parts) : withArrived(parts, measured, arrived);
    arrived.clear();
    return measured;
  };
  const draw = () => {
    frame = 0;
    drawWindow(parts, measures());
  };
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const forget = () => {
    measured = undefined;
    request();
  };
  const watcher = new ResizeObserver(forget);
  for (const element of [nav, scroller, scroller.firstElementChild]) if (element) watcher.observe(element);
  const stops = new AbortController();
  const options = { signal: stops.signal };
  scroller.addEventListener("scroll", request, { ...options, passive: true });
  nav.addEventListener("wheel", (event) => scroller.scrollBy({ top: event.deltaY }), {
    ...options,
    passive: true,
  });
  // A bus that comes into view is laid out now and tells its places; all others are where they were.
  const arrive = (event: Event) => {
    const isArrival = event instanceof ContentVisibilityAutoStateChangeEvent && !event.skipped;
    if (!isArrival || !(event.target instanceof HTMLElement)) return;
    arrived.add(event.target);
    request();
  };
  scroller.addEventListener("contentvisibilityautostatechange", arrive, { ...options, capture: true });
  attachPointer(parts, measures, stops.signal);
  forget();
  return () => {
    cancelAnimationFrame(frame);
    watcher.disconnect();
    stops.abort();
  };
}

/** Where the rows are on the overview, and which heights of the board they stand for. */
interface Measures {
  readonly extents: readonly RowExtent[];
  readonly anchors: readonly Anchor[];
  readonly tops: readonly number[];
  readonly end: Anchor;
}

/** Buses that the browser has not laid out yet are left out; their neighbours tell where they are near enough. */
function measure(parts: OverviewParts): Measures {
  const { nav, scroller, rows } = parts;
  const drawn = drawnRows(nav);
  const tops = drawn.map((row) => row.offsetTop);
  const buses = new Map<string | undefined, HTMLElement>();
  for (const bus of scroller.querySelectorAll<HTMLElement>("[data-bus]")) buses.set(bus.dataset.bus, bus);
  const extents = rows.map((row, at): RowExtent => {
    const extent = { depth: row.depth, map: tops[at] ?? 0 };
    const bus = buses.get(row.bus.key);
    return bus && isLaidOut(bus.parentElement)
      ? { ...extent, ...placesOf(parts, row, bus, drawn[at]) }
      : extent;
  });
  const map = nav.querySelector<HTMLElement>(".overview-sheet")?.offsetHeight ?? 0;
  const end = { board: scroller.scrollHeight, map };
  return { extents, anchors: anchorsOf(extents, end), tops, end };
}

/** The measures with what some buses tell that have come into view: a scroll must not measure the whole board anew. */
function withArrived(parts: OverviewParts, measured: Measures, arrived: ReadonlySet<HTMLElement>): Measures {
  if (arrived.size === 0) return measured;
  const drawn = drawnRows(parts.nav);
  const extents = [...measured.extents];
  for (const bus of arrived) {
    const at = parts.rows.findIndex((row) => row.bus.key === bus.dataset.bus);
    const [row, extent] = [parts.rows[at], extents[at]];
    if (row && extent) extents[at] = { ...extent, ...placesOf(parts, row, bus, drawn[at]) };
  }
  return { ...measured, extents, anchors: anchorsOf(extents, measured.end) };
}

function drawnRows(nav: HTMLElement): HTMLElement[] {
  return [...nav.querySelectorAll<HTMLElement>("[data-overview]")];
}

function isLaidOut(element: Element | null): boolean {
  return element?.checkVisibility({ contentVisibilityAuto: true }) === true;
}

/** Where a bus is on the board, and where each line of its marks and the first slot of the line are. */
function placesOf(
  { nav, scroller }: OverviewParts,
  row: OverviewRow,
  bus: HTMLElement,
  drawn: HTMLElement | undefined,
): Pick<RowExtent, "top" | "bottom" | "lines"> {
  const shift = scroller.scrollTop - scroller.getBoundingClientRect().top;
  const { top, bottom } = bus.getBoundingClientRect();
  const extent = { top: top + shift, bottom: bottom + shift };
  if (!isLaidOut(bus.firstElementChild)) return extent;
  const marks = drawn?.querySelector(".overview-marks")?.getBoundingClientRect();
  if (marks === undefined) return extent;
  const above = nav.getBoundingClientRect().top - nav.scrollTop;
  const lines = row.marks.flatMap(({ column, line, slot }) => {
    const place = column === 0 ? bus.querySelector(`[data-slot="${CSS.escape(slot)}"]`) : null;
    // The slots of a folded run are there, but have no place.
    if (place?.checkVisibility() !== true) return [];
    const map = marks.top - above + (line * marks.height) / row.lines;
    return [{ board: place.getBoundingClientRect().top + shift, map }];
  });
  return { ...extent, lines };
}

function drawWindow({ nav, scroller }: OverviewParts, { anchors, tops, end }: Measures): void {
  const { scrollTop, clientHeight } = scroller;
  const top = translate(anchors, scrollTop, "board", "map");
  const bottom = translate(anchors, scrollTop + clientHeight, "board", "map");
  const frame = nav.querySelector<HTMLElement>(".overview-window");
  if (frame !== null) {
    frame.style.transform = `translateY(${top}px)`;
    frame.style.height = `${Math.max(8, bottom - top)}px`;
  }
  const inView = rowsBetween(tops, end.map, top, bottom);
  nav.querySelectorAll<HTMLElement>("[data-overview]").forEach((row, at) => {
    setCurrent(row, inView[at] === true);
  });
  const room = scroller.scrollHeight - clientHeight;
  nav.scrollTop = room <= 0 ? 0 : (scrollTop / room) * (nav.scrollHeight - nav.clientHeight);
}

function setCurrent(row: HTMLElement, isInView: boolean): void {
  if (row.hasAttribute("aria-current") === isInView) return;
  if (isInView) row.setAttribute("aria-current", "location");
  else row.removeAttribute("aria-current");
}

/** A press goes to the slot under it; from there on the board follows the pointer. Devices can be carried over it, too. */
function attachPointer(parts: OverviewParts, measures: () => Measures, signal: AbortSignal): void {
  const { nav, scroller } = parts;
  let grip: number | undefined;
  const heightAt = (event: PointerEvent) => event.clientY - nav.getBoundingClientRect().top + nav.scrollTop;
  const middle = () => {
    const { anchors } = measures();
    return translate(anchors, scroller.scrollTop + scroller.clientHeight / 2, "board", "map");
  };
  const scrollTo = (height: number) => {
    const board = translate(measures().anchors, height, "map", "board");
    scroller.scrollTo({ top: board - scroller.clientHeight / 2, behavior: "instant" });
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (!isOnWindow(nav, event)) goTo(parts, event);
    grip = heightAt(event) - middle();
    nav.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    if (grip !== undefined) scrollTo(heightAt(event) - grip);
    else if (parts.isCarrying()) scrollTo(heightAt(event));
  };
  const release = () => {
    grip = undefined;
  };
  nav.addEventListener("pointerdown", press, { signal });
  nav.addEventListener("pointermove", move, { signal });
  for (const name of ["pointerup", "pointercancel"] as const) nav.addEventListener(name, release, { signal });
}

function isOnWindow(nav: HTMLElement, { clientY }: PointerEvent): boolean {
  const frame = nav.querySelector(".overview-window")?.getBoundingClientRect();
  return frame !== undefined && clientY >= frame.top && clientY <= frame.bottom;
}

/** Brings what was pressed into view: the slot of the mark, or the bus where there is no mark. */
function goTo({ nav, rows }: OverviewParts, event: PointerEvent): void {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-overview]") : null;
  const row = rows.find(({ bus }) => bus.key === button?.dataset.overview);
  if (button === null || row === undefined || !nav.contains(button)) return;
  const box = button.querySelector(".overview-marks")?.getBoundingClientRect();
  const size = (box?.width ?? 0) / columns;
  const mark =
    box === undefined || event.clientY < box.top
      ? undefined
      : markAt(
          row,
          Math.floor((event.clientX - box.left) / size),
          Math.floor((event.clientY - box.top) / size),
        );
  const slot = mark === undefined ? null : slotElement(mark.slot);
  if (slot?.checkVisibility() === true) slot.scrollIntoView({ block: "center", behavior: "instant" });
  else showElement(busElement(row.bus.key));
}
