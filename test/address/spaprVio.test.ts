import { describe, expect, test } from "vitest";
import { assignSpaprVio } from "../../src/address/spaprVio.ts";
import type { Address } from "../../src/domain/address.ts";
import type { Device } from "../../src/domain/device.ts";
import { at, type Bare, draftOf, halvesOf, machines, refusalsOf } from "./builders.ts";

const devices: Readonly<Record<string, Bare>> = {
  vlan: { kind: "interface", type: "user", model: "spapr-vlan" },
  rtl: { kind: "interface", type: "user", model: "rtl8139" },
  scsi: { kind: "controller", type: "scsi", index: 0, model: "ibmvscsi", target: {} },
  scsi1: { kind: "controller", type: "scsi", index: 1, model: "ibmvscsi", target: {} },
  sata: { kind: "controller", type: "sata", index: 0, target: {} },
  serial: { kind: "serial", type: "pty", source: "", targetType: "spapr-vio-serial" },
  nvram: { kind: "nvram" },
  tpm: { kind: "tpm", model: "tpm-spapr" },
  proxy: { kind: "tpm", model: "spapr-tpm-proxy" },
  rng: { kind: "rng" },
};

/** "1000" is a register, "" a spapr-vio address without one, the rest foreign addresses. */
const foreign: Readonly<Record<string, Address>> = {
  "": { type: "spapr-vio" },
  pci10: { type: "pci", domain: 0, bus: 0, slot: 0x10, function: 0 },
  pci: { type: "pci", domain: 0, bus: 0, slot: 0, function: 0 },
  ccw: { type: "ccw", cssid: 0xfe, ssid: 0, devno: 0x123 },
  drive: { type: "drive", controller: 0, bus: 0, target: 0, unit: 3 },
};

function deviceOf(word: string): Bare {
  const [name, place] = halvesOf(word);
  const known = devices[name];
  if (!known) throw new RangeError(`no device is called ${name}`);
  if (place === undefined) return known;
  return at(known, foreign[place] ?? { type: "spapr-vio", reg: BigInt(`0x${place}`) });
}

function placeOf(device: Device): string {
  const address = device.address;
  return address?.type === "spapr-vio" ? (address.reg?.toString(16) ?? "open") : (address?.type ?? "-");
}

/** First line: devices. Second line: registers ! refusals. */
function checkRegisters(given: string, expected: string, machine: keyof typeof machines = "pseries"): void {
  const draft = draftOf(given.split(" ").map(deviceOf), machines[machine]);
  assignSpaprVio(draft);
  const kinds = ["interface", "controller", "serial", "nvram", "tpm", "rng"] as const;
  const all = kinds.flatMap((kind) => draft.list(kind) as Device[]).sort((a, b) => a.id - b.id);
  expect(`${all.map(placeOf).join(" ")}${refusalsOf(draft)}`).toBe(expected);
}

describe("address/spaprVio", () => {
  test.each([
    ["vlan vlan scsi scsi1 serial serial nvram tpm", "1000 2000 3000 4000 30000000 30001000 5000 6000"],
    ["vlan vlan scsi scsi1 serial serial nvram tpm@4000", "1000 2000 3000 5000 30000000 30001000 6000 4000"],
    ["serial serial@30000000", "30001000 30000000"],
    ["vlan scsi@1000", "2000 1000"],
    ["scsi", "2000"],
    ["proxy rng@", "- open"],
    ["vlan@", "1000"],
  ])("%s", (given, expected) => checkRegisters(given, expected));

  test.each([
    ["vlan", "1000"],
    ["rtl@", "1000"],
    ["sata@", "2000"],
    ["nvram tpm", "- -"],
  ])("on a PC: %s", (given, expected) => checkRegisters(given, expected, "pc"));

  test.each([
    ["vlan@pci10", "0"],
    ["vlan@ccw", "fe"],
    ["vlan@pci", "1000"],
    ["vlan@drive", "1000"],
  ])("old numbers show through: %s", (given, expected) => checkRegisters(given, expected));

  test.each([
    ["serial@30000000 serial@30000000", "30000000 30000000 ! spapr-vio-double-use 0←1"],
    ["nvram@5000 rng@5000", "5000 5000 ! spapr-vio-double-use 0←1"],
    ["rng@5000 rng@5000", "5000 5000"],
  ])("refuses registers given twice: %s", (given, expected) => checkRegisters(given, expected));
});
