import { createRoot } from "react-dom/client";
import type { Board } from "../src/protocol/board.ts";
import type { ToWebview } from "../src/protocol/messages.ts";
import type { Picture } from "../src/protocol/picture.ts";
import { App } from "./App.tsx";
import { createAnnouncer } from "./announcer.ts";
import { createDragControl } from "./dragControl.ts";
import { createForeteller } from "./foretell.ts";
import { connectHost, type Host } from "./host.ts";
import { paintPicture } from "./paint.ts";
import { type Pending, restoreView, savedViewOf } from "./state.ts";
import { type Bench, BenchContext, createStore, type Store } from "./store.ts";
import { describeDevice } from "./words.ts";
import { zoomWords } from "./zoom.ts";
import "./styles.css";

/** How long, in milliseconds, an edit may stay unanswered before the board can be used again. */
const patience = 4000;

/** How long, in milliseconds, the page stays empty before it says that there is no board yet. */
const shortWait = 150;

function start(page: HTMLElement): void {
  const host = connectHost();
  const store = createStore(restoreView(host.savedState()));
  const { announce } = createAnnouncer();
  const drag = createDragControl(store.get);
  const bench: Bench = { store, host, announce, drag, foretell: createForeteller(store, host) };
  const draw = drawOnce(page, bench);
  host.listen((message) => {
    receive(bench, message);
    draw();
  });
  const { domain } = store.get();
  host.post({ type: "ready", ...(domain !== undefined && { domain }) });
  setTimeout(draw, shortWait);
  keepState(store, host);
  endLongWaits(store);
  finishLater(store);
}

/** The first drawing waits for the first board, so that nothing is drawn twice. */
function drawOnce(page: HTMLElement, bench: Bench): () => void {
  const root = createRoot(page);
  let isDrawn = false;
  return () => {
    if (isDrawn) return;
    isDrawn = true;
    root.render(
      <BenchContext value={bench}>
        <App />
      </BenchContext>,
    );
  };
}

/**
 * What the first board can do without comes once it is on the screen: the component kit, which takes as long to start as
 * the board takes to be drawn and whose elements have their looks from the style sheet until then, and the sockets of
 * folded runs.
 */
function finishLater(store: Store): void {
  const stop = store.subscribe(() => {
    if (store.get().index === undefined) return;
    stop();
    afterNextFrame(async () => {
      store.dispatch({ type: "furnish" });
      const { registerKit } = await import("./ui/kit.ts");
      registerKit();
    });
  });
}

/** Calls back when a frame has been drawn and there is nothing more urgent. */
function afterNextFrame(act: () => Promise<void>): void {
  requestAnimationFrame(() => requestIdleCallback(() => void act(), { timeout: 500 }));
}

function receive({ store, drag, announce, host }: Bench, message: ToWebview): void {
  if (message.type === "paint") {
    void paint(host, message.id, message.picture);
    return;
  }
  const { pending, domain, index } = store.get();
  const isElsewhere = message.type === "board" && index !== undefined && message.board.domain !== domain;
  if (isElsewhere) drag.send({ type: "cancel" });
  store.dispatch(message);
  if (isElsewhere) announce(`Now showing ${domainName(message.board)}.`, "polite");
  if (message.type === "zoom") announce(`Zoom ${zoomWords(store.get().zoom)}.`, "assertive");
  if (message.type === "told") announce(message.text, "polite");
  if (message.type === "refused") announce(message.reason, "assertive");
  if (message.type === "board" && pending !== undefined && !isElsewhere)
    tellSettled(store, pending, announce);
}

/** Paints for the extension, which can put no text into pixels. */
async function paint(host: Host, id: number, picture: Picture): Promise<void> {
  try {
    host.post({ type: "painted", id, png: await paintPicture(picture) });
  } catch (error) {
    host.post({ type: "painted", id, failed: error instanceof Error ? error.message : String(error) });
  }
}

function domainName({ domain = 0, domains, title }: Board): string {
  return domains?.[domain] ?? title;
}

/** Tells where the devices of an answered edit are now. Many at once are only counted. */
function tellSettled(store: Store, { devices }: Pending, announce: Bench["announce"]): void {
  const { index } = store.get();
  const [first] = devices;
  const device = first === undefined ? undefined : index?.devices.get(first);
  if (device === undefined) return;
  const text = devices.size === 1 ? describeDevice(device) : `${devices.size} devices have changed.`;
  announce(devices.size === 1 ? `${device.label}. ${text}` : text, "polite");
}

/** Saves what outlives the page, and only when it changed. */
function keepState(store: Store, host: Host): void {
  let { filter, collapsed, openRuns, zoom, domain } = store.get();
  store.subscribe(() => {
    const view = store.get();
    const same = view.filter === filter && view.collapsed === collapsed && view.openRuns === openRuns;
    if (same && view.zoom === zoom && view.domain === domain) return;
    ({ filter, collapsed, openRuns, zoom, domain } = view);
    host.saveState(savedViewOf(view));
  });
}

function endLongWaits(store: Store): void {
  let waited: Pending | undefined;
  store.subscribe(() => {
    const { pending } = store.get();
    if (pending === waited) return;
    waited = pending;
    if (pending === undefined) return;
    setTimeout(() => {
      if (store.get().pending === pending) store.dispatch({ type: "giveUpWaiting" });
    }, patience);
  });
}

start(document.getElementById("root") ?? document.body.appendChild(document.createElement("div")));
