import type { BusKey } from "../src/protocol/board.ts";
import { slotElement } from "./focus.ts";
import { type Anchor, columns, markAt, type OverviewRow, rowsBetween, translate } from "./overview.ts";

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
  const draw = () => {
    frame = 0;
    measured ??= measure(parts);
    drawWindow(parts, measured);
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
  attachPointer(parts, () => (measured ??= measure(parts)), stops.signal);
  forget();
  return () => {
    cancelAnimationFrame(frame);
    watcher.disconnect();
    stops.abort();
  };
}

/** Where the rows are on the overview, and which heights of the board they stand for. */
interface Measures {
  readonly anchors: readonly Anchor[];
  readonly tops: readonly number[];
  readonly end: number;
}

/** Buses that the browser has not laid out yet are left out; their neighbours tell where they are near enough. */
function measure({ nav, scroller, rows }: OverviewParts): Measures {
  const shift = scroller.scrollTop - scroller.getBoundingClientRect().top;
  const drawn = [...nav.querySelectorAll<HTMLElement>("[data-overview]")];
  const tops = drawn.map((row) => row.offsetTop);
  const end = nav.querySelector<HTMLElement>(".overview-sheet")?.offsetHeight ?? 0;
  const buses = new Map<string | undefined, HTMLElement>();
  for (const bus of scroller.querySelectorAll<HTMLElement>("[data-bus]")) buses.set(bus.dataset.bus, bus);
  const anchors: Anchor[] = [{ board: 0, map: 0 }];
  rows.forEach(({ bus }, at) => {
    const element = buses.get(bus.key);
    if (element === undefined || !element.parentElement?.checkVisibility({ contentVisibilityAuto: true }))
      return;
    const board = element.getBoundingClientRect().top + shift;
    const map = tops[at] ?? 0;
    const last = anchors.at(-1);
    if (last === undefined || (board > last.board && map > last.map)) anchors.push({ board, map });
  });
  anchors.push({ board: scroller.scrollHeight, map: end });
  return { anchors, tops, end };
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
  const inView = rowsBetween(tops, end, top, bottom);
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
