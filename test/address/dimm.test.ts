import { expect, test } from "vitest";
import { assignDimm } from "../../src/address/dimm.ts";
import type { Address } from "../../src/domain/address.ts";
import { type Bare, draftOf, halvesOf, refusalsOf } from "./builders.ts";

const foreign: Readonly<Record<string, Address>> = {
  pci10: { type: "pci", domain: 0, bus: 0, slot: 0x10, function: 0 },
  drive: { type: "drive", controller: 0, bus: 0, target: 0, unit: 3 },
  vio: { type: "spapr-vio", reg: 0x5000n },
  ccw: { type: "ccw", cssid: 0xfe, ssid: 0, devno: 0x123 },
  usb: { type: "usb", bus: 0, port: [1] },
};

function memoryOf(word: string): Bare {
  const [model, place] = halvesOf(word);
  const memory: Bare = { kind: "memory", model, size: 1n, labelSize: 0n };
  if (place === undefined) return memory;
  return { ...memory, address: foreign[place] ?? { type: "dimm", slot: Number(place), base: 0n } };
}

test.each([
  [4, "dimm dimm@0 dimm", "1 0 2"],
  [4, "virtio-mem dimm nvdimm virtio-pmem", "- 0 1 -"],
  [4, "dimm@9 dimm", "9 0"],
  [4, "dimm@pci10", "0+10"],
  [4, "dimm@drive", "0+300000000"],
  [4, "dimm@vio", "0+1"],
  [4, "dimm@ccw", "0+100000123"],
  [4, "dimm@usb", "0"],
  [2, "dimm dimm dimm", "0 1 - ! dimm-none-free 2←maxMemory@slots"],
  [0, "dimm", "- ! dimm-none-free 0←maxMemory@slots"],
  [undefined, "dimm", "-"],
])("address/dimm with %s slots: %s", (slots, given, expected) => {
  const draft = draftOf(given.split(" ").map(memoryOf), slots === undefined ? {} : { slots });
  assignDimm(draft);
  const places = draft.list("memory").map(({ address }) => {
    if (address?.type !== "dimm") return address?.type ?? "-";
    return address.base === 0n ? `${address.slot}` : `${address.slot}+${address.base.toString(16)}`;
  });
  expect(`${places.join(" ")}${refusalsOf(draft)}`).toBe(expected);
});
