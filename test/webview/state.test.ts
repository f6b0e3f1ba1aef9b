import { describe, expect, test } from "vitest";
import type { Board } from "../../src/protocol/board.ts";
import {
  type Action,
  emptyView,
  reduceView,
  restoreView,
  savedViewOf,
  selectionAround,
  type View,
} from "../../webview/state.ts";
import { typicalQ35 } from "./sampleBoards.ts";

/** The view after some actions, beginning with the sample board. */
function viewAfter(...actions: readonly Action[]): View {
  return [{ type: "board", board: typicalQ35() } as const, ...actions].reduce(reduceView, emptyView);
}

/** The sample one version later, with some devices changed or gone. */
function laterBoard(change: (board: Board) => Partial<Board> = () => ({})): Board {
  const board = typicalQ35();
  return { ...board, version: 2, ...change(board) };
}

describe("webview/state", () => {
  test("a board replaces the one before, and parts that did not change keep their identity", () => {
    const before = viewAfter();
    const board = laterBoard(({ devices }) => ({
      devices: devices.map((device) => (device.key === "net0" ? { ...device, label: "eth" } : device)),
    }));
    const after = reduceView(before, { type: "board", board });
    expect(after.index?.board.version).toBe(2);
    expect(after.index?.devices.get("net0")?.label).toBe("eth");
    expect(after.index?.devices.get("net1")).toBe(before.index?.devices.get("net1"));
    expect(after.index?.buses.get("pcie.0")).toBe(before.index?.buses.get("pcie.0"));
  });

  test("an empty document takes the board away and says why", () => {
    const view = viewAfter({ type: "empty", reason: "No domain here." });
    expect(view.index).toBeUndefined();
    expect(view.emptyReason).toBe("No domain here.");
  });

  test("an edit waits for its board; a board or a refusal settles it", () => {
    const asked = viewAfter({ type: "asked", devices: ["net2"], slot: "pci.9/00" });
    expect(asked.pending?.slot).toBe("pci.9/00");
    expect(reduceView(asked, { type: "board", board: laterBoard() }).pending).toBeUndefined();
    const refused = reduceView(asked, { type: "refused", reason: "Stale." });
    expect(refused.pending).toBeUndefined();
    expect(refused.notice?.text).toBe("Stale.");
    expect(reduceView(asked, { type: "giveUpWaiting" }).pending).toBeUndefined();
  });

  test("two equal refusals are two notices", () => {
    const once = viewAfter({ type: "refused", reason: "No." });
    const twice = reduceView(once, { type: "refused", reason: "No." });
    expect(twice.notice?.id).not.toBe(once.notice?.id);
  });

  test("the tab stop stays with its device, and moves to the next in line where that is gone", () => {
    const roving = viewAfter({ type: "rove", device: "net0" });
    expect(reduceView(roving, { type: "board", board: laterBoard() }).roving).toBe("net0");
    const without = laterBoard(({ devices, buses }) => ({
      devices: devices.filter((device) => device.key !== "net0"),
      buses: buses.map((bus) => ({
        ...bus,
        slots: bus.slots.map((slot) => ({
          ...slot,
          occupants: slot.occupants.filter((occupant) => occupant.device !== "net0"),
        })),
      })),
    }));
    expect(reduceView(roving, { type: "board", board: without }).roving).toBe("port2");
  });

  test("the tab stop is never on a device that is not drawn", () => {
    const view = viewAfter({ type: "rove", device: "net0" }, { type: "toggleBus", bus: "pcie.0" });
    expect(view.roving).toBe("sda");
    expect(viewAfter({ type: "filter", filter: { query: "films" } }).roving).toBe("sdb");
  });

  test("filters leave what they find and the way there", () => {
    const { visible } = viewAfter({ type: "filter", filter: { onlyProblems: true } });
    expect([...(visible?.devices ?? [])].sort()).toEqual(["net1", "port4", "sdc", "vdb"]);
    expect([...(visible?.buses ?? [])].sort()).toEqual(["pci.4", "pcie.0", "scsi0"]);
    expect(visible?.slots.has("pcie.0/02")).toBe(true);
    expect(viewAfter({ type: "filter", filter: { onlyUnpinned: true } }).visible?.devices.has("usb")).toBe(
      true,
    );
    expect(viewAfter({ type: "filter", filter: { query: "  " } }).visible).toBeUndefined();
  });

  test.each([
    ["a MAC address", "6b:3c:59", "net1"],
    ["a file", "backup-image", "sdc"],
    ["an address", "scsi 0:0:0:1", "sdb"],
    ["a name", "GPU audio", "gpu-audio"],
    ["several words in any order", "virtio NET1", "net1"],
  ])("search finds %s", (_what, query, key) => {
    expect(viewAfter({ type: "filter", filter: { query } }).visible?.devices.has(key)).toBe(true);
  });

  test("a family that left the machine is no filter any more", () => {
    const usb = viewAfter({ type: "filter", filter: { family: "usb" } });
    const board = laterBoard(({ buses }) => ({ buses: buses.filter((bus) => bus.family !== "usb") }));
    expect(reduceView(usb, { type: "board", board }).filter.family).toBe("all");
  });

  test("the text cursor opens the buses around its device", () => {
    const closed = viewAfter({ type: "collapseAll", collapsed: true });
    const view = reduceView(closed, { type: "highlight", device: "net0" });
    expect(view.highlighted).toBe("net0");
    expect(view.collapsed.has("pci.1") || view.collapsed.has("pcie.0")).toBe(false);
    expect(view.collapsed.has("scsi0")).toBe(true);
    expect(reduceView(view, { type: "highlight", device: undefined }).highlighted).toBeUndefined();
  });

  test("a visit clears the filters and opens the way", () => {
    const view = viewAfter(
      { type: "filter", filter: { query: "tablet" } },
      { type: "toggleBus", bus: "pcie.0" },
      { type: "visit", device: "usb" },
    );
    expect(view.visible).toBeUndefined();
    expect(view.collapsed.size).toBe(0);
    expect(view.roving).toBe("usb");
  });

  test("a menu goes with its device", () => {
    const menu = { device: "net0", page: "actions", x: 1, y: 2 } as const;
    const open = viewAfter({ type: "openMenu", menu });
    expect(reduceView(open, { type: "board", board: laterBoard() }).menu).toEqual(menu);
    const board = laterBoard(({ devices }) => ({ devices: devices.filter((one) => one.key !== "net0") }));
    expect(reduceView(open, { type: "board", board }).menu).toBeUndefined();
  });

  test("what is saved comes back, and nonsense does not", () => {
    const view = viewAfter(
      { type: "filter", filter: { query: "net" } },
      { type: "toggleBus", bus: "scsi0" },
      { type: "toggleRun", run: "pcie.0/04" },
    );
    const saved: unknown = JSON.parse(JSON.stringify(savedViewOf(view)));
    const restored = restoreView(saved);
    expect(restored.filter).toEqual(view.filter);
    expect([...restored.collapsed]).toEqual(["scsi0"]);
    expect([...restored.openRuns]).toEqual(["pcie.0/04"]);
    for (const nonsense of [undefined, null, 7, {}, { filter: {}, collapsed: [], openRuns: [] }]) {
      expect(restoreView(nonsense)).toBe(emptyView);
    }
  });

  test("a selection grows by single devices and by ranges, and is led by the drawing order", () => {
    const rove = { type: "rove", device: "sda" } as const;
    const toggle = (device: string) => ({ type: "select", device, how: "toggle" }) as const;
    const range = (device: string) => ({ type: "select", device, how: "range" }) as const;
    expect([...viewAfter(rove, range("sdc")).selected]).toEqual(["sda", "sdb", "sdc"]);
    expect([...viewAfter(toggle("sdc"), range("sdb")).selected]).toEqual(["sdb", "sdc"]);
    const two = viewAfter(toggle("sdc"), toggle("sda"));
    expect(selectionAround(two, "sdc")).toEqual(["sda", "sdc"]);
    expect(selectionAround(two, "sdb")).toEqual(["sdb"]);
    expect([...reduceView(two, toggle("sda")).selected]).toEqual(["sdc"]);
    expect(reduceView(two, { type: "clearSelection" }).selected.size).toBe(0);
  });

  test("devices that are gone leave the selection", () => {
    const view = viewAfter({ type: "select", device: "sda", how: "toggle" });
    const board = laterBoard(({ devices }) => ({ devices: devices.filter(({ key }) => key !== "sda") }));
    expect(reduceView(view, { type: "board", board }).selected.size).toBe(0);
  });

  test("another domain of the document takes nothing over that was meant in the one before", () => {
    const several = { domains: ["live", "inactive"] };
    const first = { ...typicalQ35(), ...several, domain: 0 };
    const meant: readonly Action[] = [
      { type: "board", board: first },
      { type: "select", device: "sda", how: "toggle" },
      {
        type: "cut",
        cut: { load: { devices: ["sda"], formation: "run" }, allowed: new Set(), offering: new Set() },
      },
    ];
    const before = meant.reduce<View>(reduceView, emptyView);
    const again = reduceView(before, { type: "board", board: { ...first, version: 2 } });
    expect([again.selected.size, again.cut?.load.devices]).toEqual([1, ["sda"]]);
    const after = reduceView(before, { type: "board", board: { ...typicalQ35(), ...several, domain: 1 } });
    expect([after.selected.size, after.cut, after.domain]).toEqual([0, undefined, 1]);
    expect(restoreView(JSON.parse(JSON.stringify(savedViewOf(after)))).domain).toBe(1);
  });

  test("what is cut is cut on the next board as well, unless it is gone", () => {
    const cut = {
      load: { devices: ["net2"], formation: "run" },
      allowed: new Set<string>(),
      offering: new Set<string>(),
    } as const;
    const view = viewAfter({ type: "cut", cut });
    expect(reduceView(view, { type: "board", board: laterBoard() }).cut?.allowed.has("pci.9/00")).toBe(true);
    const board = laterBoard(({ devices }) => ({ devices: devices.filter(({ key }) => key !== "net2") }));
    expect(reduceView(view, { type: "board", board }).cut).toBeUndefined();
    expect(reduceView(view, { type: "letGo" }).cut).toBeUndefined();
  });

  test("only the preview that is awaited counts", () => {
    const shifts = [{ device: "usb", label: "usb0", to: "0000:00:05.0", slot: "pcie.0/05" }];
    const answer = { type: "preview", writes: [], shifts } as const;
    const view = viewAfter({ type: "awaitPreview", id: 2 }, { ...answer, id: 1 });
    expect(view.preview).toEqual({ id: 2, known: [] });
    const { preview } = reduceView(view, { ...answer, id: 2 });
    expect(preview?.forecast?.moves.get("usb")).toBe(shifts[0]);
    expect(preview?.forecast?.arrivals.get("pcie.0/05")).toEqual(shifts);
    expect(reduceView(view, { type: "awaitPreview", id: undefined }).preview).toBeUndefined();
  });
});
