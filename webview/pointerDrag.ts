import { cargoOf } from "./drag.ts";
import type { DragControl } from "./dragControl.ts";
import { deviceOf } from "./focus.ts";

/** How near an edge, in CSS pixels, the pointer scrolls the bench, and how far it does per frame at the most. */
const edge = 48;
const fastest = 18;
/** How long, in milliseconds, the pointer must rest on a closed bus before it opens. */
const restBeforeOpening = 450;

/** With less room than this below or beside the pointer, in CSS pixels, what is carried hangs on its other side. */
const roomBelow = 150;
const roomBeside = 300;

export interface PointerDragParts {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly ghost: HTMLElement;
  readonly drag: DragControl;
  /** Opens a closed bus that the pointer rests on. */
  openBus(bus: string): void;
}

/** Leads the drag by mouse, pen or touch. Listens on the window only while a pointer is down; returns the way to stop. */
export function attachPointerDrag(parts: PointerDragParts): () => void {
  const { root, drag } = parts;
  let end: (() => void) | undefined;
  const press = (event: PointerEvent) => {
    const device = isGrip(event.target) ? deviceOf(event.target) : undefined;
    if (device === undefined || event.button !== 0 || !event.isPrimary || event.ctrlKey) return;
    if (cargoOf(drag.state()) !== undefined) return;
    end?.();
    drag.send({ type: "press", device, x: event.clientX, y: event.clientY });
    end = follow(parts, event, () => {
      end = undefined;
    });
  };
  root.addEventListener("pointerdown", press);
  return () => {
    root.removeEventListener("pointerdown", press);
    end?.();
  };
}

/** A device is taken anywhere but by the button of its menu. */
function isGrip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".more") === null;
}

function follow(parts: PointerDragParts, start: PointerEvent, ended: () => void): () => void {
  const { ghost, drag } = parts;
  const stops = new AbortController();
  const options = { signal: stops.signal };
  let at = { x: start.clientX, y: start.clientY };
  let frame = 0;
  const rest = restTimer(parts);
  const tick = () => {
    frame = requestAnimationFrame(tick);
    scrollNearEdge(parts.scroller, at.y);
    lookUnder(parts, at, rest);
  };
  const isOther = (event: PointerEvent) => event.pointerId !== start.pointerId;
  const move = (event: PointerEvent) => {
    if (isOther(event)) return;
    at = { x: event.clientX, y: event.clientY };
    drag.send({ type: "pointerMove", ...at });
    if (cargoOf(drag.state())?.by !== "pointer") return;
    event.preventDefault();
    ghost.style.transform = `translate(${at.x}px, ${at.y}px)`;
    ghost.toggleAttribute("data-above", isNearEnd(at.y, window.innerHeight, roomBelow));
    ghost.toggleAttribute("data-before", isNearEnd(at.x, window.innerWidth, roomBeside));
    if (frame === 0) tick();
  };
  const stop = () => {
    stops.abort();
    cancelAnimationFrame(frame);
    rest.clear();
    ended();
  };
  const finish = (event: PointerEvent) => {
    if (isOther(event)) return;
    at = { x: event.clientX, y: event.clientY };
    if (cargoOf(drag.state())?.by === "pointer") {
      lookUnder(parts, at, rest);
      swallowNextClick();
    }
    drag.send({ type: "drop" });
    stop();
  };
  const cancel = () => {
    drag.send({ type: "cancel" });
    stop();
  };
  // A second finger means the size of the board.
  const press = (event: PointerEvent) => {
    if (isOther(event)) cancel();
  };
  const steps = { pointerdown: press, pointermove: move, pointerup: finish, pointercancel: cancel } as const;
  for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel"] as const) {
    window.addEventListener(name, steps[name], options);
  }
  window.addEventListener("blur", cancel, options);
  return cancel;
}

/** The slot under the pointer is looked up once a frame, also while only the bench scrolls. */
function lookUnder(parts: PointerDragParts, at: { x: number; y: number }, rest: RestTimer): void {
  if (cargoOf(parts.drag.state())?.by !== "pointer") return;
  const under = document.elementFromPoint(at.x, at.y);
  const slot = under?.closest<HTMLElement>("[data-slot]")?.dataset.slot;
  const closed = under?.closest<HTMLElement>("[data-closed-bus]")?.dataset.closedBus;
  rest.on(closed);
  parts.drag.send({ type: "over", slot: closed === undefined ? slot : undefined });
}

/** Whether a point has less room after it than is needed, and more before it. */
function isNearEnd(at: number, length: number, room: number): boolean {
  return at > length - room && at > length / 2;
}

interface RestTimer {
  on(bus: string | undefined): void;
  clear(): void;
}

function restTimer(parts: PointerDragParts): RestTimer {
  let bus: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => {
    clearTimeout(timer);
    bus = undefined;
  };
  const on = (next: string | undefined) => {
    if (next === bus) return;
    clear();
    bus = next;
    if (next !== undefined) timer = setTimeout(() => parts.openBus(next), restBeforeOpening);
  };
  return { on, clear };
}

function scrollNearEdge(scroller: HTMLElement, y: number): void {
  const box = scroller.getBoundingClientRect();
  const above = box.top + edge - y;
  const below = y - (box.bottom - edge);
  const depth = Math.max(above, below);
  if (depth <= 0) return;
  const speed = Math.min(1, depth / edge) * fastest;
  scroller.scrollBy({ top: above > 0 ? -speed : speed, behavior: "instant" });
}

/** The browser sends a click after a drag that ends where it began; a drag is no click. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
