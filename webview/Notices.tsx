import { useEffect } from "react";
import { Glyph } from "./icons.tsx";
import { useBench, useView } from "./store.ts";

/** How long a notice stays, in milliseconds. It can be dismissed at once, and it was also said aloud. */
const stay = 8000;

/** The last thing the extension refused, until it is dismissed or has stood long enough to be read. */
export function Notices() {
  const { store } = useBench();
  const notice = useView((view) => view.notice);
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => store.dispatch({ type: "dismissNotice" }), stay);
    return () => clearTimeout(timer);
  }, [notice, store]);
  if (notice === undefined) return null;
  return (
    <aside className="notice" aria-label="Notice">
      <Glyph name="barred" />
      <span>{notice.text}</span>
      <button
        type="button"
        className="more"
        aria-label="Dismiss"
        onClick={() => store.dispatch({ type: "dismissNotice" })}
      >
        <Glyph name="close" />
      </button>
    </aside>
  );
}
