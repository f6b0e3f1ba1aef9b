import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { BoardDevice, SlotKey } from "../src/protocol/board.ts";
import { type BoardIndex, findPlace, slotName } from "./boardIndex.ts";
import { cargoOf } from "./drag.ts";
import { Foretold } from "./Foretold.tsx";
import { isWalkKey, neighbour } from "./keyboard.ts";
import { type DropOffer, type Load, offeringSlots, offersAt, slotsFor } from "./places.ts";
import { useBench, useView } from "./store.ts";

interface Target {
  /** Tells it from the others in the list. */
  readonly id: string;
  readonly slot: SlotKey;
  /** The number of the offer it takes, on a taken slot. */
  readonly offer?: number;
  /** Where that offer puts whom. */
  readonly places?: DropOffer["places"];
  readonly name: string;
  readonly detail: string;
}

/** A list of every slot that takes the device: the way to move it without dragging. */
export function MovePage({ device }: { readonly device: BoardDevice }) {
  const { drag, foretell } = useBench();
  const index = useView((view) => view.index);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState<string | undefined>();
  const [load] = useState((): Load => cargoOf(drag.state()) ?? { devices: [device.key], formation: "run" });
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const targets = useMemo(() => (index === undefined ? [] : targetsOf(index, load)), [index, load]);
  const found = targets.filter((target) => matches(target, query));
  useEffect(() => field.current?.focus(), []);
  const point = (target: Target | undefined) => {
    setActive(target?.id);
    drag.send({ type: "over", slot: target?.slot });
    // The offers of one slot are told apart here, where the drag only knows the slot.
    if (target?.places !== undefined) foretell({ type: "arrange", places: target.places });
  };
  const choose = (target: Target | undefined) => {
    drag.send({ type: "over", slot: target?.slot });
    if (target === undefined) return;
    drag.send(target.offer === undefined ? { type: "drop" } : { type: "take", offer: target.offer });
  };
  const current = found.find((target) => target.id === active);
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") choose(current ?? (found.length === 1 ? found[0] : undefined));
    else if (!isWalkKey(event.key) || /Left|Right|Home|End/.test(event.key)) return;
    else point(neighbour(found, current, event.key));
    event.preventDefault();
  };
  return (
    <div className="move-page">
      <label className="move-title" htmlFor={`${id}-field`}>
        Move {nameOfLoad(load, device)} to
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        className="move-field"
        role="combobox"
        autoComplete="off"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : optionId(id, active)}
        placeholder="Bus or slot"
        value={query}
        onKeyDown={press}
        onChange={(event) => {
          setQuery(event.target.value);
          point(undefined);
        }}
      />
      <div id={`${id}-list`} className="move-list" role="listbox" aria-label="Slots that take it">
        {found.map((target) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and leads the list by key.
          <div
            key={target.id}
            id={optionId(id, target.id)}
            ref={target.id === active ? scrollHere : undefined}
            className="move-option"
            role="option"
            tabIndex={-1}
            aria-selected={target.id === active}
            onPointerEnter={() => point(target)}
            onClick={() => choose(target)}
          >
            <span className="move-name">{target.name}</span>
            <span className="detail">{target.detail}</span>
          </div>
        ))}
      </div>
      <Foretold />
      <p className="move-hint">
        {found.length === 0 ? "No free slot takes it." : "Or click a lit slot on the board. Escape cancels."}
      </p>
    </div>
  );
}

/** Free slots first, then what can be done with taken ones. */
function targetsOf(index: BoardIndex, load: Load): Target[] {
  const home = index.devices.get(load.devices[0] ?? "")?.slot;
  const free = slotsFor(index, load).flatMap((slot): Target[] => {
    const place = findPlace(index, slot);
    if (place === undefined) return [];
    const other = place.slot.occupants.find((occupant) => !load.devices.includes(occupant.device));
    const label = other === undefined ? undefined : (index.devices.get(other.device)?.label ?? "another");
    const detail =
      label !== undefined
        ? "function" in place
          ? `beside ${label}`
          : `${label} makes way`
        : slot === home
          ? "where libvirt would put it"
          : place.bus.detail;
    return [{ id: slot, slot, name: slotName(place), detail }];
  });
  const taken = offeringSlots(index, load).flatMap((slot) =>
    offersAt(index, load, slot).map((offer, at): Target => {
      const place = index.slots.get(slot);
      const name = place === undefined ? slot : slotName(place);
      return {
        id: `${slot}-${offer.kind}`,
        slot,
        offer: at,
        places: offer.places,
        name,
        detail: offer.label,
      };
    }),
  );
  return [...free, ...taken];
}

function nameOfLoad(load: Load, device: BoardDevice): string {
  if (load.devices.length === 1) return device.label;
  return load.formation === "functions"
    ? `${load.devices.length} devices together`
    : `${load.devices.length} devices`;
}

function matches(target: Target, query: string): boolean {
  const text = `${target.name} ${target.detail}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function optionId(id: string, target: string): string {
  return `${id}-${target}`;
}

function scrollHere(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
