import { Bus } from "./Bus.tsx";
import type { Section } from "./boardIndex.ts";
import { showsFamily } from "./filter.ts";
import { useView } from "./store.ts";
import { Tray } from "./Tray.tsx";
import { familyNames } from "./words.ts";

/** The bench: a section per family of buses, from the root complex down, then the tray. */
export function Board() {
  const index = useView((view) => view.index);
  const readOnly = index?.board.readOnly;
  const nothing = useView((view) => view.visible !== undefined && view.visible.devices.size === 0);
  if (index === undefined) return <Nothing />;
  return (
    <main className="bench" aria-label={`Slots of ${index.board.title}`}>
      <p className="said">
        Arrow keys walk the devices. Enter picks a device up. Then left and right lead from place to place
        that takes it, up and down to the row above or below, Page Up and Page Down from bus to bus, Home and
        End to the first and the last, and all of them with Shift to taken slots. Enter drops it and Escape
        cancels. Shift+F10 opens the menu of a device, Delete removes its address, Control X cuts it, and
        Control V puts what is cut where you are.
      </p>
      {readOnly === undefined ? null : <p className="banner">{readOnly}</p>}
      {nothing ? <p className="nothing when-idle">No device matches the filters.</p> : null}
      <div className="sections">
        {index.sections.map((section) => (
          <FamilySection key={section.family} section={section} />
        ))}
      </div>
      <Tray />
    </main>
  );
}

function Nothing() {
  const reason = useView((view) => view.emptyReason);
  return (
    <main className="bench">
      <h1 className="nothing">{reason ?? "Reading the domain…"}</h1>
    </main>
  );
}

function FamilySection({ section }: { readonly section: Section }) {
  const shown = useView((view) => showsFamily(view.filter, section.family));
  const hidden = useView(({ visible }) =>
    visible === undefined ? false : !section.buses.some((bus) => visible.buses.has(bus.key)),
  );
  return (
    <section
      className={`family family-${section.family}`}
      aria-label={familyNames[section.family]}
      data-filtered={hidden || !shown || undefined}
    >
      <h2>{familyNames[section.family]}</h2>
      {section.buses.map((bus) => (
        <Bus key={bus.key} bus={bus} />
      ))}
    </section>
  );
}
