import { expect, test } from "vitest";
import { markVirtio } from "../../src/address/virtioMmio.ts";
import { walk } from "../../src/defaults/walk.ts";
import { type Bare, draftOf, machines } from "./builders.ts";

const devices: Readonly<Record<string, Bare>> = {
  root: { kind: "controller", type: "pci", index: 0, model: "pcie-root", target: {} },
  disk: { kind: "disk", device: "disk", bus: "virtio", sourceType: "file" },
  net: { kind: "interface", type: "user", model: "virtio" },
  mmio: { kind: "interface", type: "user", model: "virtio", address: { type: "virtio-mmio" } },
  pci: { kind: "rng", address: { type: "pci", domain: 0, bus: 0, slot: 0, function: 0 } },
  lsi: { kind: "controller", type: "scsi", index: 0, model: "lsilogic", target: {} },
  fs: { kind: "filesystem" },
  e1000: { kind: "interface", type: "user", model: "e1000" },
};

test.each([
  ["virt", "root disk net lsi fs e1000", "- pci pci pci - -"],
  ["virt", "root disk mmio pci lsi fs e1000", "- virtio-mmio virtio-mmio pci virtio-mmio - -"],
  ["vexpress", "disk net lsi fs e1000", "virtio-mmio virtio-mmio virtio-mmio - -"],
  ["riscv", "root disk", "- pci"],
  ["pc", "disk", "-"],
] as const)("address/virtioMmio on %s: %s", (machine, given, expected) => {
  const draft = draftOf(
    given.split(" ").map((word) => devices[word]!),
    machines[machine],
  );
  markVirtio(draft);
  const all = walk(draft).sort((a, b) => a.id - b.id);
  expect(all.map((device) => device.address?.type ?? "-").join(" ")).toBe(expected);
});
