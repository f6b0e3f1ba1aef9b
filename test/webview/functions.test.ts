import { describe, expect, test } from "vitest";
import { indexBoard, slotName } from "../../webview/boardIndex.ts";
import { functionPlaces, functionsFor, refusalOfFunction } from "../../webview/functions.ts";
import { placesFor, refusalFor, slotsFor } from "../../webview/places.ts";
import { typicalQ35 } from "./sampleBoards.ts";

const index = indexBoard(typicalQ35());
const slot = "pci.5/00";
const at = (fn: number) => `${slot}#${fn}`;
const alone = (device: string) => ({ devices: [device], formation: "run" }) as const;

describe("webview/functions", () => {
  test("each free function of an open slot takes a device, after the slots before it", () => {
    expect(functionsFor(index, ["rng"])).toEqual([2, 3, 4, 5, 6, 7].map(at));
    const slots = slotsFor(index, alone("rng"));
    expect(slots).toEqual(expect.arrayContaining([at(2), "pci.9/00"]));
    expect(slots.indexOf(at(7))).toBeLessThan(slots.indexOf("pci.9/00"));
    expect(placesFor(index, alone("rng"), at(3))).toEqual([{ device: "rng", slot, function: 3 }]);
  });

  test("a function has a name", () => {
    const place = index.functions.get(at(2));
    expect(place && slotName(place)).toBe("pci.5 slot 00 function 2");
  });

  test("the device at function 0 stays, and its slot-mates may change their numbers", () => {
    expect(refusalOfFunction(index, ["gpu"], at(4))).toBe(
      "Function 0 has to stay: the guest looks at it first.",
    );
    expect(functionPlaces(index, ["gpu-audio"], at(4))).toEqual([{ device: "gpu-audio", slot, function: 4 }]);
  });

  test("several devices take the next functions, while there are enough", () => {
    expect(functionPlaces(index, ["rng", "net0"], at(6))).toEqual([
      { device: "rng", slot, function: 6 },
      { device: "net0", slot, function: 7 },
    ]);
    expect(refusalOfFunction(index, ["rng", "net0"], at(7))).toBe("From here on there is 1 free function.");
  });

  test("a device that libvirt put into the slot is written down in the same step", () => {
    const board = typicalQ35();
    const devices = board.devices.map((device) =>
      device.key === "gpu-audio" ? { ...device, placement: "assigned" as const } : device,
    );
    expect(functionPlaces(indexBoard({ ...board, devices }), ["rng"], at(5))).toEqual([
      { device: "gpu-audio", slot, function: 1 },
      { device: "rng", slot, function: 5 },
    ]);
  });

  test("a disk on a SCSI bus belongs to no function", () => {
    expect(functionsFor(index, ["sda"])).toEqual([]);
    expect(refusalFor(index, alone("sda"), at(2))).toBeDefined();
  });
});
