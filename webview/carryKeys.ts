import { columnOf, drawnPlaces, nextPlace, type Stride } from "./carryWalk.ts";
import { type Cargo, slotUnder } from "./drag.ts";
import { isWalkKey, type WalkKey } from "./keyboard.ts";
import { placeBoxes } from "./placeBoxes.ts";
import type { Bench } from "./store.ts";

/** The last step up or down of each load, while nothing else has moved it. */
const strides = new WeakMap<Cargo, Stride>();

/** Answers a key while devices are carried; tells whether the key meant something. */
export function pressWhileCarrying(bench: Bench, cargo: Cargo, event: KeyboardEvent): boolean {
  const { drag } = bench;
  if (event.key === "Escape") {
    drag.send({ type: "cancel" });
    return true;
  }
  if (cargo.by !== "keyboard") return false;
  if (event.key === "Enter" || event.key === " ") {
    if (!event.repeat) drag.send({ type: "drop" });
    return true;
  }
  if (isWalkKey(event.key)) walkTargets(bench, cargo, event.key, event.shiftKey);
  return isWalkKey(event.key) || event.key === "Tab";
}

/** Arrows go from free slot to free slot, with Shift from taken slot to taken slot. */
function walkTargets({ store, drag, announce }: Bench, cargo: Cargo, key: WalkKey, taken: boolean): void {
  const { index } = store.get();
  if (index === undefined) return;
  const under = slotUnder(drag.state());
  const home = index.devices.get(cargo.device)?.slot;
  const targets = new Set(taken ? cargo.offering : cargo.allowed);
  // A place that libvirt chose can be kept; the first arrow proposes it.
  const stays = under === undefined && home !== undefined && targets.has(home) && key.startsWith("Arrow");
  const from = under ?? home;
  const column = columnOf(key, from, strides.get(cargo));
  const walk = { places: drawnPlaces(index), targets, from, column, boxOf: placeBoxes() };
  const slot = stays ? home : nextPlace(walk, key);
  if (column !== undefined && slot !== undefined) strides.set(cargo, { column, to: slot });
  else strides.delete(cargo);
  if (slot === undefined || slot === under) {
    announce(nothingThere(targets.size, taken), "assertive");
    return;
  }
  store.dispatch({ type: "openBuses", slot });
  drag.send({ type: "over", slot });
}

/** A key that leads nowhere is answered too: silence would sound as if it had not been heard. */
function nothingThere(count: number, taken: boolean): string {
  const kind = taken ? "taken slot" : "free slot";
  return count === 0 ? `No ${kind} takes it.` : `No further ${kind} that way.`;
}
