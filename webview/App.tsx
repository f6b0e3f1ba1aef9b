import { useEffect, useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { SlotKey } from "../src/protocol/board.ts";
import { Board } from "./Board.tsx";
import { openMenu, pressKey } from "./benchKeys.ts";
import { CutBar } from "./CutBar.tsx";
import { DeviceMenu } from "./DeviceMenu.tsx";
import { DragLayer } from "./DragLayer.tsx";
import { type Cargo, cargoOf, type DragOutcome } from "./drag.ts";
import { tellOutcome } from "./dragControl.ts";
import { createDragPainter } from "./dragPaint.ts";
import { deviceOf, focusDevice, showDevice, slotElement, trackFocus } from "./focus.ts";
import { foretellDrag } from "./foretell.ts";
import { HoverCard } from "./HoverCard.tsx";
import { askArrange, askMove } from "./intents.ts";
import { Notices } from "./Notices.tsx";
import { Overview } from "./Overview.tsx";
import { placesFor } from "./places.ts";
import { attachPointerDrag } from "./pointerDrag.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import { type Bench, useBench, useView } from "./store.ts";
import { Toolbar } from "./Toolbar.tsx";
import { useZoom } from "./zoomGestures.ts";

/** The slot editor. Wires the drag, the keys and the focus to the drawing. */
export function App() {
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const empty = useView((view) => view.index === undefined);
  useDrag(root, scroller, ghost);
  useKeys(root);
  useFocusKeeper(root);
  useAttention();
  useZoom(scroller);
  return (
    <div ref={root} className="app">
      {empty ? null : <Toolbar />}
      <div className="work">
        <div ref={scroller} className="scroll">
          <Board />
        </div>
        <Overview scroller={scroller} />
      </div>
      <DeviceMenu />
      <SelectionBar />
      <CutBar />
      <DragLayer ghost={ghost} />
      <Notices />
      <HoverCard root={root} />
    </div>
  );
}

type ElementRef = { readonly current: HTMLElement | null };

function useDrag(root: ElementRef, scroller: ElementRef, ghost: ElementRef): void {
  const bench = useBench();
  useEffect(() => {
    if (root.current === null || scroller.current === null || ghost.current === null) return;
    const parts = { root: root.current, scroller: scroller.current, ghost: ghost.current, drag: bench.drag };
    const detach = attachPointerDrag({
      ...parts,
      openBus: (bus) => bench.store.dispatch({ type: "toggleBus", bus }),
    });
    const paint = createDragPainter(parts.root);
    const foretell = foretellDrag(bench);
    const stop = bench.drag.subscribe((state, before, outcome) => {
      // Whoever is quicker than the rest of the page finds every socket lit up all the same.
      const isPickUp = cargoOf(state) !== undefined && cargoOf(before) === undefined;
      if (isPickUp) flushSync(() => bench.store.dispatch({ type: "furnish" }));
      paint(state, before);
      foretell(state);
      if (outcome !== undefined) follow(bench, outcome);
    });
    return () => {
      stop();
      detach();
    };
  }, [bench, root, scroller, ghost]);
}

/** What the page does about a step of the drag. */
function follow(bench: Bench, outcome: DragOutcome): void {
  const byMenu = cargoOf(bench.drag.state())?.by === "menu";
  // The list of slots speaks for itself while it is open.
  if (!(byMenu && (outcome.type === "entered" || outcome.type === "left"))) {
    bench.announce(tellOutcome(bench.store.get(), outcome), "assertive");
  }
  switch (outcome.type) {
    case "dropped":
      bench.store.dispatch({ type: "closeMenu" });
      focusDevice(outcome.cargo.device);
      askDrop(bench, outcome.cargo, outcome.slot);
      break;
    case "took":
      bench.store.dispatch({ type: "closeMenu" });
      focusDevice(outcome.cargo.device);
      askArrange(bench, outcome.offer.places);
      break;
    case "offered":
      openOffers(bench, outcome);
      break;
    case "fixed":
      bench.store.dispatch({ type: "notice", text: tellOutcome(bench.store.get(), outcome) });
      break;
    case "cancelled":
      bench.store.dispatch({ type: "closeMenu" });
      focusDevice(outcome.cargo.device);
      break;
    default:
  }
}

/** One device moves; several are placed in one edit. */
function askDrop(bench: Bench, cargo: Cargo, slot: SlotKey): void {
  const { index } = bench.store.get();
  if (cargo.devices.length === 1 && index?.functions.has(slot) !== true) askMove(bench, cargo.device, slot);
  else if (index !== undefined) askArrange(bench, placesFor(index, cargo, slot));
}

/** Opens the list of offers at the slot that was dropped on. */
function openOffers({ store }: Bench, { cargo, slot, offers }: Extract<DragOutcome, { type: "offered" }>) {
  const box = slotElement(slot)?.getBoundingClientRect();
  const at = box === undefined ? { x: 0, y: 0 } : { x: box.left + 260, y: box.top + 28 };
  store.dispatch({ type: "openMenu", menu: { device: cargo.device, page: "offers", ...at, slot, offers } });
}

function useKeys(root: ElementRef): void {
  const bench = useBench();
  useEffect(() => {
    const stops = new AbortController();
    const options = { signal: stops.signal };
    window.addEventListener("keydown", (event) => pressKey(bench, event), options);
    root.current?.addEventListener("contextmenu", (event) => rightClick(bench, event), options);
    root.current?.addEventListener("click", (event) => clickWhileChoosing(bench, event), {
      ...options,
      capture: true,
    });
    root.current?.addEventListener("click", (event) => clickProblem(bench, event), options);
    window.addEventListener("pointerdown", (event) => closeOutside(bench, event), options);
    return () => stops.abort();
  }, [bench, root]);
}

function rightClick(bench: Bench, event: MouseEvent): void {
  const device = deviceOf(event.target);
  if (device === undefined) return;
  event.preventDefault();
  if (event.clientX === 0 && event.clientY === 0) {
    openMenu(bench, device);
    return;
  }
  bench.store.dispatch({
    type: "openMenu",
    menu: { device, page: "actions", x: event.clientX, y: event.clientY },
  });
}

/** While the list of slots is open, a click on a lit slot of the board drops there. */
function clickWhileChoosing({ drag }: Bench, event: MouseEvent): void {
  if (cargoOf(drag.state())?.by !== "menu" || !(event.target instanceof Element)) return;
  const slot = event.target.closest<HTMLElement>(".bench [data-slot]")?.dataset.slot;
  if (slot === undefined) return;
  event.stopPropagation();
  drag.send({ type: "over", slot });
  const { name } = drag.state();
  if (name === "overAllowed" || name === "overOffer") drag.send({ type: "drop" });
}

/** A problem leads to the XML as its device does; the device's own button is the way for the keyboard. */
function clickProblem({ host }: Bench, event: MouseEvent): void {
  const device = deviceOf(event.target);
  if (device === undefined || !(event.target instanceof Element)) return;
  if (event.target.closest(".problems") !== null) host.post({ type: "reveal", device });
}

function closeOutside({ store }: Bench, event: PointerEvent): void {
  const { menu } = store.get();
  if (menu === undefined || menu.page === "move" || !(event.target instanceof Element)) return;
  if (event.target.closest(".menu") === null) store.dispatch({ type: "closeMenu" });
}

function useFocusKeeper(root: ElementRef): void {
  const { store, drag } = useBench();
  const index = useView((view) => view.index);
  const last = useRef<() => string | undefined>(() => undefined);
  useEffect(() => {
    if (root.current === null) return;
    last.current = trackFocus(root.current).last;
    root.current.addEventListener("focusin", (event) => {
      const device = deviceOf(event.target);
      if (device !== undefined) store.dispatch({ type: "rove", device });
    });
  }, [root, store]);
  useLayoutEffect(() => {
    if (index !== undefined) drag.send({ type: "board", version: index.board.version });
    const { roving } = store.get();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && roving !== undefined && last.current() !== undefined) focusDevice(roving);
  }, [index, drag, store]);
}

/** Brings what the person should look at into view: the device at the text cursor, or the one asked for. */
function useAttention(): void {
  const highlighted = useView((view) => view.highlighted);
  const visit = useView((view) => view.visit);
  useEffect(() => {
    if (highlighted !== undefined) showDevice(highlighted, "nearest");
  }, [highlighted]);
  useEffect(() => {
    if (visit === undefined) return;
    showDevice(visit.device, "center");
    focusDevice(visit.device);
  }, [visit]);
}
