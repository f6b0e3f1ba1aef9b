import type { Board, BusFamily, BusKey, DeviceKey, SlotKey } from "../src/protocol/board.ts";
import type { ToWebview } from "../src/protocol/messages.ts";
import { type BoardIndex, busesAround, findPlace, indexBoard } from "./boardIndex.ts";
import { type Cut, cutAgain } from "./cut.ts";
import { type Filter, noFilter, type Visible, visibleUnder } from "./filter.ts";
import { type Forecast, forecastFrom } from "./forecast.ts";
import { drawnDevices } from "./keyboard.ts";
import type { DropOffer } from "./places.ts";
import { reuse } from "./reuse.ts";
import { isZoom, scaleZoom, stepZoom } from "./zoom.ts";

/** Everything the slot editor draws from, save the drag in progress, which has its own machine. */
export interface View {
  /** Which domain of the document is drawn, counted from 0; nothing where it holds one only. */
  readonly domain: number | undefined;
  readonly index: BoardIndex | undefined;
  /** Why there is nothing to draw. */
  readonly emptyReason: string | undefined;
  readonly filter: Filter;
  /** What the filter leaves, or nothing where it leaves everything. */
  readonly visible: Visible | undefined;
  readonly collapsed: ReadonlySet<BusKey>;
  /** Runs of free slots that are open, by the key of their first slot. */
  readonly openRuns: ReadonlySet<SlotKey>;
  /** Whether the sockets of folded runs are in the page: they come after the first drawing, which nobody sees them in. */
  readonly furnished: boolean;
  /** The size the board is drawn in, as a factor of the usual one. */
  readonly zoom: number;
  /** The device the text cursor stands in. */
  readonly highlighted: DeviceKey | undefined;
  /** The device that holds the one tab stop of the bench. */
  readonly roving: DeviceKey | undefined;
  /** The devices that are chosen together; a device alone is chosen by its focus. */
  readonly selected: ReadonlySet<DeviceKey>;
  /** Where a selection by Shift begins. */
  readonly anchor: DeviceKey | undefined;
  /** Devices that wait to be put elsewhere. */
  readonly cut: Cut | undefined;
  /** What the edit at hand would bring about, once the extension has told. */
  readonly preview: Preview | undefined;
  /** Edits that were asked for and are not on the board yet. */
  readonly pending: Pending | undefined;
  readonly notice: Notice | undefined;
  readonly menu: Menu | undefined;
  /** The device to bring into view and focus after the next drawing; the number tells two visits apart. */
  readonly visit: { readonly id: number; readonly device: DeviceKey } | undefined;
}

export interface Preview {
  readonly id: number;
  /** Devices whose own part of the edit is plain to see. */
  readonly known: readonly DeviceKey[];
  /** Absent until the answer is there. */
  readonly forecast?: Forecast;
}

export interface Pending {
  readonly devices: ReadonlySet<DeviceKey>;
  /** The slot a moved device is on its way to. */
  readonly slot: SlotKey | undefined;
}

/** A message to the person; the number tells two equal messages apart. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** The menu of a device, at a point of the window in CSS pixels. */
export interface Menu {
  readonly device: DeviceKey;
  readonly page: "actions" | "move" | "offers";
  readonly x: number;
  readonly y: number;
  /** The slot that was dropped on and what the drop can mean, on the page of offers. */
  readonly slot?: SlotKey;
  readonly offers?: readonly DropOffer[];
}

export type Action =
  | Exclude<ToWebview, { readonly type: "paint" }>
  | { readonly type: "filter"; readonly filter: Partial<Filter> }
  | { readonly type: "toggleBus"; readonly bus: BusKey }
  | { readonly type: "openBuses"; readonly slot: SlotKey }
  | { readonly type: "toggleRun"; readonly run: SlotKey }
  | { readonly type: "furnish" }
  | { readonly type: "scaleZoom"; readonly factor: number }
  | { readonly type: "collapseAll"; readonly collapsed: boolean }
  | { readonly type: "rove"; readonly device: DeviceKey }
  | { readonly type: "visit"; readonly device: DeviceKey }
  | { readonly type: "select"; readonly device: DeviceKey; readonly how: "toggle" | "range" }
  | { readonly type: "selectAll" }
  | { readonly type: "clearSelection" }
  | { readonly type: "cut"; readonly cut: Cut }
  | { readonly type: "letGo" }
  | { readonly type: "awaitPreview"; readonly id: number | undefined; readonly known?: readonly DeviceKey[] }
  | { readonly type: "asked"; readonly devices: readonly DeviceKey[]; readonly slot?: SlotKey }
  | { readonly type: "giveUpWaiting" }
  | { readonly type: "openMenu"; readonly menu: Menu }
  | { readonly type: "closeMenu" }
  | { readonly type: "notice"; readonly text: string }
  | { readonly type: "dismissNotice" };

/** The part of the view that outlives a hidden or reloaded webview. */
export interface SavedView {
  readonly filter: Filter;
  readonly collapsed: readonly BusKey[];
  readonly openRuns: readonly SlotKey[];
  /** Absent in what earlier versions kept. */
  readonly zoom?: number;
  /** Which domain of the document was drawn; absent where it holds one only. */
  readonly domain?: number | undefined;
}

export const emptyView: View = {
  domain: undefined,
  index: undefined,
  emptyReason: undefined,
  filter: noFilter,
  visible: undefined,
  collapsed: new Set(),
  openRuns: new Set(),
  furnished: false,
  zoom: 1,
  highlighted: undefined,
  roving: undefined,
  selected: new Set(),
  anchor: undefined,
  cut: undefined,
  preview: undefined,
  pending: undefined,
  notice: undefined,
  menu: undefined,
  visit: undefined,
};

/** The next view. Pure; unknown keys in an action change nothing. */
export function reduceView(view: View, action: Action): View {
  switch (action.type) {
    case "board":
      return withBoard(view, action.board);
    case "empty":
      return { ...view, index: undefined, emptyReason: action.reason, pending: undefined, menu: undefined };
    case "highlight":
      return withHighlight(view, action.device);
    case "told":
      return view;
    case "refused":
      return withNotice({ ...view, pending: undefined }, action.reason);
    case "filter":
      return settleRoving(withFilter(view, { ...view.filter, ...action.filter }));
    case "toggleBus":
      return settleRoving({ ...view, collapsed: toggled(view.collapsed, action.bus) });
    case "openBuses":
      return withOpenBuses(view, view.index && findPlace(view.index, action.slot)?.bus.key);
    case "toggleRun":
      return { ...view, openRuns: toggled(view.openRuns, action.run) };
    case "furnish":
      return view.furnished ? view : { ...view, furnished: true };
    case "collapseAll":
      return settleRoving({ ...view, collapsed: new Set(action.collapsed ? view.index?.buses.keys() : []) });
    case "zoom":
      return withZoom(view, stepZoom(view.zoom, action.to));
    case "scaleZoom":
      return withZoom(view, scaleZoom(view.zoom, action.factor));
    case "rove":
      return view.roving === action.device ? view : { ...view, roving: action.device };
    case "visit":
      return withVisit(view, action.device);
    case "select":
      return withSelected(view, action.device, action.how);
    case "selectAll":
      return { ...view, selected: new Set(view.index === undefined ? [] : drawnDevices(view.index, view)) };
    case "clearSelection":
      return view.selected.size === 0 ? view : { ...view, selected: new Set(), anchor: undefined };
    case "cut":
      return { ...view, cut: action.cut };
    case "letGo":
      return view.cut === undefined ? view : { ...view, cut: undefined };
    case "awaitPreview":
      return withPreview(view, action.id, action.known);
    case "preview":
      return view.preview?.id === action.id
        ? { ...view, preview: { ...view.preview, forecast: forecastFrom(action, view.preview.known) } }
        : view;
    case "asked":
      return { ...view, menu: undefined, pending: { devices: new Set(action.devices), slot: action.slot } };
    case "giveUpWaiting":
      return { ...view, pending: undefined };
    case "openMenu":
      return { ...view, menu: action.menu, roving: action.menu.device };
    case "closeMenu":
      return view.menu === undefined ? view : { ...view, menu: undefined };
    case "notice":
      return withNotice(view, action.text);
    case "dismissNotice":
      return { ...view, notice: undefined };
  }
}

/** What to keep for the next time the webview is made. */
export function savedViewOf(view: View): SavedView {
  const { filter, collapsed, openRuns, zoom, domain } = view;
  return { filter, collapsed: [...collapsed], openRuns: [...openRuns], zoom, domain };
}

/** The first view, with what was kept where it is well-formed. */
export function restoreView(saved: unknown): View {
  if (!isSavedView(saved)) return emptyView;
  return {
    ...emptyView,
    filter: { ...noFilter, ...saved.filter },
    collapsed: new Set(saved.collapsed),
    openRuns: new Set(saved.openRuns),
    zoom: isZoom(saved.zoom) ? saved.zoom : 1,
    domain: typeof saved.domain === "number" ? saved.domain : undefined,
  };
}

function withZoom(view: View, zoom: number): View {
  return view.zoom === zoom ? view : { ...view, zoom };
}

/** A board settles every wait; unchanged parts keep their identity. A menu stays only while its device does. */
function withBoard(before: View, board: Board): View {
  const view = before.domain === board.domain ? before : elsewhere(before, board.domain);
  const index = indexBoard(reuse(view.index?.board, board));
  const next = withFilter({ ...view, index, emptyReason: undefined, pending: undefined }, view.filter);
  const menu = view.menu !== undefined && index.devices.has(view.menu.device) ? view.menu : undefined;
  const roving = survivingDevice(view, next);
  const selected = survivors(next.selected, index);
  const cut = cutAgain(index, next.cut);
  return settleRoving({ ...next, menu, roving, selected, cut, preview: undefined });
}

/** Another domain of the document has devices of the same names: nothing that was meant here is meant there. */
function elsewhere(view: View, domain: number | undefined): View {
  const nobody = { selected: emptyView.selected, anchor: undefined, cut: undefined, menu: undefined };
  return { ...view, ...nobody, domain, index: undefined, highlighted: undefined, roving: undefined };
}

function survivors(selected: ReadonlySet<DeviceKey>, index: BoardIndex): ReadonlySet<DeviceKey> {
  const left = [...selected].filter((key) => index.devices.has(key));
  return left.length === selected.size ? selected : new Set(left);
}

/** The devices a gesture on one of them means: the whole selection it is part of, in drawing order, or it alone. */
export function selectionAround(view: View, device: DeviceKey): readonly DeviceKey[] {
  if (view.index === undefined || view.selected.size < 2 || !view.selected.has(device)) return [device];
  return drawnDevices(view.index, view).filter((key) => view.selected.has(key));
}

/** A range begins where the last single choice was made, or at the focused device where nothing is selected yet. */
function withSelected(view: View, device: DeviceKey, how: "toggle" | "range"): View {
  if (view.index === undefined) return view;
  if (how === "toggle") return { ...view, selected: toggled(view.selected, device), anchor: device };
  const anchor = (view.selected.size > 0 ? view.anchor : view.roving) ?? device;
  const order = drawnDevices(view.index, view);
  const [from = 0, to = 0] = [order.indexOf(anchor), order.indexOf(device)].toSorted((a, b) => a - b);
  return { ...view, anchor, selected: new Set(from < 0 ? [device] : order.slice(from, to + 1)) };
}

function withPreview(view: View, id: number | undefined, known: readonly DeviceKey[] = []): View {
  if (view.preview?.id === id) return view;
  return { ...view, preview: id === undefined ? undefined : { id, known } };
}

/** The focused device, or the one that took its place in the order where it is gone. */
function survivingDevice(before: View, after: View): DeviceKey | undefined {
  const { roving, index } = before;
  if (roving === undefined || index === undefined || after.index?.devices.has(roving)) return roving;
  const order = after.index === undefined ? [] : drawnDevices(after.index, after);
  const at = drawnDevices(index, before).indexOf(roving);
  return order[Math.min(Math.max(at, 0), order.length - 1)];
}

function withFilter(view: View, filter: Filter): View {
  const family: BusFamily | "all" = filter.family;
  const known = family === "all" || view.index === undefined || hasFamily(view.index, family);
  const kept = known ? filter : { ...filter, family: "all" as const };
  return {
    ...view,
    filter: kept,
    visible: view.index === undefined ? undefined : visibleUnder(view.index, kept),
  };
}

function hasFamily(index: BoardIndex, family: BusFamily): boolean {
  return index.sections.some((section) => section.family === family);
}

function withNotice(view: View, text: string): View {
  return { ...view, notice: { id: (view.notice?.id ?? 0) + 1, text } };
}

/** The device at the text cursor is brought to light: the buses around it open. */
function withHighlight(view: View, device: DeviceKey | undefined): View {
  const slot = device === undefined ? undefined : view.index?.devices.get(device)?.slot;
  const bus = slot === undefined ? undefined : view.index?.slots.get(slot)?.bus.key;
  return { ...withOpenBuses(view, bus), highlighted: device };
}

function withVisit(view: View, device: DeviceKey): View {
  const slot = view.index?.devices.get(device)?.slot;
  const bus = slot === undefined ? undefined : view.index?.slots.get(slot)?.bus.key;
  const opened = withOpenBuses(withFilter(view, noFilter), bus);
  return { ...opened, roving: device, visit: { id: (view.visit?.id ?? 0) + 1, device } };
}

function withOpenBuses(view: View, start: BusKey | undefined): View {
  const closed =
    view.index === undefined
      ? []
      : busesAround(view.index, start).filter((bus) => view.collapsed.has(bus.key));
  if (closed.length === 0) return view;
  const collapsed = new Set(view.collapsed);
  for (const bus of closed) collapsed.delete(bus.key);
  return { ...view, collapsed };
}

/** The tab stop is always on a drawn device, so that Tab can enter the bench. */
function settleRoving(view: View): View {
  if (view.index === undefined) return view;
  const order = drawnDevices(view.index, view);
  if (view.roving !== undefined && order.includes(view.roving)) return view;
  return { ...view, roving: order[0] };
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

function isSavedView(value: unknown): value is SavedView {
  if (typeof value !== "object" || value === null) return false;
  const { filter, collapsed, openRuns } = value as Partial<Record<keyof SavedView, unknown>>;
  return isFilter(filter) && isStrings(collapsed) && isStrings(openRuns);
}

function isFilter(value: unknown): value is Filter {
  if (typeof value !== "object" || value === null) return false;
  const { query, family, onlyProblems, onlyUnpinned } = value as Partial<Record<keyof Filter, unknown>>;
  return (
    typeof query === "string" &&
    typeof family === "string" &&
    typeof onlyProblems === "boolean" &&
    typeof onlyUnpinned === "boolean"
  );
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
