import { type CSSProperties, memo, useId, useMemo } from "react";
import type { BoardBus } from "../src/protocol/board.ts";
import { Glyph } from "./icons.tsx";
import { Run } from "./Run.tsx";
import { groupSlots } from "./runs.ts";
import { Slot } from "./Slot.tsx";
import { useBench, useView } from "./store.ts";
import { fillWords } from "./words.ts";

interface BusProps {
  readonly bus: BoardBus;
  /** Whether the bus is drawn inside the slot of its controller. */
  readonly nested?: boolean;
}

/** A bus with its slots. Behind a port with a single slot only the slot is drawn: port and slot make one card. */
export const Bus = memo(function Bus({ bus, nested = false }: BusProps) {
  const hidden = useView((view) => view.visible?.buses.has(bus.key) === false);
  return nested && bus.slots.length === 1 ? (
    <div className="port" data-bus={bus.key} data-filtered={hidden || undefined}>
      <ul className="port-slot" aria-label={`${bus.label}, ${bus.detail}`}>
        {bus.slots.map((slot) => (
          <Slot key={slot.key} slot={slot} name={bus.label} drawBus={drawNested} />
        ))}
      </ul>
    </div>
  ) : (
    <BusCard bus={bus} nested={nested} hidden={hidden} />
  );
});

function drawNested(bus: BoardBus) {
  return <Bus key={bus.key} bus={bus} nested />;
}

interface BusCardProps {
  readonly bus: BoardBus;
  readonly nested: boolean;
  readonly hidden: boolean;
}

function BusCard({ bus, nested, hidden }: BusCardProps) {
  const collapsed = useView((view) => view.collapsed.has(bus.key));
  const body = useId();
  const groups = useMemo(() => groupSlots(bus.slots), [bus.slots]);
  return (
    <section
      className={nested ? "bus bus-nested" : "bus"}
      aria-label={`${bus.label}, ${bus.detail}`}
      data-bus={bus.key}
      data-closed-bus={collapsed ? bus.key : undefined}
      data-filtered={hidden || undefined}
    >
      <BusHead bus={bus} nested={nested} collapsed={collapsed} body={body} />
      <ul
        id={body}
        className="slots"
        style={gutterOf(bus)}
        hidden={collapsed}
        aria-label={`Slots of ${bus.label}`}
      >
        {groups.map((group) =>
          group.type === "slot" ? (
            <Slot key={group.slot.key} slot={group.slot} name={group.slot.label} drawBus={drawNested} />
          ) : (
            <Run key={group.slots[0]?.key} slots={group.slots} reserved={group.reserved} />
          ),
        )}
      </ul>
    </section>
  );
}

/** The column of slot numbers is as wide as the longest of them. */
function gutterOf(bus: BoardBus): CSSProperties & Record<"--gutter", string> {
  const longest = bus.slots.reduce((length, slot) => Math.max(length, slot.label.length), 2);
  return { "--gutter": `calc(${longest}ch + 12px)` };
}

interface BusHeadProps {
  readonly bus: BoardBus;
  readonly nested: boolean;
  readonly collapsed: boolean;
  readonly body: string;
}

function BusHead({ bus, nested, collapsed, body }: BusHeadProps) {
  const { store } = useBench();
  return (
    <header className="bus-head">
      <button
        type="button"
        className="bus-toggle"
        aria-expanded={!collapsed}
        aria-controls={body}
        onClick={() => store.dispatch({ type: "toggleBus", bus: bus.key })}
      >
        <Glyph name="open" />
        <span className="bus-label">{bus.label}</span>
        <span className="detail">{bus.detail}</span>
      </button>
      {nested ? null : <ControllerLink bus={bus} />}
      <span className="bus-fill">{fillWords(bus)}</span>
    </header>
  );
}

/** The way from a bus of its own card to the device that provides it. */
function ControllerLink({ bus }: { readonly bus: BoardBus }) {
  const { store } = useBench();
  const label = useView((view) =>
    bus.controller === undefined ? undefined : view.index?.devices.get(bus.controller)?.label,
  );
  const where = useView((view) => placeOf(view.index?.slots.get(bus.parentSlot ?? "")?.bus.label));
  if (bus.controller === undefined || label === undefined || where === undefined) return null;
  const controller = bus.controller;
  return (
    <button
      type="button"
      className="link"
      title={`Go to ${label}`}
      onClick={() => store.dispatch({ type: "visit", device: controller })}
    >
      <Glyph name="up" /> {where}
    </button>
  );
}

function placeOf(label: string | undefined): string | undefined {
  return label === undefined ? undefined : `on ${label}`;
}
