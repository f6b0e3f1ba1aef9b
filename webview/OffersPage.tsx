import { useEffect, useRef } from "react";
import type { SlotPlace } from "./boardIndex.ts";
import { slotName } from "./boardIndex.ts";
import { Foretold } from "./Foretold.tsx";
import { askArrange } from "./intents.ts";
import { walkMenu } from "./menuKeys.ts";
import type { Menu } from "./state.ts";
import { useBench, useView } from "./store.ts";

/** What a drop on a taken slot can mean: one entry per offer, and a way out. */
export function OffersPage({ menu, close }: { readonly menu: Menu; readonly close: () => void }) {
  const bench = useBench();
  const list = useRef<HTMLDivElement>(null);
  const place = useView((view): SlotPlace | undefined => view.index?.slots.get(menu.slot ?? ""));
  useEffect(() => list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(), []);
  return (
    <>
      <div
        ref={list}
        role="menu"
        tabIndex={-1}
        aria-label={place === undefined ? "The slot is taken" : `${slotName(place)} is taken`}
        onKeyDown={(event) => walkMenu(event, list.current)}
      >
        <p className="menu-title" aria-hidden="true">
          {place === undefined ? "" : slotName(place)} is taken
        </p>
        {(menu.offers ?? []).map((offer) => (
          <button
            key={offer.kind}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="menu-item"
            onFocus={() => bench.foretell({ type: "arrange", places: offer.places })}
            onPointerEnter={() => bench.foretell({ type: "arrange", places: offer.places })}
            onClick={() => {
              close();
              bench.announce(`${offer.label}.`, "assertive");
              askArrange(bench, offer.places);
            }}
          >
            <span className="menu-label">{offer.label}</span>
          </button>
        ))}
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="menu-item"
          onFocus={() => bench.foretell(undefined)}
          onClick={close}
        >
          <span className="menu-label">Leave everything where it is</span>
          <kbd>Esc</kbd>
        </button>
      </div>
      <Foretold />
    </>
  );
}
