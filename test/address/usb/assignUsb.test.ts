import { describe, expect, test } from "vitest";
import { assignUsb } from "../../../src/address/usb/assignUsb.ts";
import type { UsbAddress } from "../../../src/domain/address.ts";
import type { Device } from "../../../src/domain/device.ts";
import { addedOf, at, type Bare, draftOf, halvesOf, machines, partsOf, refusalsOf } from "../builders.ts";

const devices: Readonly<Record<string, Bare>> = {
  tablet: { kind: "input", type: "tablet", bus: "usb" },
  disk: { kind: "disk", device: "disk", bus: "usb", sourceType: "file" },
  net: { kind: "interface", type: "user", model: "usb-net" },
  sound: { kind: "sound", model: "usb" },
  hostdev: { kind: "hostdev", mode: "subsystem", type: "usb", host: { type: "usb", vendor: 1, product: 2 } },
  hostnet: { kind: "interface", type: "hostdev", host: { type: "usb", vendor: 1, product: 2 } },
  serial: { kind: "serial", type: "pty", source: "", targetType: "usb-serial" },
  mtp: { kind: "filesystem", driver: "mtp" },
  redir: { kind: "redirdev", bus: "usb", type: "tcp" },
  hub: { kind: "hub", type: "usb" },
  ps2: { kind: "input", type: "mouse", bus: "ps2" },
};

/** "qemu-xhci:15@2": model, ports, index. "ccid" is a controller on a USB port. */
function controllerOf(word: string, place: string | undefined): Bare {
  const [model = "", ports] = word.split(":");
  if (model === "ccid") return { kind: "controller", type: "ccid", index: 0, target: {} };
  return {
    kind: "controller",
    type: "usb",
    model,
    index: Number(place ?? 0),
    target: {},
    ...(ports !== undefined && { ports: Number(ports) }),
  };
}

/** "0/1.2" is bus 0 port 1.2, "1/" names the bus only, "pci" stands for a foreign address. */
function addressOf(place: string | undefined): Bare["address"] {
  if (place === undefined) return undefined;
  if (place === "pci") return { type: "pci", domain: 0, bus: 0, slot: 9, function: 0 };
  const [bus = "0", port = ""] = place.split("/");
  return { type: "usb", bus: Number(bus), port: port === "" ? [] : port.split(".").map(Number) };
}

function deviceOf(word: string): Bare {
  const [name, place] = halvesOf(word);
  const known = devices[name];
  if (known) return at(known, addressOf(place));
  return controllerOf(name, place);
}

function placeOf(device: Device): string {
  const address = device.address;
  if (address?.type !== "usb") return address?.type ?? "-";
  return `${address.bus}/${(address as UsbAddress).port.join(".")}`;
}

/** First line: controllers | devices. Second line: the devices' places + the places of added hubs ! refusals. */
function checkUsb(given: string, expected: string, existingGuest = false): void {
  const [controllers = [], rest = []] = partsOf(given);
  const machine = { ...machines.pc, options: { existingGuest } };
  const draft = draftOf([...controllers, ...rest].map(deviceOf), machine);
  const written = draft.domain.devices.slice(controllers.length).map(({ id }) => id);
  assignUsb(draft);
  const now = new Map(
    (
      [
        "input",
        "disk",
        "interface",
        "sound",
        "hostdev",
        "serial",
        "filesystem",
        "redirdev",
        "hub",
        "controller",
      ] as const
    )
      .flatMap((kind) => draft.list(kind) as Device[])
      .map((device) => [device.id, placeOf(device)]),
  );
  const hubs = addedOf(draft, "hub").map(placeOf);
  const places = written.map((id) => now.get(id)).join(" ");
  expect(`${places}${hubs.map((hub) => ` + ${hub}`).join("")}${refusalsOf(draft)}`).toBe(expected);
}

describe("address/usb counts ports", () => {
  test.each([
    ["piix3-uhci | tablet tablet", "0/1 0/2"],
    ["piix3-uhci | tablet tablet tablet", "0/2 0/1.1 0/1.2 + 0/1"],
    ["pci-ohci | tablet tablet tablet tablet", "0/2 0/3 0/1.1 0/1.2 + 0/1"],
    ["qemu-xhci | tablet tablet tablet tablet", "0/1 0/2 0/3 0/4"],
    ["qemu-xhci:1 | tablet", "0/1"],
    ["piix3-uhci:8 | tablet tablet tablet", "0/2 0/1.1 0/1.2 + 0/1"],
    ["ich9-ehci1 ich9-uhci1 | tablet tablet tablet tablet tablet tablet", "0/1 0/2 0/3 0/4 0/5 0/6"],
    ["piix3-uhci qemu-xhci@2 | tablet tablet tablet", "0/1 0/2 2/1"],
    [`piix3-uhci qemu-xhci@2 |${" tablet".repeat(7)}`, "0/2 0/1.1 0/1.2 0/1.3 0/1.4 0/1.5 0/1.6 + 0/1"],
    ["qemu-xhci | ps2 tablet", "- 0/1"],
  ])("%s", (given, expected) => checkUsb(given, expected));

  test("sixteen devices on two ports nest one hub behind another", () => {
    const own = [2, 3, 4, 5, 6, 7, 8].map((port) => `0/1.${port}`);
    const nested = [1, 2, 3, 4, 5, 6, 7, 8].map((port) => `0/1.1.${port}`);
    checkUsb(
      `piix3-uhci |${" tablet".repeat(16)}`,
      `${[...own, ...nested, "0/2.1"].join(" ")} + 0/1 + 0/2 + 0/1.1`,
    );
  });
});

describe("address/usb takes devices in libvirt's order", () => {
  test.each([
    [
      "qemu-xhci:15 | redir tablet mtp serial ccid hostdev sound net disk",
      "0/9 0/7 0/8 0/6 0/5 0/4 0/3 0/2 0/1",
    ],
    [
      "qemu-xhci:15 | redir@0/3 tablet mtp serial ccid hostdev@0/1 sound net disk",
      "0/3 0/8 0/9 0/7 0/6 0/1 0/5 0/4 0/2",
    ],
    ["qemu-xhci | hostnet hostdev disk", "0/2 0/3 0/1"],
    ["qemu-xhci | tablet hub", "0/2 0/1"],
  ])("%s", (given, expected) => checkUsb(given, expected));
});

describe("address/usb keeps what is given", () => {
  test.each([
    ["piix3-uhci | tablet@0/1 tablet tablet", "0/1 0/2.1 0/2.2 + 0/2"],
    ["piix3-uhci | hub@0/1 tablet@0/1.1 tablet", "0/1 0/1.1 0/2"],
    ["piix3-uhci | tablet@0/1.1 hub@0/1", "0/1.1 0/1"],
    ["piix3-uhci | tablet@0/1.0", "0/1.0"],
    ["piix3-uhci qemu-xhci@1 | tablet@1/ tablet", "1/1 0/1"],
    ["piix3-uhci | hub@pci sound@pci tablet", "0/1 pci 0/2"],
  ])("%s", (given, expected) => checkUsb(given, expected));
});

describe("address/usb refuses", () => {
  test.each([
    ["piix3-uhci | tablet@0/1.1", "0/1.1 ! usb-hub-missing 1←0"],
    ["piix3-uhci | tablet@0/3", "0/3 ! usb-port-not-present 1←0"],
    ["piix3-uhci | tablet@0/3.1", "0/3.1 ! usb-port-intermediate-range 1←0"],
    ["piix3-uhci | hub@0/1 tablet@0/1.0.2", "0/1 0/1.0.2 ! usb-port-intermediate-range 2←1"],
    ["piix3-uhci | tablet@1/1", "1/1 ! usb-bus-missing-port 1"],
    ["piix3-uhci | tablet@1/", "1/ ! usb-bus-missing 1"],
    ["qemu-xhci | tablet@0/2 disk@0/2", "0/2 0/2 ! usb-double-use 1←2"],
    ["qemu-xhci | hub@0/1 hub@0/1", "0/1 0/1 ! usb-hub-double-use 2←1"],
    ["qemu-xhci | hub@0/1 tablet@0/1", "0/1 0/1 ! usb-double-use 2←1"],
    ["piix3-uhci qemu-xhci@0 | tablet", "0/1 ! usb-controller-duplicate-index 1←0"],
    ["piix3-uhci qemu-xhci@1 | tablet@0/ tablet@0/ tablet@0/", "0/1 0/2 0/ ! usb-no-free-port 4←0"],
    ["piix3-uhci | tablet@0/1 tablet@0/2 tablet", "0/1 0/2 - + - ! usb-no-free-port 3←0"],
    ["qemu-xhci:0 | tablet", "- + - ! usb-no-free-port 1"],
    ["none | disk redir", "- - ! usb-disabled-device 1←0,2"],
    ["| tablet", "- ! usb-disabled-device 0"],
  ])("%s", (given, expected) => checkUsb(given, expected));

  test("a hub that cannot be placed takes no blame for what is behind it", () => {
    checkUsb("piix3-uhci | hub@0/7 tablet@0/7.1", "0/7 0/7.1 ! usb-port-not-present 1←0");
  });

  test("every problem at once", () => {
    checkUsb(
      "piix3-uhci | tablet@0/3 tablet@1/1 tablet@0/1 disk@0/1",
      "0/3 1/1 0/1 0/1 + 0/2 ! usb-port-not-present 1←0 ! usb-bus-missing-port 2 ! usb-double-use 3←4",
    );
  });
});

describe("address/usb of a guest that libvirt knows", () => {
  test("stays as it is while a device has no port", () => {
    checkUsb("piix3-uhci | tablet@0/1 tablet", "0/1 -", true);
    checkUsb("piix3-uhci | tablet@0/1 tablet@0/3", "0/1 0/3 ! usb-port-not-present 2←0", true);
  });
});

test("address/usb says which devices took the earlier ports", () => {
  const draft = draftOf(["qemu-xhci", "tablet", "tablet"].map(deviceOf));
  assignUsb(draft);
  expect(draft.whys.get(2)).toEqual({
    rule: "usb-lowest-port",
    values: { usb: 0, port: "2" },
    because: [1],
    provider: 0,
  });
});

test("address/usb leaves unreadable addresses out", () => {
  const draft = draftOf([
    deviceOf("qemu-xhci"),
    { ...deviceOf("tablet"), unreadableAddress: true },
    deviceOf("tablet"),
  ]);
  assignUsb(draft);
  expect(draft.list("input").map(placeOf)).toEqual(["-", "0/1"]);
});
