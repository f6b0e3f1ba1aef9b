import { type Ref, useEffect, useState } from "react";
import { bestOffer, type Cargo, cargoOf, type DragState, idle } from "./drag.ts";
import { loadName, nameOf } from "./dragControl.ts";
import { Foretold, ForetoldNote } from "./Foretold.tsx";
import { Glyph, KindIcon } from "./icons.tsx";
import type { DropOffer } from "./places.ts";
import { useBench, useView } from "./store.ts";

/** What is drawn above the board during a drag: the device under the pointer, and a line that tells what a drop does. */
export function DragLayer({ ghost }: { readonly ghost: Ref<HTMLDivElement> }) {
  const { store, drag } = useBench();
  const [state, setState] = useState<DragState>(idle);
  useEffect(() => drag.subscribe(setState), [drag]);
  const cargo = cargoOf(state);
  const device = cargo === undefined ? undefined : store.get().index?.devices.get(cargo.device);
  return (
    <>
      <div ref={ghost} className="ghost" aria-hidden="true" hidden={cargo?.by !== "pointer"}>
        <div className="ghost-load">
          <div className="ghost-chip">
            {device === undefined ? null : <KindIcon kind={device.kind} />}
            <span>{cargo === undefined ? "" : loadName(store.get(), cargo)}</span>
          </div>
          {state.name === "overRefused" ? <div className="ghost-reason">{state.reason}</div> : null}
          {cargo?.by === "pointer" ? <ForetoldNote offer={bestOffer(state)?.label} /> : null}
        </div>
      </div>
      {cargo === undefined || cargo.by === "menu" ? null : (
        <div className="carry-bar" aria-hidden="true">
          <span className="carry-what">
            Moving <b>{loadName(store.get(), cargo)}</b>
          </span>
          <Target state={state} name={(slot) => nameOf(store.get(), slot)} count={cargo.allowed.length} />
          <Foretold offer={bestOffer(state)?.label} />
          <Keys cargo={cargo} />
        </div>
      )}
    </>
  );
}

/** The keys that lead the cargo on, each group with what it does. */
function Keys({ cargo }: { readonly cargo: Cargo }) {
  const taken = cargo.offering.length > 0 ? [{ keys: ["Shift"], does: "taken slots" }] : [];
  const steps = cargo.by === "keyboard" ? [...walks, ...taken, { keys: ["Enter"], does: "drop" }] : [];
  return (
    <span className="carry-keys">
      {[...steps, { keys: ["Esc"], does: "cancel" }].map(({ keys, does }) => (
        <span key={does} className="carry-key">
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
    </span>
  );
}

const walks = [
  { keys: ["←", "→"], does: "choose" },
  { keys: ["↑", "↓"], does: "by row" },
  { keys: ["PgUp", "PgDn"], does: "by bus" },
];

interface TargetProps {
  readonly state: DragState;
  readonly name: (slot: string) => string;
  readonly count: number;
}

function Target({ state, name, count }: TargetProps) {
  switch (state.name) {
    case "overAllowed":
      return (
        <span className="carry-target">
          <Glyph name="drop" /> {name(state.slot)}
        </span>
      );
    case "overOffer":
      return <OfferTarget name={name(state.slot)} offers={state.offers} />;
    case "overRefused":
      return (
        <span className="carry-target carry-refused">
          <Glyph name="barred" /> {name(state.slot)}: {state.reason}
        </span>
      );
    default:
      return (
        <span className="carry-target">{count === 1 ? "1 slot takes it" : `${count} slots take it`}</span>
      );
  }
}

/** A taken slot and what can be done there. The words of a single offer stand beside it once it is foretold. */
function OfferTarget({ name, offers }: { readonly name: string; readonly offers: readonly DropOffer[] }) {
  const isTold = useView((view) => view.preview?.forecast !== undefined);
  const labels = offers.map((offer) => offer.label).join(" or ");
  return (
    <span className="carry-target">
      <Glyph name="swap" /> {isTold && offers.length === 1 ? name : `${name}: ${labels}`}
    </span>
  );
}
