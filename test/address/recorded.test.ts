import { describe, expect, test } from "vitest";
import { seatsOfDevices } from "../conformance/seats.ts";
import { defineText } from "../support/pipeline.ts";
import { recordedCases, seatLines } from "./recordedCases.ts";

describe("addresses are the ones libvirt gave", () => {
  const cases = recordedCases();

  test("in enough domains", () => expect(cases.length).toBeGreaterThanOrEqual(38));

  test.each(cases)("$name", ({ xml, answer }) => {
    const ours = defineText(xml)!;
    if (answer[0]?.startsWith("error: ")) expect(`error: ${ours.refusals[0]}`).toBe(answer[0]);
    else {
      expect(ours.refusals).toEqual([]);
      expect(seatLines(seatsOfDevices(ours.definition.devices.map(({ device }) => device)))).toEqual(answer);
    }
  });
});
