import type { Controller } from "../domain/device.ts";
import type { Draft } from "./draft.ts";

const usb2Models: ReadonlySet<string | undefined> = new Set([
  "ich9-ehci1",
  "ich9-uhci1",
  "ich9-uhci2",
  "ich9-uhci3",
]);

/** Whether a controller is one of the four that make up a USB 2 group (ICH9). */
export function isUsb2(controller: Controller): boolean {
  return controller.type === "usb" && usb2Models.has(controller.model);
}

/**
 * Gives every controller without an index one: the lowest that no controller of its type has; parts of a USB 2 group
 * take the index of the part before them (virDomainDefPostParse → virDomainAssignControllerIndexes, libvirt 11.3).
 */
export function assignIndexes(draft: Draft): void {
  const controllers = draft.controllers.all();
  const used = new UsedIndexes(controllers);
  let mustResort = false;
  for (const [position, controller] of controllers.entries()) {
    if (controller.index !== undefined) continue;
    const isPart = position > 0 && isUsb2(controller);
    mustResort ||= isPart;
    const shared = isPart ? groupIndex(controllers, position) : undefined;
    draft.controllers.setIndex(controller, shared ?? used.lowestFree(controller.type));
    used.add(controller);
  }
  if (mustResort) draft.controllers.resort();
}

/** The index of the USB 2 part right before, unless the group already has this model. */
function groupIndex(controllers: readonly Controller[], position: number): number | undefined {
  const previous = controllers.slice(0, position).findLast((other) => other.type === "usb");
  if (previous === undefined || !isUsb2(previous)) return undefined;
  const model = controllers[position]?.model;
  const isTaken = controllers.some(
    (other) => other.type === "usb" && other.index === previous.index && other.model === model,
  );
  return isTaken ? undefined : previous.index;
}

/** Indexes in use per controller type, with a cursor below which everything is taken. */
class UsedIndexes {
  readonly #used = new Map<string, Set<number>>();
  readonly #lowest = new Map<string, number>();

  constructor(controllers: readonly Controller[]) {
    for (const controller of controllers) this.add(controller);
  }

  add(controller: Controller): void {
    if (controller.index === undefined) return;
    const used = this.#used.get(controller.type) ?? new Set();
    this.#used.set(controller.type, used.add(controller.index));
  }

  lowestFree(type: string): number {
    const used = this.#used.get(type);
    let index = this.#lowest.get(type) ?? 0;
    while (used?.has(index)) index++;
    this.#lowest.set(type, index);
    return index;
  }
}
