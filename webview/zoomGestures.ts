import { useEffect, useLayoutEffect, useRef } from "react";
import { type Bench, useBench, useView } from "./store.ts";

/** A turn of a mouse wheel reports at least this many pixels; fingers on a touchpad report less at a time. */
const wheelNotch = 50;
/** How many pixels of a pinch on a touchpad make the board e times as large. */
const pinchLength = 160;

type ElementRef = { readonly current: HTMLElement | null };

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Draws the board in its size, and lets wheel and fingers change it: Ctrl with the wheel, which is also how a touchpad
 * tells a pinch, and two fingers on a touchscreen. What is under the pointer stays there.
 */
export function useZoom(scroller: ElementRef): void {
  const bench = useBench();
  const zoom = useView((view) => view.zoom);
  const hand = useRef<Point | undefined>(undefined);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const draw = () => box.style.setProperty("--zoom", `${zoom}`);
    // The first drawing has nothing to keep, and measuring it would lay it out once more.
    if (box.style.getPropertyValue("--zoom") === "") draw();
    else keepUnder(box, hand.current ?? restingPoint(box), draw);
    hand.current = undefined;
  }, [zoom, scroller]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const at = (point: Point) => {
      hand.current = point;
    };
    const stops = new AbortController();
    const options = { signal: stops.signal, passive: false };
    box.addEventListener("wheel", (event) => turnWheel(bench, event, at), options);
    attachPinch(bench, box, at, options);
    return () => stops.abort();
  }, [bench, scroller]);
}

function turnWheel({ store }: Bench, event: WheelEvent, at: (point: Point) => void): void {
  if (!event.ctrlKey) return;
  event.preventDefault();
  at({ x: event.clientX, y: event.clientY });
  if (event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(event.deltaY) >= wheelNotch) {
    store.dispatch({ type: "zoom", to: event.deltaY < 0 ? "in" : "out" });
  } else {
    store.dispatch({ type: "scaleZoom", factor: Math.exp(-event.deltaY / pinchLength) });
  }
}

/** Two fingers: their distance is the size, their middle is what stays. */
function attachPinch(
  { store }: Bench,
  box: HTMLElement,
  at: (point: Point) => void,
  options: AddEventListenerOptions,
): void {
  let last: number | undefined;
  const move = (event: TouchEvent) => {
    const [one, two] = event.touches;
    if (one === undefined || two === undefined) {
      last = undefined;
      return;
    }
    event.preventDefault();
    const spread = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
    at({ x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2 });
    // Steps of less than a percent would round to nothing; they wait until they add up.
    if (last !== undefined && Math.abs(spread / last - 1) < 0.02) return;
    if (last !== undefined) store.dispatch({ type: "scaleZoom", factor: spread / last });
    last = spread;
  };
  for (const name of ["touchstart", "touchmove", "touchend", "touchcancel"] as const) {
    box.addEventListener(name, move, options);
  }
}

/** Without a hand on the board, what has the focus stays where it is, or else what is at the top. */
function restingPoint(box: HTMLElement): Point {
  const frame = box.getBoundingClientRect();
  const focus = document.activeElement;
  const chip = focus !== null && box.contains(focus) ? focus.getBoundingClientRect() : undefined;
  if (chip !== undefined && chip.top >= frame.top && chip.bottom <= frame.bottom) {
    return { x: chip.left + chip.width / 2, y: chip.top + chip.height / 2 };
  }
  return { x: frame.left + frame.width / 3, y: frame.top + 1 };
}

/** Changes the size and scrolls so that what was drawn at a point is drawn there again. */
function keepUnder(box: HTMLElement, { x, y }: Point, change: () => void): void {
  const anchor = document.elementFromPoint(x, y)?.closest("[data-device], [data-slot], [data-bus], h2");
  const before = anchor?.getBoundingClientRect();
  change();
  const after = anchor?.getBoundingClientRect();
  if (before === undefined || after === undefined) return;
  const part = (y - before.top) / before.height;
  box.scrollBy({ top: after.top + part * after.height - y, behavior: "instant" });
}
