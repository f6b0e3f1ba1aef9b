import { describe, expect, test } from "vitest";
import { addVirtioSerialControllers, assignVirtioSerial } from "../../src/address/virtioSerial.ts";
import type { Address } from "../../src/domain/address.ts";
import type { Device } from "../../src/domain/device.ts";
import { at, type Bare, draftOf, halvesOf, partsOf, refusalsOf } from "./builders.ts";

const character = { type: "pty", source: "", targetType: "virtio" };
const devices: Readonly<Record<string, Bare>> = {
  channel: { kind: "channel", ...character },
  console: { kind: "console", ...character },
  guestfwd: { kind: "channel", ...character, targetType: "guestfwd" },
  rng: { kind: "rng" },
  hostnet: { kind: "interface", type: "hostdev" },
};

/** "2:4" is controller 2 port 4, "2:" the controller only, "pci" a foreign address. */
function addressOf(place: string | undefined): Address | undefined {
  if (place === undefined) return undefined;
  if (place === "pci") return { type: "pci", domain: 0, bus: 0, slot: 9, function: 0 };
  const [controller = 0, port = 0] = place.split(":").map(Number);
  return { type: "virtio-serial", controller, bus: 0, port };
}

/** A number is a controller by index, "2:4" one with four ports. */
function deviceOf(word: string): Bare {
  const [name, place] = halvesOf(word);
  const known = devices[name];
  if (known) return at(known, addressOf(place));
  const [index, ports] = name.split(":").map(Number);
  const controller: Bare = { kind: "controller", type: "virtio-serial", index: index ?? 0, target: {} };
  return ports === undefined ? controller : { ...controller, ports };
}

function placeOf(device: Device): string {
  const address = device.address;
  return address?.type === "virtio-serial" ? `${address.controller}:${address.port}` : (address?.type ?? "-");
}

/** First line: controllers | devices. Second line: places | controller indexes afterwards ! refusals. */
function checkPorts(given: string, expected: string): void {
  const [controllers = [], rest = []] = partsOf(given);
  const draft = draftOf([...controllers, ...rest].map(deviceOf));
  addVirtioSerialControllers(draft);
  assignVirtioSerial(draft);
  const placed = (["channel", "console", "rng", "interface"] as const).flatMap(
    (kind) => draft.list(kind) as Device[],
  );
  const places = placed.sort((a, b) => a.id - b.id).map(placeOf);
  const indexes = draft.controllers.ofType("virtio-serial").map(({ index }) => index);
  expect(`${places.join(" ")} | ${indexes.join(" ")}${refusalsOf(draft)}`).toBe(expected);
}

describe("address/virtioSerial gives channels the lowest port", () => {
  test.each([
    ["| channel channel channel", "0:1 0:2 0:3 | 0"],
    ["| channel channel@0:1", "0:2 0:1 | 0"],
    ["| channel@1:5", "1:5 | 1"],
    ["| channel@3: channel", "3:1 0:1 | 0 3"],
    ["2:2 0:2 | channel channel channel channel", "0:1 2:1 1:1 1:2 | 0 1 2"],
    ["0:1 | channel", "1:1 | 0 1"],
    ["0:0 | channel", "1:1 | 0 1"],
    ["| channel@pci guestfwd", "0:1 - | 0"],
    ["0:64 | channel@0:63", "0:63 | 0"],
    ["| console console channel", "- - 0:1 | 0"],
    ["| console@0:0 channel", "0:0 0:2 | 0"],
    ["0 1 | console@1:0 channel@1: channel", "1:0 1:1 0:2 | 0 1"],
    ["0:0 | console", "- | 0 1"],
    ["| console@0:4 channel", "0:4 0:1 | 0"],
  ])("%s", (given, expected) => checkPorts(given, expected));

  test("thirty-one channels need a second controller", () => {
    const places = Array.from({ length: 30 }, (_, index) => `0:${index + 1}`);
    checkPorts(`| ${"channel ".repeat(31)}`, `${places.join(" ")} 1:1 | 0 1`);
  });
});

describe("address/virtioSerial refuses", () => {
  test.each([
    ["| channel@0:31", "0:31 | 0 ! vioserial-port-range 0"],
    ["0:2 | channel@0:2", "0:2 | 0 ! vioserial-port-range 1←0"],
    ["| channel@0:3 channel@0:3", "0:3 0:3 | 0 ! vioserial-double-use 1←0"],
    ["| rng@2:1", "2:1 |  ! vioserial-controller-missing 0"],
    ["| console@1:0", "1:0 | 1 ! vioserial-none-free 0"],
    ["0:1 | channel@0:", "0:0 | 0 ! vioserial-full 1←0"],
    ["0 | hostnet@0:1", "0:1 | 0 ! vioserial-double-use 1"],
  ])("%s", (given, expected) => checkPorts(given, expected));
});

test("address/virtioSerial names the ports before and the controller libvirt adds", () => {
  const draft = draftOf(["channel@0:1", "channel"].map(deviceOf));
  addVirtioSerialControllers(draft);
  assignVirtioSerial(draft);
  const values = { controller: 0, port: 2 };
  expect(draft.whys.get(1)).toEqual({ rule: "virtio-serial-lowest-port", values, because: [0], provider: 2 });
});
