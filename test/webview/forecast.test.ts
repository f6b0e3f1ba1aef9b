import { describe, expect, test } from "vitest";
import type { Shift, Write } from "../../src/protocol/messages.ts";
import { forecastFrom, offerWords } from "../../webview/forecast.ts";

/** Changes in a word each: "net0:03>05" goes from slot 03 to slot 05. */
function changes(words: string): Shift[] {
  return words.split(" ").flatMap((word) => {
    const [device = "", way = ""] = word.split(":");
    const [from, to] = way.split(">");
    if (device === "") return [];
    return [{ device, label: device, from: `0000:00:${from}.0`, to: `0000:00:${to}.0` }];
  });
}

/** What is told of a swap with net0 that is dropped by net1. */
function told(writes: string, shifts = "", refused?: string): string {
  const written = changes(writes).map((change): Write => ({ ...change, does: "change" }));
  const answer = { type: "preview" as const, id: 1, writes: written, shifts: changes(shifts) };
  const forecast = forecastFrom({ ...answer, ...(refused !== undefined && { refused }) }, ["net1"]);
  return offerWords("Swap with net0", forecast);
}

describe("webview/forecast of an offer", () => {
  test("tells where the other one goes, and that this is all", () => {
    expect(told("net1:05>03 net0:03>05")).toBe(
      "Swap with net0: net0 moves 00:03.0 → 00:05.0; nothing else moves",
    );
  });

  test("tells who moves along", () => {
    expect(told("net1:05>03 net0:03>05", "balloon:06>07")).toBe(
      "Swap with net0: net0 moves 00:03.0 → 00:05.0, balloon moves 00:06.0 → 00:07.0",
    );
  });

  test("tells where only the carried device moves", () => {
    expect(told("net1:05>03")).toBe("Swap with net0: nothing else moves");
  });

  test("tells that libvirt would refuse it, and no more", () => {
    expect(told("net1:05>03", "", "Taken.")).toBe("Swap with net0: libvirt would refuse it: Taken.");
  });
});
