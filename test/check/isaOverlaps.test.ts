import { describe, expect, test } from "vitest";
import { checkIsaOverlaps } from "../../src/check/isaOverlaps.ts";
import { defineText, domainXml } from "../support/machineLines.ts";

const serial = (address = "", target = "") => `<serial type='null'>${target}${address}</serial>`;
const isa = (numbers: string) => `<address type='isa' ${numbers}/>`;
const debug = (address = "") => serial(address, "<target type='isa-debug'/>");

/** Each overlap as "field value: subject device < related device", devices counted from 0 as they stand in the file. */
function overlaps(devices: string, machine = "q35"): string[] {
  const definition = defineText(domainXml(machine, devices));
  return checkIsaOverlaps(definition).map(({ values, subject, related }) => {
    const [one, other] = [subject.device, related[0]?.device];
    return `${values.field} ${values.value}: ${one} < ${other}`;
  });
}

describe("check/isaOverlaps", () => {
  test("a written port meets that of a serial port without address, whichever comes first", () => {
    const away = serial(isa("iobase='0x3f8' irq='0x3'"), "<target port='1'/>");
    const com1 = serial("", "<target port='0'/>");
    expect(overlaps(com1 + away)).toEqual(["iobase 0x3f8: 1 < 0"]);
    expect(overlaps(away + com1)).toEqual(["iobase 0x3f8: 0 < 1"]);
  });

  test("a serial port without number has the number that libvirt gives it", () => {
    const away = serial(isa("iobase='0x3e8' irq='0x4'"), "<target port='1'/>");
    expect(overlaps(serial() + away)).toEqual(["iobase 0x3e8: 1 < 0"]);
  });

  test("four serial ports in their usual places meet nobody, written or not", () => {
    const usual = ["0x3f8' irq='0x4", "0x2f8' irq='0x3", "0x3e8' irq='0x4", "0x2e8' irq='0x3"];
    const written = usual.map((place) => serial(isa(`iobase='${place}'`)));
    expect(overlaps(serial().repeat(4))).toEqual([]);
    expect(overlaps(written.join(""))).toEqual([]);
    expect(overlaps(written.slice(0, 2).join("") + serial() + serial())).toEqual([]);
  });

  test("an interrupt that does not go with the number meets its owner", () => {
    expect(overlaps(serial() + serial(isa("iobase='0x2f8' irq='0x4'")))).toEqual(["irq 0x4: 1 < 0"]);
    expect(overlaps(serial() + serial(isa("iobase='0x2f8' irq='0x5'")))).toEqual([]);
  });

  test("an address without interrupt has that of the number", () => {
    const taken = serial(isa("iobase='0x3f8' irq='0x3'"), "<target port='0'/>");
    const bare = serial(isa("iobase='0x2f8'"), "<target port='1'/>");
    expect(overlaps(taken + bare)).toEqual(["irq 0x3: 1 < 0"]);
  });

  test("an address without port is port 0", () => {
    expect(overlaps(serial(isa("irq='0x4'")) + serial(isa("irq='0x5'")))).toEqual(["iobase 0x0: 1 < 0"]);
  });

  test("debug consoles all sit at one port, unless they have an address", () => {
    expect(overlaps(debug() + debug())).toEqual(["iobase 0xe9: 0 < 1"]);
    expect(overlaps(debug() + debug(isa("iobase='0x402'")))).toEqual([]);
    expect(overlaps(`${debug()}<panic model='isa'/>${serial()}`)).toEqual([]);
  });

  test("devices of different sorts meet too", () => {
    expect(overlaps(`${serial()}<panic model='isa'>${isa("iobase='0x3f8'")}</panic>`)).toEqual([
      "iobase 0x3f8: 1 < 0",
    ]);
  });

  test("parallel ports meet nobody: QEMU never learns of their address", () => {
    const parallel = `<parallel type='null'>${isa("iobase='0x3f8'")}</parallel>`;
    expect(overlaps(serial() + parallel + parallel)).toEqual([]);
  });
});
