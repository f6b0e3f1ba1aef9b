import type {
  Board,
  BoardBus,
  BoardDevice,
  BoardProblem,
  BoardSlot,
  DeviceKey,
  PlacementState,
} from "../../protocol/board.ts";
import { iconOf } from "../../protocol/icons.ts";

/** One line of a board as a tree: a bus nobody holds, a device with what hangs from it, or a reserved slot. */
export interface OutlineNode {
  /** The slot it sits in, with the function where there are several: "01.2". Absent for what sits in none. */
  readonly slot?: string;
  readonly label: string;
  readonly detail: string;
  /** The kind whose icon it has. */
  readonly icon?: string;
  readonly address?: string;
  readonly origin: Origin;
  /** What is wrong with it, in sentences; mere advice is left to the editor. */
  readonly problems: readonly string[];
  /** Free slots behind it: "03–1b". Absent where there are none. */
  readonly free?: string;
  readonly children: readonly OutlineNode[];
}

/** bus: a bus that no device of the file provides. unplaced: a device without a slot. The others tell who chose it. */
export type Origin = "bus" | "given" | "chosen" | "usual" | "added" | "reserved" | "unplaced";

/** A board as trees: every bus under the controller that provides it, and at the end what sits in no slot. */
export function outlineOf(board: Board): OutlineNode[] {
  const outline = new Outline(board);
  return [...outline.roots(), ...outline.unplaced()];
}

class Outline {
  readonly #board: Board;
  readonly #devices: ReadonlyMap<DeviceKey, BoardDevice>;
  readonly #busesBehind = new Map<DeviceKey, BoardBus[]>();
  readonly #seen = new Set<BoardBus>();

  constructor(board: Board) {
    this.#board = board;
    this.#devices = new Map(board.devices.map((device) => [device.key, device]));
    for (const bus of board.buses) {
      if (bus.controller === undefined) continue;
      this.#busesBehind.set(bus.controller, [...(this.#busesBehind.get(bus.controller) ?? []), bus]);
    }
  }

  /** Buses whose controller sits nowhere come first; then those that hang from each other in a circle. */
  roots(): OutlineNode[] {
    const seated = new Set(
      this.#board.buses.flatMap(({ slots }) =>
        slots.flatMap((slot) => slot.occupants.map((it) => it.device)),
      ),
    );
    const isRoot = ({ controller }: BoardBus) => controller === undefined || !seated.has(controller);
    const starts = [...this.#board.buses.filter(isRoot), ...this.#board.buses];
    return starts.flatMap((bus) => (this.#seen.has(bus) ? [] : [this.#bus(bus)]));
  }

  unplaced(): OutlineNode[] {
    return this.#board.tray.flatMap((key) => {
      const device = this.#devices.get(key);
      // A controller without a slot has been drawn as its bus.
      if (device === undefined || this.#busesBehind.has(key)) return [];
      return [{ ...this.#device(device), origin: "unplaced" as const }];
    });
  }

  #bus(bus: BoardBus): OutlineNode {
    const { label, detail } = bus;
    return { label, detail, origin: "bus", problems: [], ...this.#insides([bus]) };
  }

  #insides(buses: readonly BoardBus[]): Pick<OutlineNode, "children"> & { readonly free?: string } {
    const fresh = buses.filter((bus) => !this.#seen.has(bus));
    for (const bus of fresh) this.#seen.add(bus);
    const slots = fresh.flatMap((bus) => bus.slots);
    const free = freeText(slots);
    return { children: slots.flatMap((slot) => this.#slot(slot)), ...(free !== "" && { free }) };
  }

  #slot({ label, occupants, reserved }: BoardSlot): OutlineNode[] {
    if (occupants.length === 0) {
      if (reserved === undefined) return [];
      return [
        { slot: label, label: "reserved", detail: reserved, origin: "reserved", problems: [], children: [] },
      ];
    }
    return occupants.flatMap(({ device: key, function: fn }) => {
      const device = this.#devices.get(key);
      return device ? [{ ...this.#device(device), slot: fn === undefined ? label : `${label}.${fn}` }] : [];
    });
  }

  #device(device: BoardDevice): OutlineNode {
    const { key, label, detail, address, implied, placement, problems } = device;
    return {
      label,
      detail,
      icon: iconOf(device),
      ...(address !== undefined && { address }),
      origin: implied ? "added" : originOf[placement],
      problems: problems.filter(isFault).map(({ message }) => message),
      ...this.#insides(this.#busesBehind.get(key) ?? []),
    };
  }
}

const originOf = {
  given: "given",
  assigned: "chosen",
  usual: "usual",
  none: "unplaced",
} as const satisfies Record<PlacementState, Origin>;

/** Whether a problem is one, and not only advice. */
export function isFault({ severity }: BoardProblem): boolean {
  return severity === "error" || severity === "warning";
}

/** Runs of free slots by their first and last: "00, 03–1b". */
function freeText(slots: readonly BoardSlot[]): string {
  const runs: BoardSlot[][] = [];
  let isRun = false;
  for (const slot of slots) {
    const isFree = slot.occupants.length === 0 && slot.reserved === undefined;
    if (isFree && isRun) runs.at(-1)?.push(slot);
    else if (isFree) runs.push([slot]);
    isRun = isFree;
  }
  return runs
    .map((run) => (run.length < 2 ? `${run[0]?.label}` : `${run[0]?.label}–${run.at(-1)?.label}`))
    .join(", ");
}
