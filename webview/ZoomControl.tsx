import type { ZoomStep } from "../src/protocol/messages.ts";
import { Glyph } from "./icons.tsx";
import { useBench, useView } from "./store.ts";
import { Button } from "./ui/Button.tsx";
import { zoomSteps, zoomWords } from "./zoom.ts";

/** The size of the board: smaller, larger, and in between the present size, which leads back to the usual one. */
export function ZoomControl() {
  const bench = useBench();
  const zoom = useView((view) => view.zoom);
  const step = (to: ZoomStep) => {
    bench.store.dispatch({ type: "zoom", to });
    bench.announce(`Zoom ${zoomWords(bench.store.get().zoom)}.`, "assertive");
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are three buttons of a toolbar.
    <div className="zoom" role="group" aria-label="Size of the board">
      <Button look="icon" name="Zoom out" disabled={zoom <= (zoomSteps[0] ?? 1)} onPress={() => step("out")}>
        <Glyph name="minus" />
      </Button>
      <button
        type="button"
        className="zoom-size"
        aria-label={`Zoom ${zoomWords(zoom)}. Back to 100%`}
        title="Back to 100%"
        onClick={() => step("reset")}
      >
        {zoomWords(zoom)}
      </button>
      <Button
        look="icon"
        name="Zoom in"
        disabled={zoom >= (zoomSteps.at(-1) ?? 1)}
        onPress={() => step("in")}
      >
        <Glyph name="plus" />
      </Button>
    </div>
  );
}
