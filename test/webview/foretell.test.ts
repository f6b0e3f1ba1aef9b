import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ToHost } from "../../src/protocol/messages.ts";
import type { Cargo, DragState } from "../../webview/drag.ts";
import { createForeteller, foretellDrag } from "../../webview/foretell.ts";
import { offersAt } from "../../webview/places.ts";
import { emptyView, reduceView } from "../../webview/state.ts";
import { createStore } from "../../webview/store.ts";
import { typicalQ35 } from "./sampleBoards.ts";

/** A drag of sda, and what it asks of the extension: each question as the places it is about. */
function dragOfSda() {
  const store = createStore(reduceView(emptyView, { type: "board", board: typicalQ35() }));
  const asked: string[] = [];
  const post = (message: ToHost) => {
    if (message.type !== "preview" || message.edit.type !== "arrange") return;
    asked.push(message.edit.places.map(({ device, slot }) => `${device}@${slot}`).join(" "));
  };
  const host = { post, listen: () => {}, savedState: () => undefined, saveState: () => {} };
  const follow = foretellDrag({ store, foretell: createForeteller(store, host) });
  const cargo: Cargo = {
    device: "sda",
    devices: ["sda"],
    formation: "run",
    by: "pointer",
    version: 1,
    allowed: [],
    offering: [],
  };
  const over = (slot: string) => follow(stateOver(slot));
  const stateOver = (slot: string): DragState => {
    const { index } = store.get();
    const offers = index === undefined ? [] : offersAt(index, cargo, slot);
    return offers.length === 0
      ? { name: "overAllowed", cargo, slot }
      : { name: "overOffer", cargo, slot, offers };
  };
  return { asked, over, leave: () => follow({ name: "carried", cargo }) };
}

describe("webview/foretell", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("a taken slot is asked about once the cargo rests there, by its first offer", () => {
    const { asked, over } = dragOfSda();
    over("scsi0/0:0:4");
    expect(asked).toEqual([]);
    vi.runAllTimers();
    expect(asked).toEqual(["sda@scsi0/0:0:4 sdc@scsi0/0:0:0"]);
  });

  test("slots that are only passed are not asked about, free or taken", () => {
    const { asked, over, leave } = dragOfSda();
    for (const slot of ["scsi0/0:0:1", "scsi0/0:0:4", "scsi0/0:0:7"]) {
      over(slot);
      vi.advanceTimersByTime(100);
    }
    vi.runAllTimers();
    expect(asked).toEqual(["sda@scsi0/0:0:7"]);
    over("scsi0/0:0:4");
    leave();
    vi.runAllTimers();
    expect(asked).toHaveLength(1);
  });
});
