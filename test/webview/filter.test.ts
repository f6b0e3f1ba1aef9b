import { describe, expect, test } from "vitest";
import { indexBoard } from "../../webview/boardIndex.ts";
import { type Filter, noFilter, visibleUnder } from "../../webview/filter.ts";
import { typicalQ35 } from "./sampleBoards.ts";

const board = typicalQ35();
const devices = board.devices.map((device) =>
  device.key === "net0" ? { ...device, facts: [{ name: "In a Linux guest", value: "enp1s0" }] } : device,
);
const index = indexBoard({ ...board, devices });

/** The devices found, without the ports on the way to them. */
function found(filter: Partial<Filter>): string[] {
  const visible = visibleUnder(index, { ...noFilter, ...filter });
  const ways = new Set([...(visible?.buses ?? [])].map((bus) => index.buses.get(bus)?.controller));
  return [...(visible?.devices ?? [])].filter((key) => !ways.has(key));
}

describe("webview/filter finds a device by", () => {
  test.each([
    ["its name", "vdb", ["vdb"]],
    ["its model and kind", "virtio scratch", ["vdb"]],
    ["its address", "05:00.1", ["gpu-audio"]],
    ["its MAC address", "3c:58", ["net0"]],
    ["its file", "scratch.qcow2", ["vdb"]],
    ["what the guest calls it", "ENP1S0", ["net0"]],
    ["nothing that is there", "no such thing", []],
  ])("%s", (_, query, expected) => {
    expect(found({ query })).toEqual(expected);
  });

  test("a problem or a missing pin", () => {
    expect(found({ onlyProblems: true })).toEqual(expect.arrayContaining(["vdb", "net1"]));
    expect(found({ onlyProblems: true })).not.toContain("net0");
    expect(found({ onlyUnpinned: true })).toContain("rng");
    expect(found({ onlyUnpinned: true })).not.toContain("net0");
  });
});
