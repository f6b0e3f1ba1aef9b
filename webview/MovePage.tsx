import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { BoardDevice, SlotKey } from "../src/protocol/board.ts";
import { allowedSlots } from "./acceptance.ts";
import { type BoardIndex, slotName } from "./boardIndex.ts";
import { isWalkKey, neighbour } from "./keyboard.ts";
import { useBench, useView } from "./store.ts";

interface Target {
  readonly slot: SlotKey;
  readonly name: string;
  readonly detail: string;
}

/** A list of every slot that takes the device: the way to move it without dragging. */
export function MovePage({ device }: { readonly device: BoardDevice }) {
  const { drag } = useBench();
  const index = useView((view) => view.index);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState<SlotKey | undefined>();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const targets = useMemo(() => (index === undefined ? [] : targetsOf(index, device)), [index, device]);
  const found = targets.filter((target) => matches(target, query));
  useEffect(() => field.current?.focus(), []);
  const point = (slot: SlotKey | undefined) => {
    setActive(slot);
    drag.send({ type: "over", slot });
  };
  const choose = (slot: SlotKey | undefined) => {
    drag.send({ type: "over", slot });
    if (slot !== undefined) drag.send({ type: "drop" });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") choose(active ?? (found.length === 1 ? found[0]?.slot : undefined));
    else if (!isWalkKey(event.key) || /Left|Right|Home|End/.test(event.key)) return;
    else point(neighbour(slotsOf(found), active, event.key));
    event.preventDefault();
  };
  return (
    <div className="move-page">
      <label className="move-title" htmlFor={`${id}-field`}>
        Move {device.label} to
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
            key={target.slot}
            id={optionId(id, target.slot)}
            ref={target.slot === active ? scrollHere : undefined}
            className="move-option"
            role="option"
            tabIndex={-1}
            aria-selected={target.slot === active}
            onPointerEnter={() => point(target.slot)}
            onClick={() => choose(target.slot)}
          >
            <span className="move-name">{target.name}</span>
            <span className="detail">{target.detail}</span>
          </div>
        ))}
      </div>
      <p className="move-hint">
        {found.length === 0 ? "No free slot takes it." : "Or click a lit slot on the board. Escape cancels."}
      </p>
    </div>
  );
}

function targetsOf(index: BoardIndex, device: BoardDevice): Target[] {
  return allowedSlots(index, device.key).flatMap((slot) => {
    const place = index.slots.get(slot);
    if (place === undefined) return [];
    const detail = slot === device.slot ? "where libvirt would put it" : place.bus.detail;
    return [{ slot, name: slotName(place), detail }];
  });
}

function matches(target: Target, query: string): boolean {
  const text = `${target.name} ${target.detail}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function slotsOf(targets: readonly Target[]): SlotKey[] {
  return targets.map((target) => target.slot);
}

function optionId(id: string, slot: SlotKey): string {
  return `${id}-${slot}`;
}

function scrollHere(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
