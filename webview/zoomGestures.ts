import { useEffect, useLayoutEffect, useRef } from "react";
import type { Action } from "./state.ts";
import { type Bench, useBench, useView } from "./store.ts";

/** A turn of a mouse wheel reports at least this many pixels; fingers on a touchpad report less at a time. */
const wheelNotch = 50;
/** Turns of the wheel with a longer pause between them, in milliseconds, are no series. */
const wheelPause = 700;
/** A hand that turns the wheel may push the mouse this many pixels without meaning it. */
const wheelSlack = 4;
/** How many pixels of a pinch on a touchpad make the board e times as large. */
const pinchLength = 160;

type ZoomAction = Extract<Action, { readonly type: "zoom" | "scaleZoom" }>;
type Hold = (grip: Grip | undefined) => void;
type ElementRef = { readonly current: HTMLElement | null };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a hand holds on to: something drawn, how far down it, and where on the screen that is to be. */
interface Grip {
  readonly anchor: Element | undefined;
  readonly part: number;
  readonly y: number;
}

/**
 * Draws the board in its size, and lets wheel and fingers change it: Ctrl with the wheel, which is also how a touchpad
 * tells a pinch, and two fingers on a touchscreen. What is under the pointer when it begins stays there.
 */
export function useZoom(scroller: ElementRef): void {
  const bench = useBench();
  const zoom = useView((view) => view.zoom);
  const hand = useRef<Grip | undefined>(undefined);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const draw = () => box.style.setProperty("--zoom", `${zoom}`);
    // The first drawing has nothing to keep, and measuring it would lay it out once more.
    if (box.style.getPropertyValue("--zoom") === "") draw();
    else keepUnder(box, hand.current ?? gripAt(restingPoint(box)), draw);
    hand.current = undefined;
  }, [zoom, scroller]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const hold: Hold = (grip) => {
      hand.current = grip;
    };
    const stops = new AbortController();
    const options = { signal: stops.signal, passive: false };
    attachWheel(bench, box, hold, options);
    attachPinch(bench, box, hold, options);
    return () => stops.abort();
  }, [bench, scroller]);
}

/**
 * One turn after the other in one place: what was under the pointer at the first stays there through all of them, also
 * where a new size moves it to another column and something else comes under the pointer.
 */
function attachWheel(bench: Bench, box: HTMLElement, hold: Hold, options: AddEventListenerOptions): void {
  let series: { readonly grip: Grip; readonly at: Point; last: number } | undefined;
  const turn = (event: WheelEvent) => {
    if (!event.ctrlKey) {
      series = undefined;
      return;
    }
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    const last = event.timeStamp;
    const goesOn = series !== undefined && last - series.last < wheelPause && isNear(series.at, at);
    series = series !== undefined && goesOn ? { ...series, last } : { grip: gripAt(at), at, last };
    resize(bench, hold, series.grip, sizeOf(event));
  };
  box.addEventListener("wheel", turn, options);
}

function isNear(one: Point, other: Point): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) <= wheelSlack;
}

function sizeOf({ deltaMode, deltaY }: WheelEvent): ZoomAction {
  if (deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(deltaY) >= wheelNotch) {
    return { type: "zoom", to: deltaY < 0 ? "in" : "out" };
  }
  return { type: "scaleZoom", factor: Math.exp(-deltaY / pinchLength) };
}

/** At the smallest and the largest size nothing is drawn anew, and the hand must not hold on until something is. */
function resize({ store }: Bench, hold: Hold, grip: Grip, action: ZoomAction): void {
  const { zoom } = store.get();
  hold(grip);
  store.dispatch(action);
  if (store.get().zoom === zoom) hold(undefined);
}

/**
 * Two fingers: their distance is the size, and what was between them when they came down stays between them, also where
 * a new size moves it to another column.
 */
function attachPinch(bench: Bench, box: HTMLElement, hold: Hold, options: AddEventListenerOptions): void {
  let pinch: { readonly grip: Grip; spread: number } | undefined;
  const move = (event: TouchEvent) => {
    const [one, two] = event.touches;
    if (one === undefined || two === undefined) {
      pinch = undefined;
      return;
    }
    event.preventDefault();
    const spread = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
    const middle = { x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2 };
    pinch ??= { grip: gripAt(middle), spread };
    // Steps of less than a percent would round to nothing; they wait until they add up.
    if (Math.abs(spread / pinch.spread - 1) < 0.02) return;
    const factor = spread / pinch.spread;
    resize(bench, hold, { ...pinch.grip, y: middle.y }, { type: "scaleZoom", factor });
    pinch.spread = spread;
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

function gripAt({ x, y }: Point): Grip {
  const anchor = document.elementFromPoint(x, y)?.closest("[data-device], [data-slot], [data-bus], h2");
  const box = anchor?.getBoundingClientRect();
  return { anchor: anchor ?? undefined, part: box === undefined ? 0 : (y - box.top) / box.height, y };
}

/** Changes the size and scrolls so that what the hand holds is drawn where the hand is. */
function keepUnder(box: HTMLElement, { anchor, part, y }: Grip, change: () => void): void {
  change();
  const after = anchor?.getBoundingClientRect();
  if (after === undefined || after.height === 0) return;
  box.scrollBy({ top: after.top + part * after.height - y, behavior: "instant" });
}
