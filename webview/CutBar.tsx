import { cutName, letGo, openPlaces } from "./clipboard.ts";
import { Glyph } from "./icons.tsx";
import { useBench, useView } from "./store.ts";
import { Button } from "./ui/Button.tsx";

/** What is cut, and what can be done with it. */
export function CutBar() {
  const bench = useBench();
  const cut = useView((view) => view.cut);
  const busy = useView((view) => view.pending !== undefined || view.menu !== undefined);
  if (cut === undefined) return null;
  return (
    <section className="selection-bar cut-bar" aria-label="Cut devices">
      <Glyph name="cut" />
      <b>{cutName(bench, cut.load)} cut</b>
      <span className="detail">
        press a lit slot, or <kbd>Ctrl+V</kbd> on it
      </span>
      <Button look="secondary" disabled={busy} onPress={() => openPlaces(bench, cut.load)}>
        Move to…
      </Button>
      <Button look="icon" name="Let go (Escape)" onPress={() => void letGo(bench)}>
        <Glyph name="close" />
      </Button>
    </section>
  );
}
