import { describe, expect, test } from "vitest";
import { assignCcw, ccwText } from "../../src/address/ccw.ts";
import { walk } from "../../src/defaults/walk.ts";
import type { Address } from "../../src/domain/address.ts";
import type { Device } from "../../src/domain/device.ts";
import { at, type Bare, draftOf, halvesOf, machines, refusalsOf } from "./builders.ts";

const devices: Readonly<Record<string, Bare>> = {
  disk: { kind: "disk", device: "disk", bus: "virtio", sourceType: "file" },
  net: { kind: "interface", type: "user", model: "virtio" },
  e1000: { kind: "interface", type: "user", model: "e1000" },
  hostnet: { kind: "interface", type: "hostdev" },
  sound: { kind: "sound", model: "virtio" },
  scsihost: { kind: "hostdev", mode: "subsystem", type: "scsi_host" },
  vfioccw: { kind: "hostdev", mode: "subsystem", type: "mdev", model: "vfio-ccw" },
  vfioap: { kind: "hostdev", mode: "subsystem", type: "mdev", model: "vfio-ap" },
  video: { kind: "video", model: "virtio" },
  scsi: { kind: "controller", type: "scsi", index: 0, model: "lsilogic", target: {} },
  vser: { kind: "controller", type: "virtio-serial", index: 0, target: {} },
  usb: { kind: "controller", type: "usb", index: 0, target: {} },
  input: { kind: "input", type: "keyboard", bus: "virtio" },
  fs: { kind: "filesystem" },
  balloon: { kind: "memballoon", model: "virtio" },
  noballoon: { kind: "memballoon", model: "none" },
  rng: { kind: "rng" },
  vsock: { kind: "vsock" },
  crypto: { kind: "crypto" },
};

/** "fe.0.0001" is a number, "" a ccw address without one, "pci" a foreign one. */
function addressOf(place: string): Address {
  if (place === "") return { type: "ccw" };
  if (place === "pci") return { type: "pci", domain: 0, bus: 0, slot: 0, function: 0 };
  const [cssid = 0, ssid = 0, devno = 0] = place.split(".").map((digits) => Number.parseInt(digits, 16));
  return { type: "ccw", cssid, ssid, devno };
}

function deviceOf(word: string): Bare {
  const [name, place] = halvesOf(word);
  const known = devices[name];
  if (!known) throw new RangeError(`no device is called ${name}`);
  return place === undefined ? known : at(known, addressOf(place));
}

function placeOf(device: Device): string {
  const address = device.address;
  if (address?.type !== "ccw") return address?.type ?? "-";
  return address.devno === undefined ? "open" : ccwText(address).replace(/^fe\.0\.0*(?=.)/, "");
}

/** First line: devices. Second line: numbers, fe.0 left out ! refusals. */
function checkNumbers(given: string, expected: string, machine: keyof typeof machines = "s390"): void {
  const draft = draftOf(given.split(" ").map(deviceOf), machines[machine]);
  assignCcw(draft);
  const all = walk(draft).sort((a, b) => a.id - b.id);
  expect(`${all.map(placeOf).join(" ")}${refusalsOf(draft)}`).toBe(expected);
}

describe("address/ccw", () => {
  test.each([
    [
      "disk disk net sound scsihost vfioccw video scsi vser input fs balloon rng vsock crypto",
      "0 1 2 3 4 5 6 7 8 9 a b c d e",
    ],
    ["crypto rng net disk", "3 2 1 0"],
    ["disk net@fe.0.0000 balloon rng", "1 0 2 3"],
    ["disk@fe.3.ffff balloon", "fe.3.ffff 0"],
    ["e1000 usb noballoon", "- - -"],
    ["e1000@ usb@", "0 1"],
    ["net@pci disk", "pci 0"],
    ["vfioap@fe.0.0004 disk", "- 0"],
  ])("%s", (given, expected) => checkNumbers(given, expected));

  test.each([
    ["disk@fe.0.0000 net@fe.0.0000", "0 0 ! ccw-double-use 1←0"],
    ["hostnet@fe.0.0001", "1 ! ccw-double-use 0"],
  ])("refuses %s", (given, expected) => checkNumbers(given, expected));

  test("does nothing on other machines", () => {
    checkNumbers("disk rng@ net@fe.0.0000", "- open 0", "pc");
  });
});
