import type { Draft } from "../../defaults/draft.ts";
import { SerialPorts } from "./ports.ts";

/** All virtio-serial controllers of a draft by rising index, growing where every port is taken. */
export class PortTable {
  readonly #draft: Draft;
  readonly #sets: SerialPorts[] = [];
  readonly #byIndex = new Map<number, SerialPorts>();
  /** Controllers before this place are full: ports only fill up. */
  #firstWithRoom = 0;

  constructor(draft: Draft) {
    this.#draft = draft;
    for (const controller of draft.controllers.ofType("virtio-serial")) {
      const index = controller.index;
      if (index === undefined || this.#byIndex.has(index)) continue;
      this.#insert(new SerialPorts(index, controller));
    }
  }

  find(index: number): SerialPorts | undefined {
    return this.#byIndex.get(index);
  }

  /** Whether any controller has a port 0, which is enough for consoles. */
  hasConsolePort(): boolean {
    return this.#sets.some((set) => set.count > 0);
  }

  /** The first controller with a free port; where there is none, a new one with the lowest unused index. */
  withRoom(): SerialPorts {
    for (; this.#firstWithRoom < this.#sets.length; this.#firstWithRoom++) {
      const set = this.#sets[this.#firstWithRoom];
      if (set?.lowestFree() !== undefined) return set;
    }
    return this.addController();
  }

  addController(): SerialPorts {
    let index = 0;
    while (this.#byIndex.has(index)) index++;
    const set = new SerialPorts(index, this.#draft.addController("virtio-serial", index));
    this.#insert(set);
    return set;
  }

  #insert(set: SerialPorts): void {
    const larger = this.#sets.findIndex((other) => other.index > set.index);
    const place = larger === -1 ? this.#sets.length : larger;
    this.#sets.splice(place, 0, set);
    this.#byIndex.set(set.index, set);
    this.#firstWithRoom = Math.min(this.#firstWithRoom, place);
  }
}
