import type { Controller } from "../domain/device.ts";

/**
 * libvirt's list of controllers: types in the order of their first appearance, sorted by index inside a type, USB 2
 * masters before their companions. A controller without index compares as −1
 * (virDomainControllerInsertPreAlloced, libvirt 11.3).
 */
export class ControllerList {
  readonly #byType = new Map<string, Controller[]>();
  readonly #byIndex = new Map<string, Controller>();

  constructor(controllers: Iterable<Controller> = []) {
    for (const controller of controllers) this.insert(controller);
  }

  /** Every controller in list order. */
  all(): Controller[] {
    return [...this.#byType.values()].flat();
  }

  /** The controllers of one type, by rising index. */
  ofType(type: string): readonly Controller[] {
    return this.#byType.get(type) ?? [];
  }

  /** The first controller of a type with an index. */
  find(type: string, index: number): Controller | undefined {
    return this.#byIndex.get(keyOf(type, index));
  }

  /** Puts a controller in its place. */
  insert(controller: Controller): void {
    const group = this.#byType.get(controller.type);
    if (group) group.splice(placeIn(group, controller), 0, controller);
    else this.#byType.set(controller.type, [controller]);
    this.#remember(controller);
  }

  /** Gives a controller that has no index yet its index, without moving it. */
  setIndex(controller: Controller, index: number): void {
    controller.index = index;
    this.#remember(controller);
  }

  /** Inserts everything anew in the current order; what had no index before may move now. */
  resort(): void {
    const controllers = this.all();
    this.#byType.clear();
    this.#byIndex.clear();
    for (const controller of controllers) this.insert(controller);
  }

  #remember(controller: Controller): void {
    if (controller.index === undefined) return;
    const key = keyOf(controller.type, controller.index);
    const known = this.#byIndex.get(key);
    const group = this.#byType.get(controller.type) ?? [];
    if (!known || group.indexOf(controller) < group.indexOf(known)) this.#byIndex.set(key, controller);
  }
}

function keyOf(type: string, index: number): string {
  return `${type}:${index}`;
}

/** The leftmost controller that must come later, else the end of the group. */
function placeIn(group: readonly Controller[], controller: Controller): number {
  if (controller.index === undefined) return group.length;
  const before = group.findIndex((other) => goesBefore(controller, other));
  return before === -1 ? group.length : before;
}

function goesBefore(controller: Controller, other: Controller): boolean {
  const [index, otherIndex] = [controller.index ?? -1, other.index ?? -1];
  if (otherIndex > index) return true;
  return (
    otherIndex === index && controller.masterStartPort === undefined && other.masterStartPort !== undefined
  );
}
