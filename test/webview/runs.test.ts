import { describe, expect, test } from "vitest";
import type { BoardSlot } from "../../src/protocol/board.ts";
import { groupSlots, runLabel } from "../../webview/runs.ts";

/** A bus in a line: "." free, "x" taken, any other letter reserved for the reason of that letter. */
function slotsOf(line: string): BoardSlot[] {
  return [...line].map((letter, at) => ({
    key: String(at),
    label: at.toString(16).padStart(2, "0"),
    occupants: letter === "x" ? [{ device: `d${at}` }] : [],
    ...(letter === "." || letter === "x" ? {} : { reserved: letter }),
  }));
}

/** Checks how a bus is folded: single slots as their label, runs in brackets. */
function checkGroups(line: string, expected: string) {
  const groups = groupSlots(slotsOf(line)).map((group) =>
    group.type === "slot" ? group.slot.label : `[${group.reserved ?? "free"} ${runLabel(group.slots)}]`,
  );
  expect(groups.join(" ")).toBe(expected);
}

describe("webview/runs", () => {
  test("folds three free neighbours and more", () => {
    checkGroups("x...x", "00 [free 01–03] 04");
    checkGroups("................................", "[free 00–1f]");
  });

  test("leaves fewer alone", () => {
    checkGroups("x..x.", "00 01 02 03 04");
    checkGroups(".", "00");
    checkGroups("", "");
  });

  test("never folds a taken slot", () => {
    checkGroups("xxxxx", "00 01 02 03 04");
  });

  test("folds reserved neighbours only where the reason is the same", () => {
    checkGroups("aaaabbb...", "[a 00–03] [b 04–06] [free 07–09]");
    checkGroups("ab.ab.", "00 01 02 03 04 05");
  });

  test("says once what long numbers share", () => {
    const label = (...labels: readonly string[]) =>
      runLabel(labels.map((one) => ({ key: one, label: one, occupants: [] })));
    expect(label("fe.0.0003", "fe.0.0004", "fe.0.0006")).toBe("fe.0.0003–0006");
    expect(label("0:0:3", "0:0:4", "0:0:11")).toBe("0:0:3–11");
    expect(label("0:1", "1:0")).toBe("0:1–1:0");
    expect(label("0a", "1e")).toBe("0a–1e");
  });

  test("keeps every slot once and in order", () => {
    const slots = slotsOf("x....aaax.x..bbb");
    const flat = groupSlots(slots).flatMap((group) => (group.type === "slot" ? [group.slot] : group.slots));
    expect(flat).toEqual(slots);
  });
});
