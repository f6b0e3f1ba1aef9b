import { expect, test } from "vitest";
import { assignCcw } from "../../src/address/ccw.ts";
import { assignDisk } from "../../src/address/drive/assignDisk.ts";
import { assignScsiHostdev } from "../../src/address/drive/assignScsiHostdev.ts";
import { addDriveControllers } from "../../src/address/drive/implicitControllers.ts";
import { assignUsb } from "../../src/address/usb/assignUsb.ts";
import { assignVirtioSerial } from "../../src/address/virtioSerial.ts";
import type { Draft } from "../../src/defaults/draft.ts";
import { type Bare, draftOf, type Machine, machines } from "./builders.ts";

/** Target names count like spreadsheet columns: a … z, aa … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const many = (count: number, make: (index: number) => Bare) =>
  Array.from({ length: count }, (_, index) => make(index));
const scsiDisk = (index: number): Bare => ({
  kind: "disk",
  device: "disk",
  bus: "scsi",
  target: `sd${letters(index)}`,
  sourceType: "file",
});

/** What takes minutes when every device asks every other one takes a moment when none does. */
const moment = 3000;

function timeOf(devices: readonly Bare[], machine: Machine, assign: (draft: Draft) => void): number {
  const draft = draftOf(devices, machine);
  const start = performance.now();
  assign(draft);
  expect(draft.refusals).toEqual([]);
  return performance.now() - start;
}

const scsiHostdev: Bare = { kind: "hostdev", mode: "subsystem", type: "scsi" };
const tablet: Bare = { kind: "input", type: "tablet", bus: "usb" };
const xhci = (index: number): Bare => ({
  kind: "controller",
  type: "usb",
  index,
  model: "qemu-xhci",
  ports: 15,
  target: {},
});
const channel: Bare = { kind: "channel", type: "pty", source: "", targetType: "virtio" };

test.each<[string, readonly Bare[], Machine, (draft: Draft) => void]>([
  [
    "10,000 SCSI disks",
    many(10_000, scsiDisk),
    machines.pc,
    (draft) => {
      for (const disk of draft.disks) assignDisk(draft, disk);
      addDriveControllers(draft);
    },
  ],
  [
    "5,000 SCSI disks with 5,000 SCSI host devices",
    [...many(5000, scsiDisk), ...many(5000, () => scsiHostdev)],
    machines.pc,
    (draft) => {
      for (const disk of draft.disks) assignDisk(draft, disk);
      for (const hostdev of draft.list("hostdev")) assignScsiHostdev(draft, hostdev);
    },
  ],
  ["1,000 USB devices", [...many(60, xhci), ...many(1000, () => tablet)], machines.pc, assignUsb],
  ["10,000 channel devices", many(10_000, () => ({ kind: "rng" })), machines.s390, assignCcw],
  ["10,000 virtio channels", many(10_000, () => channel), machines.pc, assignVirtioSerial],
])("address assigns %s in a moment", (name, devices, machine, assign) => {
  expect(timeOf(devices, machine, assign), name).toBeLessThan(moment);
});
