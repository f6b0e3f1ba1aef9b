import { pressWhileCarrying } from "./carryKeys.ts";
import { clipboardCommandOf, copyAddress, cut, letGo, pasteAt } from "./clipboard.ts";
import { cargoOf } from "./drag.ts";
import { deviceElement, deviceOf, focusDevice } from "./focus.ts";
import { askUnpin } from "./intents.ts";
import {
  type Box,
  chipCommandOf,
  drawnDevices,
  historyCommandOf,
  isWalkKey,
  neighbour,
  type Spot,
  spotBeyond,
  spotInRow,
  type WalkKey,
} from "./keyboard.ts";
import { pinStates } from "./places.ts";
import { selectionAround } from "./state.ts";
import type { Bench } from "./store.ts";
import { countWords } from "./words.ts";

/** Answers a key anywhere on the page. The key is used up where it meant something to us. */
export function pressKey(bench: Bench, event: KeyboardEvent): void {
  const cargo = cargoOf(bench.drag.state());
  const used = cargo === undefined ? pressIdle(bench, event) : pressWhileCarrying(bench, cargo, event);
  if (used) event.preventDefault();
}

function pressIdle(bench: Bench, event: KeyboardEvent): boolean {
  if (isTyping(event)) return false;
  const history = historyCommandOf(event);
  if (history !== undefined) {
    bench.host.post({ type: history });
    return true;
  }
  if (pressClipboard(bench, event)) return true;
  if (event.key === "Escape" && letGo(bench)) return true;
  const device = deviceOf(event.target);
  if (device !== undefined && isChip(event.target)) return pressOnChip(bench, device, event);
  return isPaste(event.target) && isWalkKey(event.key) && walkPlaces(event.target, event.key);
}

/** The keys of the clipboard mean devices; where text is chosen they are the text's own. */
function pressClipboard(bench: Bench, event: KeyboardEvent): boolean {
  const command = clipboardCommandOf(event);
  if (command === undefined || (command === "copy" && String(getSelection()) !== "")) return false;
  const device = isChip(event.target) ? deviceOf(event.target) : undefined;
  if (command === "paste") pasteAt(bench, event.target);
  else if (device === undefined) return false;
  else if (command === "cut") cut(bench, device);
  else copyAddress(bench, device);
  return true;
}

function pressOnChip(bench: Bench, device: string, event: KeyboardEvent): boolean {
  switch (chipCommandOf(event)) {
    case "pickUp":
      if (!event.repeat) bench.drag.send({ type: "pickUp", device, by: "keyboard" });
      return true;
    case "menu":
      openMenu(bench, device);
      return true;
    case "unpin":
      unpin(bench, device);
      return true;
    case "walk":
      if (isWalkKey(event.key)) walk(bench, device, event.key);
      return true;
    case "extend":
      if (isWalkKey(event.key)) extend(bench, device, event.key);
      return true;
    case "toggle":
      select(bench, device, "toggle");
      return true;
    case "selectAll":
      bench.store.dispatch({ type: "selectAll" });
      tellSelection(bench);
      return true;
    case "clearSelection":
      return clearSelection(bench);
    case undefined:
      return false;
  }
}

/** Opens the menu of a device beside it. */
export function openMenu({ store }: Bench, device: string): void {
  const box = deviceElement(device)?.getBoundingClientRect();
  if (box === undefined) return;
  store.dispatch({ type: "openMenu", menu: { device, page: "actions", x: box.right, y: box.bottom } });
}

/** Adds a device to the selection, takes it out, or selects everything up to it; says how many there are. */
export function select(bench: Bench, device: string, how: "toggle" | "range"): void {
  bench.store.dispatch({ type: "select", device, how });
  tellSelection(bench);
}

/** Lets the selection go; tells whether there was one. */
export function clearSelection(bench: Bench): boolean {
  if (bench.store.get().selected.size === 0) return false;
  bench.store.dispatch({ type: "clearSelection" });
  tellSelection(bench);
  return true;
}

function tellSelection({ store, announce }: Bench): void {
  const { size } = store.get().selected;
  announce(size === 0 ? "Nothing selected." : `${countWords(size, "device")} selected.`, "assertive");
}

/** Shift with an arrow selects from where the first such step began. */
function extend(bench: Bench, device: string, key: WalkKey): void {
  if (bench.store.get().selected.size === 0) bench.store.dispatch({ type: "select", device, how: "range" });
  walk(bench, device, key);
  const reached = bench.store.get().roving;
  if (reached !== undefined) select(bench, reached, "range");
}

function unpin(bench: Bench, key: string): void {
  const { index } = bench.store.get();
  const selection = selectionAround(bench.store.get(), key);
  if (selection.length > 1) {
    unpinAll(bench, selection);
    return;
  }
  const device = index?.devices.get(key);
  if (index === undefined || device === undefined) return;
  const barred =
    index.board.readOnly ??
    (device.placement === "given" && !device.implied ? undefined : `${device.label} is not pinned.`);
  if (barred === undefined) askUnpin(bench, [key]);
  else bench.announce(barred, "assertive");
}

function unpinAll(bench: Bench, keys: readonly string[]): void {
  const { index } = bench.store.get();
  if (index === undefined) return;
  const { pinned } = pinStates(index, keys);
  const barred = index.board.readOnly ?? (pinned.length === 0 ? "None of them is pinned." : undefined);
  if (barred === undefined) askUnpin(bench, pinned);
  else bench.announce(barred, "assertive");
}

/** Left and right follow the drawing order; up and down look for the nearest device on the screen. */
function walk({ store }: Bench, device: string, key: WalkKey): void {
  const view = store.get();
  if (view.index === undefined) return;
  if (view.cut !== undefined) {
    walkPlaces(deviceElement(device)?.querySelector(".chip") ?? null, key);
    return;
  }
  const order = drawnDevices(view.index, view);
  const vertical = key === "ArrowUp" || key === "ArrowDown";
  const next = vertical ? spotNextTo(order, device, key === "ArrowDown") : neighbour(order, device, key);
  if (next !== undefined) focusDevice(next);
}

/**
 * While something is cut, the keys walk the slots that take it as well: left and right in the order they are drawn, up
 * and down by rows, as a carried device does.
 */
function walkPlaces(from: EventTarget | null, key: WalkKey): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(".bench .chip, .bench .paste")].filter(
    (stop) => stop.offsetParent !== null,
  );
  const at = from instanceof HTMLElement ? stops.indexOf(from) : -1;
  const vertical = at >= 0 && (key === "ArrowUp" || key === "ArrowDown");
  const next = vertical ? stopInRow(stops, at, key === "ArrowDown") : neighbour(stops, stops[at], key);
  next?.focus();
  return true;
}

function stopInRow(stops: readonly HTMLElement[], at: number, down: boolean): HTMLElement | undefined {
  const spots = stops.slice(Math.max(0, at - reach), at + reach).map((item) => ({ item, ...boxOf(item) }));
  const from = spots.find((spot) => spot.item === stops[at]);
  return from === undefined ? undefined : spotInRow(spots, from, down);
}

/** How far up or down the order a neighbour on the screen is looked for; measuring all would lay all of them out. */
const reach = 60;

function spotNextTo(order: readonly string[], device: string, down: boolean): string | undefined {
  const at = order.indexOf(device);
  const spots = order
    .slice(Math.max(0, at - reach), at + reach)
    .map(spotOf)
    .filter((spot) => spot !== undefined);
  const from = spots.find((spot) => spot.item === device);
  return from === undefined ? undefined : spotBeyond(spots, from, down);
}

function spotOf(item: string): Spot<string> | undefined {
  const chip = deviceElement(item)?.querySelector(".chip");
  return chip === null || chip === undefined ? undefined : { item, ...boxOf(chip) };
}

function boxOf(element: Element): Box {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLInputElement && target.type !== "checkbox";
}

function isPaste(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains("paste");
}

function isChip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".chip") !== null;
}
