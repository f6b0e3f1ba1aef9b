import { describe, expect, test } from "vitest";
import { assignDisk } from "../../../src/address/drive/assignDisk.ts";
import { assignScsiHostdev } from "../../../src/address/drive/assignScsiHostdev.ts";
import {
  addDriveControllers,
  addScsiHostdevControllers,
} from "../../../src/address/drive/implicitControllers.ts";
import type { Draft } from "../../../src/defaults/draft.ts";
import type { Address } from "../../../src/domain/address.ts";
import type { Device } from "../../../src/domain/device.ts";
import { at, type Bare, draftOf, halvesOf, partsOf, refusalsOf } from "../builders.ts";

/** "0/0/3/1" is controller, bus, target, unit; "isa:3f8" a foreign address. */
function addressOf(place: string | undefined): Address | undefined {
  if (place === undefined) return undefined;
  if (place.startsWith("isa:")) return { type: "isa", iobase: Number.parseInt(place.slice(4), 16), irq: 0 };
  const [controller = 0, bus = 0, target = 0, unit = 0] = place.split("/").map(Number);
  return { type: "drive", controller, bus, target, unit };
}

/** "scsi:sda@0/0/0/1" is a disk, "host" a SCSI host device, "+lsilogic@2" a SCSI controller. */
function deviceOf(word: string): Bare {
  const [name, place] = halvesOf(word);
  if (name.startsWith("+")) {
    const model = name.slice(1);
    const controller: Bare = { kind: "controller", type: "scsi", index: Number(place ?? 0), target: {} };
    return model === "" ? controller : { ...controller, model };
  }
  if (name === "host") return at({ kind: "hostdev", mode: "subsystem", type: "scsi" }, addressOf(place));
  const [bus = "", target = ""] = name.split(":");
  return at({ kind: "disk", device: "disk", bus, target, sourceType: "file" }, addressOf(place));
}

function placeOf(device: Device): string {
  const address = device.address;
  if (address?.type !== "drive") return address?.type ?? "-";
  return [address.controller, address.bus, address.target, address.unit].join("/");
}

function assign(draft: Draft): void {
  for (const disk of draft.disks) assignDisk(draft, disk);
  for (const hostdev of draft.list("hostdev")) assignScsiHostdev(draft, hostdev);
  addDriveControllers(draft);
  addScsiHostdevControllers(draft, draft.hostdevs);
}

/** First line: devices. Second line: their places | controllers afterwards ! refusals. */
function checkDrive(given: string, expected: string): void {
  const words = partsOf(given).flat();
  const draft = draftOf(words.map(deviceOf));
  assign(draft);
  const places = [...draft.disks, ...draft.list("hostdev")].sort((a, b) => a.id - b.id).map(placeOf);
  const controllers = draft.controllers
    .all()
    .map(({ type, index, model }) => `${type}${index}${model ? `=${model}` : ""}`);
  expect(`${places.join(" ")} | ${controllers.join(" ")}${refusalsOf(draft)}`).toBe(expected);
}

describe("address/drive reads target names", () => {
  test.each([
    [
      "scsi:sda scsi:sdg scsi:sdh scsi:sdaa scsi:sdn",
      "0/0/0/0 0/0/0/6 1/0/0/0 3/0/0/5 1/0/0/6 | scsi0 scsi1 scsi2 scsi3",
    ],
    ["ide:hda ide:hdb ide:hdc ide:hdd", "0/0/0/0 0/0/0/1 0/1/0/0 0/1/0/1 | ide0"],
    ["sata:sda sata:sdf sata:sdg sata:sdt", "0/0/0/0 0/0/0/5 1/0/0/0 3/0/0/1 | sata0 sata1 sata2 sata3"],
    ["fdc:fda fdc:fdb", "0/0/0/0 0/0/0/1 | fdc0"],
    ["sata:hda scsi:vdb usb:sdc virtio:vda", "0/0/0/0 0/0/0/1 - - | scsi0 sata0"],
    ["scsi:sdc +virtio-scsi@0 scsi:sdh", "0/0/0/2 1/0/0/0 | scsi0=virtio-scsi scsi1"],
    ["scsi:sda@0/0/0/5 scsi:sdf", "0/0/0/5 0/0/0/5 | scsi0"],
    ["sata:sda@2/0/0/1", "2/0/0/1 | sata0 sata1 sata2"],
    ["scsi:sda@4294967295/0/0/0", "4294967295/0/0/0 | "],
  ])("%s", (given, expected) => checkDrive(given, expected));
});

describe("address/drive finds units for SCSI host devices", () => {
  test.each([
    ["host host host", "0/0/0/0 0/0/0/1 0/0/0/2 | scsi0"],
    [
      `+virtio-scsi@0 ${"host ".repeat(9)}`,
      "0/0/0/0 0/0/0/1 0/0/0/2 0/0/0/3 0/0/0/4 0/0/0/5 0/0/0/6 1/0/0/0 1/0/0/1 | scsi0=virtio-scsi scsi1=virtio-scsi",
    ],
    [
      `+lsisas1068@0 ${"host ".repeat(5)}`,
      "0/0/0/0 0/0/0/1 1/0/0/0 1/0/0/1 1/0/0/2 | scsi0=lsisas1068 scsi1=lsisas1068",
    ],
    ["+lsilogic@0 scsi:sda scsi:sdc host host", "0/0/0/0 0/0/0/2 0/0/0/1 0/0/0/3 | scsi0=lsilogic"],
    [
      "scsi:sda scsi:sdb scsi:sdc scsi:sdd scsi:sde scsi:sdf scsi:sdg host",
      "0/0/0/0 0/0/0/1 0/0/0/2 0/0/0/3 0/0/0/4 0/0/0/5 0/0/0/6 1/0/0/0 | scsi0 scsi1",
    ],
    ["host host@0/0/0/0", "0/0/0/1 0/0/0/0 | scsi0"],
    [
      "+virtio-scsi@1 host@1/0/0/0 host@3/0/0/0",
      "1/0/0/0 3/0/0/0 | scsi0=virtio-scsi scsi1=virtio-scsi scsi2=virtio-scsi scsi3=virtio-scsi",
    ],
    ["+virtio-scsi@1 host@3/0/0/0 host@1/0/0/0", "3/0/0/0 1/0/0/0 | scsi0 scsi1=virtio-scsi scsi2 scsi3"],
    ["host@isa:2", "isa | scsi0 scsi1 scsi2"],
  ])("%s", (given, expected) => checkDrive(given, expected));
});

describe("address/drive refuses", () => {
  test.each([
    ["virtio:foo", "- |  ! disk-target-unknown-name 0"],
    ["scsi:sda1x", "- |  ! disk-target-unknown-name 0"],
    ["host@0/0/0/0 scsi:sda", "0/0/0/0 0/0/0/0 | scsi0 ! drive-target-name-conflict 1←0"],
    ["host@0/0/1/2 scsi:sda@0/0/1/2", "0/0/1/2 0/0/1/2 | scsi0 ! drive-double-use-disk-hostdev 0←1"],
  ])("%s", (given, expected) => checkDrive(given, expected));

  test("a controller number that no machine has room for", () => {
    checkDrive(
      "scsi:sda scsi:sdroota sata:sdb@2000000000/0/0/0 host@8192/0/0/0",
      "0/0/0/0 1214266/0/0/6 2000000000/0/0/0 8192/0/0/0 | scsi0" +
        " ! pci-no-slot-for-controller 1 ! pci-no-slot-for-controller 2 ! pci-no-slot-for-controller 3",
    );
  });

  test("an address that cannot be read gives no unit away", () => {
    const draft = draftOf([{ ...deviceOf("scsi:sda"), unreadableAddress: true }, deviceOf("host")]);
    assign(draft);
    expect(draft.disks.map(placeOf)).toEqual(["-"]);
    expect(draft.list("hostdev").map(placeOf)).toEqual(["0/0/0/0"]);
  });
});
