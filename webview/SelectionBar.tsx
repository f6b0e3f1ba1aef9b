import { clearSelection } from "./benchKeys.ts";
import { Glyph } from "./icons.tsx";
import { askPin, askUnpin } from "./intents.ts";
import { pinStates } from "./places.ts";
import { useBench, useView } from "./store.ts";
import { Button } from "./ui/Button.tsx";
import { countWords } from "./words.ts";

/** What can be done with a selection of several devices, within reach of one press. */
export function SelectionBar() {
  const bench = useBench();
  const selected = useView((view) => view.selected);
  const index = useView((view) => view.index);
  const cut = useView((view) => view.cut !== undefined);
  const busy = useView((view) => view.pending !== undefined || view.menu !== undefined);
  if (selected.size < 2 || index === undefined || cut) return null;
  const { pinned, unpinned } = pinStates(index, [...selected]);
  const readOnly = index.board.readOnly !== undefined;
  const openMenu = () => {
    const [device = ""] = selected;
    const menu = { device, page: "actions", x: window.innerWidth - 16, y: window.innerHeight - 60 } as const;
    bench.store.dispatch({ type: "openMenu", menu });
  };
  return (
    <section className="selection-bar" aria-label="Selection">
      <b>{countWords(selected.size, "device")} selected</b>
      <Button
        look="secondary"
        disabled={readOnly || busy || unpinned.length === 0}
        onPress={() => askPin(bench, unpinned)}
      >
        Pin {unpinned.length}
      </Button>
      <Button
        look="secondary"
        disabled={readOnly || busy || pinned.length === 0}
        onPress={() => askUnpin(bench, pinned)}
      >
        Unpin {pinned.length}
      </Button>
      <Button look="secondary" disabled={busy} onPress={openMenu}>
        Move…
      </Button>
      <Button look="icon" name="Clear selection" onPress={() => void clearSelection(bench)}>
        <Glyph name="close" />
      </Button>
    </section>
  );
}
