import { memo, type ReactNode } from "react";
import type { BoardBus, BoardSlot, Occupant, SlotKey } from "../src/protocol/board.ts";
import { DeviceChip } from "./DeviceChip.tsx";
import { Arrivals } from "./Foretold.tsx";
import { FreeFunctions } from "./FreeFunctions.tsx";
import { Glyph } from "./icons.tsx";
import { PastePlace } from "./PastePlace.tsx";
import type { View } from "./state.ts";
import { useView } from "./store.ts";

interface SlotProps {
  readonly slot: BoardSlot;
  /** What stands before the slot: its number, or the bus it is the only slot of. */
  readonly name: string;
  /** Draws a bus that begins in this slot; always the same function. */
  readonly drawBus: DrawBus;
}

export type DrawBus = (bus: BoardBus) => ReactNode;

const none: readonly BoardBus[] = [];

/** One slot: free, reserved with its reason, or with its devices and the buses that begin in them. */
export const Slot = memo(function Slot({ slot, name, drawBus }: SlotProps) {
  const inside = useView((view) => view.index?.inside.get(slot.key) ?? none);
  const marks = useView((view) => marksOf(view, slot.key));
  const is = (name: keyof typeof markBits) => (marks & markBits[name]) !== 0;
  const loose = inside.filter(
    (bus) => !slot.occupants.some((occupant) => occupant.device === bus.controller),
  );
  return (
    <li
      className={classOf(slot, is("wide"))}
      data-slot={slot.key}
      data-filtered={is("hidden") || undefined}
      data-arriving={is("arriving") || undefined}
    >
      <span className="slot-name" aria-hidden="true">
        {name}
      </span>
      <div className="slot-body">
        <SlotState slot={slot} name={name} />
        {slot.occupants.map((occupant) => (
          <Seat
            key={occupant.device}
            occupant={occupant}
            parts={slot.occupants.length > 1}
            inside={inside.filter((bus) => bus.controller === occupant.device)}
            drawBus={drawBus}
          />
        ))}
        {loose.map(drawBus)}
        {is("expecting") ? <Arrivals slot={slot.key} /> : null}
        {is("taking") ? <PastePlace slot={slot.key} /> : null}
        {slot.freeFunctions || slot.functionsRefused ? <FreeFunctions slot={slot} /> : null}
      </div>
    </li>
  );
});

/** What the view says about a slot, a bit each, so that a slot needs one subscription for all of it. */
const markBits = {
  hidden: 1,
  arriving: 2,
  wide: 4,
  /** Devices would come into it. */
  expecting: 8,
  /** It takes what is cut. */
  taking: 16,
} as const;

function marksOf({ visible, pending, index, preview, cut }: View, key: SlotKey): number {
  return (
    (visible?.slots.has(key) === false ? markBits.hidden : 0) |
    (pending?.slot === key ? markBits.arriving : 0) |
    (index?.wide.has(key) ? markBits.wide : 0) |
    (preview?.forecast?.arrivals.has(key) ? markBits.expecting : 0) |
    (cut?.allowed.has(key) ? markBits.taking : 0)
  );
}

function SlotState({ slot, name }: Omit<SlotProps, "drawBus">) {
  if (slot.reserved !== undefined) {
    return (
      <span className="slot-state" title={slot.reserved}>
        <Glyph name="barred" />
        <span className="said">Slot {name}: </span>
        <span className="detail">{slot.reserved}</span>
      </span>
    );
  }
  if (slot.occupants.length > 0) return <span className="said">Slot {name}</span>;
  return (
    <span className="slot-state">
      <span className="said">Slot {name}: </span>
      <span className="free-word">free</span>
      <span className="drop-word" aria-hidden="true">
        <Glyph name="drop" /> drop here
      </span>
    </span>
  );
}

interface SeatProps {
  readonly occupant: Occupant;
  /** Whether the slot has several devices, so that each says its function. */
  readonly parts: boolean;
  readonly inside: readonly BoardBus[];
  readonly drawBus: DrawBus;
}

/** A device and, where it is a bridge or a port, the buses behind it. */
function Seat({ occupant, parts, inside, drawBus }: SeatProps) {
  const seat = useView((view) => seatClass(view, inside));
  const hidden = useView((view) => view.visible?.devices.has(occupant.device) === false);
  const single = inside.length === 1 && inside[0]?.slots.length === 1 ? inside[0] : undefined;
  return (
    <div className={seat} data-filtered={hidden || undefined}>
      <DeviceChip
        device={occupant.device}
        part={parts ? occupant.function : undefined}
        leadsTo={single?.label}
      />
      {inside.map(drawBus)}
    </div>
  );
}

function seatClass({ index }: View, inside: readonly BoardBus[]): string {
  const wide = inside.some(
    (bus) => bus.slots.length > 1 || bus.slots.some((slot) => index?.wide.has(slot.key)),
  );
  return wide ? "seat seat-wide" : "seat";
}

function classOf(slot: BoardSlot, deep: boolean): string {
  if (slot.reserved !== undefined && slot.occupants.length === 0) return "slot slot-reserved";
  if (slot.occupants.length === 0) return "slot slot-free";
  return slot.occupants.length > 1 || deep ? "slot slot-taken slot-wide" : "slot slot-taken";
}
