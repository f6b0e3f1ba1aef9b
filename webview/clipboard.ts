import type { DeviceKey, SlotKey } from "../src/protocol/board.ts";
import { cutOf, firstOnBus, slotAtDevice } from "./cut.ts";
import { nameOf } from "./dragControl.ts";
import { deviceOf } from "./focus.ts";
import type { KeyPress } from "./keyboard.ts";
import type { Load } from "./places.ts";
import { selectionAround } from "./state.ts";
import type { Bench } from "./store.ts";
import { countWords } from "./words.ts";

/** What the keys of the clipboard ask for: Ctrl or Cmd with X, C or V. */
export function clipboardCommandOf(press: KeyPress): "cut" | "copy" | "paste" | undefined {
  if (press.altKey || press.shiftKey || press.ctrlKey === press.metaKey) return undefined;
  const commands: Readonly<Record<string, "cut" | "copy" | "paste">> = { x: "cut", c: "copy", v: "paste" };
  return commands[press.key.toLowerCase()];
}

/** Marks a device, or the selection it is part of, to be put elsewhere. Says so, or why not. */
export function cut(bench: Bench, device: DeviceKey): void {
  const { store, announce } = bench;
  const view = store.get();
  if (view.index === undefined) return;
  const made = cutOf(view.index, selectionAround(view, device));
  if ("refused" in made) {
    store.dispatch({ type: "notice", text: made.refused });
    announce(made.refused, "assertive");
    return;
  }
  store.dispatch({ type: "cut", cut: made });
  const { allowed, offering, load } = made;
  const free =
    allowed.size === 0
      ? "No free slot takes"
      : `${countWords(allowed.size, "free slot")} ${allowed.size === 1 ? "takes" : "take"}`;
  const taken =
    offering.size === 0 ? "" : ` ${countWords(offering.size, "taken slot")} can be shared or swapped.`;
  const it = load.devices.length === 1 ? "it" : "them";
  announce(
    `Cut ${cutName(bench, load)}. ${free} ${it}.${taken} Arrow keys walk the devices and those slots, Control V puts ${it} there, Escape lets go.`,
    "assertive",
  );
}

/** Lets go of what was cut; tells whether anything was. */
export function letGo(bench: Bench): boolean {
  const { cut: made } = bench.store.get();
  if (made === undefined) return false;
  bench.store.dispatch({ type: "letGo" });
  bench.announce(`${cutName(bench, made.load)} no longer cut.`, "assertive");
  return true;
}

/** Asks for the address elements of a device, or of the selection it is part of, on the clipboard. */
export function copyAddress({ store, host, announce }: Bench, device: DeviceKey): void {
  const view = store.get();
  const devices = selectionAround(view, device).filter(
    (key) => view.index?.devices.get(key)?.address !== undefined,
  );
  if (devices.length > 0) host.post({ type: "copyAddress", devices });
  else announce("It has no address to copy.", "assertive");
}

/** Puts what was cut where an element is: into a slot, behind a port, on a bus; asks where, elsewhere. */
export function pasteAt(bench: Bench, target: EventTarget | null): void {
  const { index, cut: made } = bench.store.get();
  if (made === undefined || index === undefined) {
    bench.announce("Nothing is cut. Control X cuts a device.", "assertive");
    return;
  }
  const slot = slotAt(bench, target);
  if (slot === undefined) openPlaces(bench, made.load);
  else pasteInto(bench, slot);
}

function slotAt({ store }: Bench, target: EventTarget | null): SlotKey | undefined {
  const { index, cut: made } = store.get();
  if (!(target instanceof Element) || index === undefined || made === undefined) return undefined;
  const device = deviceOf(target);
  if (device !== undefined)
    return made.load.devices.includes(device) ? undefined : slotAtDevice(index, made, device);
  const run = target.closest(".run")?.querySelectorAll<HTMLElement>("[data-slot]") ?? [];
  const inRun = [...run].find(({ dataset }) => made.allowed.has(dataset.slot ?? ""))?.dataset.slot;
  if (inRun !== undefined) return inRun;
  if (target.closest(".bus-head") !== null)
    return firstOnBus(index, made, target.closest<HTMLElement>("[data-bus]")?.dataset.bus);
  return target.closest<HTMLElement>("[data-slot]")?.dataset.slot;
}

/** Moves what was cut into a slot by the same way as a drop, so that pasting can do and refuses the same. */
export function pasteInto(bench: Bench, slot: SlotKey): void {
  const { store, drag } = bench;
  const { cut: made } = store.get();
  const [device] = made?.load.devices ?? [];
  if (made === undefined || device === undefined) return;
  drag.send({ type: "pickUp", device, by: "menu", load: made.load });
  drag.send({ type: "over", slot });
  const { name } = drag.state();
  if (name === "overRefused") tellRefused(bench, slot);
  drag.send({ type: "drop" });
  if (name === "overAllowed" || name === "overOffer") store.dispatch({ type: "letGo" });
}

function tellRefused({ store, drag }: Bench, slot: SlotKey): void {
  const state = drag.state();
  if (state.name !== "overRefused") return;
  store.dispatch({ type: "notice", text: `${nameOf(store.get(), slot)}: ${state.reason}` });
}

/** The list of slots, where no slot is meant in particular. */
export function openPlaces({ store, drag }: Bench, load: Load): void {
  const [device] = load.devices;
  if (device === undefined) return;
  drag.send({ type: "pickUp", device, by: "menu", load });
  if (drag.state().name === "idle") return;
  store.dispatch({ type: "letGo" });
  store.dispatch({ type: "openMenu", menu: { device, page: "move", x: 0, y: 0 } });
}

/** What was cut, in a word or two: "net0", "3 devices". */
export function cutName({ store }: Bench, { devices }: Load): string {
  const [only = ""] = devices;
  return devices.length === 1
    ? (store.get().index?.devices.get(only)?.label ?? "the device")
    : countWords(devices.length, "device");
}
