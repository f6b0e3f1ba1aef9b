import { describe, expect, test } from "vitest";
import { commandLineDevices, commandLineSeat } from "../../src/domain/commandLine.ts";

/** Each device as its position, its driver and its properties. */
function read(...args: string[]): string[] {
  return commandLineDevices(args).map(({ position, driver, properties, isJson }) => {
    const rest = [...properties].filter(([key]) => key !== "driver").map(([key, value]) => `${key}=${value}`);
    return [position, isJson ? "json" : "", driver, ...rest].join(" ");
  });
}

describe("domain/commandLine reads", () => {
  test("devices as key=value, with the driver first or named", () => {
    expect(read("-device", "e1000,bus=pci.0,addr=0x5")).toEqual(["2  e1000 bus=pci.0 addr=0x5"]);
    expect(read("-device", "driver=e1000,id=a")).toEqual(["2  e1000 id=a"]);
    expect(read("-device", "isa-debugcon,name=a,,b,multi")).toEqual(["2  isa-debugcon name=a,b multi=on"]);
  });

  test("devices as JSON, whose address may be a number", () => {
    expect(read("-device", '{"driver":"e1000","addr":41}')).toEqual(["2 json e1000 addr=5.1"]);
    expect(read("-device", '{"driver":"e1000","addr":"5.1","multifunction":true}')).toEqual([
      "2 json e1000 addr=5.1 multifunction=on",
    ]);
  });

  test("devices only, with their places among the arguments", () => {
    expect(read("-cpu", "host", "--device", "e1000", "-device", "")).toEqual(["4  e1000"]);
  });

  test.each(['{"driver":', "{}", '{"addr":1}', ""])("nothing in %s", (text) => {
    expect(read("-device", text)).toEqual([]);
  });
});

test.each([
  ["5", { slot: 5, function: 0 }],
  ["0x1f.7", { slot: 31, function: 7 }],
  ["10", { slot: 16, function: 0 }],
  ["03.0", { slot: 3, function: 0 }],
  ["20", undefined],
  ["5.8", undefined],
  ["", undefined],
])("domain/commandLine reads the address %s", (text, seat) => {
  expect(commandLineSeat(text)).toEqual(seat);
});
