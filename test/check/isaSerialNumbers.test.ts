import { expect, test } from "vitest";
import { checkIsaSerialNumbers } from "../../src/check/isaSerialNumbers.ts";
import { defineText, domainXml } from "../support/machineLines.ts";

const numbers = (devices: string, machine = "q35") =>
  checkIsaSerialNumbers(defineText(domainXml(machine, devices))).map(({ values }) => values.number);
const serial = (target = "") => `<serial type='null'>${target}</serial>`;

test("check/isaSerialNumbers tells of the fifth serial port, and of a high number", () => {
  expect(numbers(serial().repeat(4))).toEqual([]);
  expect(numbers(serial().repeat(5))).toEqual([4]);
  expect(numbers(serial("<target port='7'/>") + serial())).toEqual([7, 8]);
});

test("check/isaSerialNumbers counts ISA serial ports alone", () => {
  const debug = serial("<target type='isa-debug'/>");
  expect(numbers(serial().repeat(4) + debug)).toEqual([]);
  expect(numbers(serial("<target type='usb-serial'/>").repeat(5))).toEqual([]);
});
