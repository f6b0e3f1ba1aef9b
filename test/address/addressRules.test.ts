import { describe, expect, test } from "vitest";
import { addressRules } from "../../src/address/addressRules.ts";
import type { Address, AddressType } from "../../src/domain/address.ts";
import { reasonText } from "../../src/feature/reasonWords.ts";
import { type Bare, type Machine, machines } from "./builders.ts";
import { pictureOf, placedOf } from "./pictures.ts";

const scsi = (index: number, model?: string): Bare => ({
  kind: "controller",
  type: "scsi",
  index,
  target: {},
  ...(model !== undefined && { model }),
});
const controller = (type: string, index = 0, more: object = {}): Bare => ({
  kind: "controller",
  type,
  index,
  target: {},
  ...more,
});
const drive = (controllerIndex: number, bus: number, target: number, unit: number): Address => ({
  type: "drive",
  controller: controllerIndex,
  bus,
  target,
  unit,
});
const disk = (bus: string, address?: Address): Bare => ({
  kind: "disk",
  device: "disk",
  bus,
  sourceType: "file",
  ...(address && { address }),
});
const usb = (bus: number, ...port: number[]): Address => ({ type: "usb", bus, port });
const hub = (address: Address): Bare => ({ kind: "hub", type: "usb", address });
const tablet = (address?: Address): Bare => ({
  kind: "input",
  type: "tablet",
  bus: "usb",
  ...(address && { address }),
});
const channel = (address?: Address): Bare => ({
  kind: "channel",
  type: "pty",
  source: "",
  targetType: "virtio",
  ...(address && { address }),
});
const rng = (address?: Address): Bare => ({ kind: "rng", ...(address && { address }) });
const ccw = (devno: number): Address => ({ type: "ccw", cssid: 0xfe, ssid: 0, devno });
const memory = (slot: number): Bare => ({
  kind: "memory",
  model: "dimm",
  size: 1n,
  labelSize: 0n,
  address: { type: "dimm", slot, base: 0n },
});

/** The buses of a type, one line each: label, then slots with the ids of those who sit there. */
function checkPicture(
  type: AddressType,
  devices: readonly Bare[],
  machine: Machine,
  expected: string[],
): void {
  expect(pictureOf(addressRules[type], placedOf(devices, machine))).toEqual(expected);
}

describe("address rules show", () => {
  test("units of disk controllers", () => {
    const devices = [
      scsi(0, "lsilogic"),
      scsi(1, "virtio-scsi"),
      controller("ide"),
      controller("sata"),
      controller("fdc"),
      disk("scsi", drive(0, 0, 0, 2)),
      disk("scsi", drive(1, 0, 0, 20)),
      disk("scsi", drive(1, 0, 3, 0)),
      disk("ide", drive(0, 1, 0, 0)),
      disk("sata", drive(0, 0, 0, 5)),
      disk("fdc", drive(0, 0, 0, 0)),
    ];
    checkPicture("drive", devices, machines.pc, [
      "scsi0: 0:0…0:1 0:2=5 0:3…0:6 0:7✗",
      "scsi1: 0:0…0:19 0:20=6 0:21…0:23 3:0=7",
      "fdc0: 0=10 1",
      "ide0: 0:0…0:1 1:0=8 1:1",
      "sata0: 0…4 5=9",
    ]);
  });

  test("USB ports behind hubs", () => {
    const devices = [
      controller("usb", 0, { model: "piix3-uhci" }),
      controller("usb", 1, { model: "ich9-ehci1" }),
      controller("usb", 1, { model: "ich9-uhci1", masterStartPort: 0 }),
      hub(usb(0, 1)),
      hub(usb(0, 1, 2)),
      tablet(usb(0, 1, 2, 8)),
      tablet(usb(1, 6)),
    ];
    checkPicture("usb", devices, machines.pc, [
      "usb0: 1=3 2",
      "usb0:1: 1.1 1.2=4 1.3…1.8",
      "usb0:1.2: 1.2.1…1.2.7 1.2.8=5",
      "usb1: 1…5 6=6",
    ]);
  });

  test("ports of virtio-serial and slots of ccid", () => {
    const devices = [
      controller("virtio-serial", 0, { ports: 4 }),
      controller("ccid"),
      channel({ type: "virtio-serial", controller: 0, bus: 0, port: 2 }),
      { kind: "smartcard", mode: "host", address: { type: "ccid", controller: 0, slot: 0 } } as Bare,
    ];
    checkPicture("virtio-serial", devices, machines.pc, ["virtio-serial0: 0✗ 1 2=2 3"]);
    checkPicture("ccid", devices, machines.pc, ["ccid0: 0=3"]);
  });

  test("numbers of the buses without controllers, with places that are free", () => {
    checkPicture("ccw", [rng(ccw(0)), rng(ccw(2))], machines.s390, [
      "css: fe.0.0000=0 fe.0.0001 fe.0.0002=1 fe.0.0003…fe.0.0005",
    ]);
    const vio: Bare = { kind: "nvram", address: { type: "spapr-vio", reg: 0x3000n } };
    checkPicture("spapr-vio", [vio], machines.pseries, ["vio: 00001000 00003000=0 30000000"]);
    checkPicture("virtio-mmio", [rng({ type: "virtio-mmio" })], machines.virt, ["mmio: 0=0"]);
    checkPicture("dimm", [memory(2)], { slots: 4 }, ["memory: 0…1 2=0 3"]);
    const serial: Bare = {
      kind: "serial",
      type: "pty",
      source: "",
      address: { type: "isa", iobase: 0x3f8, irq: 4 },
    };
    checkPicture("isa", [serial], machines.pc, ["isa.0: 3f8 irq 4=0"]);
    const com = (number: number, more: object = {}): Bare => ({
      kind: "serial",
      type: "pty",
      source: "",
      targetType: "isa-serial",
      targetPort: number,
      ...more,
    });
    checkPicture("isa", [com(0, { address: { type: "isa", iobase: 0x2e8, irq: 3 } }), com(2)], machines.pc, [
      "isa.0: 2e8 irq 3=0 2f8 irq 3 3e8 irq 4=1 3f8 irq 4",
    ]);
    const debug: Bare = { kind: "serial", type: "pty", source: "", targetType: "isa-debug" };
    const panic: Bare = { kind: "panic", model: "isa" };
    checkPicture("isa", [com(0), com(7)], machines.pc, ["isa.0: 2e8 irq 3…3e8 irq 4 3f8 irq 4=0"]);
    checkPicture("isa", [debug, panic], machines.pc, ["isa.0: e9=0 402 505=1"]);
    checkPicture("isa", [com(0), panic, debug], machines.pseries, []);
    checkPicture(
      "unassigned",
      [{ kind: "hostdev", mode: "subsystem", type: "pci", address: { type: "unassigned" } }],
      machines.pc,
      [],
    );
  });

  test("nothing where a machine has no such bus", () => {
    for (const type of ["ccw", "spapr-vio", "virtio-mmio", "dimm", "isa", "ccid"] as const) {
      checkPicture(type, [rng()], machines.pc, []);
    }
  });
});

/** Which buses take the last device, and why the others do not. */
function accepted(type: AddressType, devices: readonly Bare[], machine: Machine = machines.pc) {
  const placed = placedOf(devices, machine);
  const rule = addressRules[type];
  const buses = rule.buses(placed);
  const last = placed.devices.at(-1)!.device;
  const { buses: taken, refusedBuses, otherwise } = rule.accepts(placed, last, buses);
  const reasons = [...refusedBuses].map(([key, reason]) => `${key}: ${reasonText(reason)}`);
  return [...taken, ...reasons, ...(taken.length === 0 ? [reasonText(otherwise)] : [])];
}

describe("address rules accept", () => {
  test("a disk on the controllers of its bus", () => {
    expect(accepted("drive", [scsi(0), scsi(1), controller("sata"), disk("scsi")])).toEqual([
      "drive:scsi:0",
      "drive:scsi:1",
      "drive:sata:0: This is a sata controller and the disk is on scsi. Change the bus of its target first.",
    ]);
    expect(accepted("drive", [controller("ide"), controller("ide", 1), disk("ide")])).toEqual([
      "drive:ide:0",
      "drive:ide:1: libvirt takes ide disks on controller 0 only.",
    ]);
  });

  test("a hub everywhere but behind itself", () => {
    const devices = [controller("usb", 0, { model: "qemu-xhci" }), hub(usb(0, 1, 1)), hub(usb(0, 1))];
    expect(accepted("usb", devices)).toEqual([
      "usb:0",
      "usb:0:1: A hub cannot sit on its own ports or behind them.",
      "usb:0:1.1: A hub cannot sit on its own ports or behind them.",
    ]);
  });

  test("channels on virtio-serial ports, and nobody else", () => {
    const bus = controller("virtio-serial");
    expect(accepted("virtio-serial", [bus, channel()])).toEqual(["virtio-serial:0"]);
    expect(accepted("virtio-serial", [bus, rng()])).toEqual([
      "Only virtio channels and virtio consoles sit on virtio-serial ports.",
    ]);
  });

  test("one smartcard, in one slot", () => {
    expect(
      accepted("ccid", [controller("ccid"), controller("ccid", 1), { kind: "smartcard", mode: "host" }]),
    ).toEqual(["ccid:0", "ccid:1: QEMU takes one smartcard, in slot 0 of ccid controller 0."]);
  });

  test("a serial port at the serial ports of a PC, and a parallel port nowhere", () => {
    const isa = (kind: "serial" | "parallel" | "panic", iobase: number, more: object): Bare => {
      const address: Address = { type: "isa", iobase, irq: 0 };
      return kind === "panic"
        ? { kind, address, ...more }
        : { kind, type: "pty", source: "", address, ...more };
    };
    const panic = isa("panic", 0x505, { model: "isa" });
    const serial = isa("serial", 0x2f8, { targetType: "isa-serial" });
    const parallel = isa("parallel", 0x378, {});
    expect(accepted("isa", [panic, serial])).toEqual(["isa:0"]);
    expect(accepted("isa", [serial, parallel])).toEqual([
      "libvirt does not hand the address of a parallel port on to QEMU.",
    ]);
    const placed = placedOf([parallel, panic, serial]);
    const last = placed.devices.at(-1)!.device;
    const rule = addressRules.isa;
    const { refusedSlots } = rule.accepts(placed, last, rule.buses(placed));
    expect([...refusedSlots].map(([key, reason]) => `${key} ${reasonText(reason)}`)).toEqual([
      "isa:0:e9:0 This port is for a debug console.",
      "isa:0:402:0 This port is for a debug console.",
      "isa:0:505:0 This port is for a panic device.",
      "isa:0:378:0 This port is for a parallel device.",
    ]);
  });

  test("a memory mapped device nowhere else", () => {
    expect(accepted("virtio-mmio", [rng({ type: "virtio-mmio" })], machines.virt)[0]).toMatch(/no number/);
  });

  test("nothing on a channel subsystem that is not there", () => {
    expect(accepted("ccw", [rng(ccw(1))])).toEqual(["The machine pc-i440fx-10.0 has no channel subsystem."]);
  });
});

describe("address rules give the address of every slot they show", () => {
  const cases: readonly (readonly [AddressType, Bare, readonly Bare[], Machine])[] = [
    [
      "drive",
      disk("scsi"),
      [scsi(0, "virtio-scsi"), disk("scsi", drive(0, 0, 3, 1)), disk("scsi", drive(0, 1, 2, 1))],
      machines.pc,
    ],
    [
      "drive",
      disk("ide"),
      [controller("ide"), disk("ide", drive(0, 1, 0, 1)), disk("ide", drive(0, 0, 4, 0))],
      machines.pc,
    ],
    ["drive", disk("sata"), [controller("sata")], machines.q35],
    ["usb", tablet(), [controller("usb", 2, { model: "qemu-xhci" }), hub(usb(2, 3))], machines.pc],
    ["virtio-serial", channel(), [controller("virtio-serial", 3, { ports: 9 })], machines.pc],
    ["ccid", { kind: "smartcard", mode: "host" }, [controller("ccid")], machines.pc],
    ["ccw", rng(), [rng(ccw(0x1f))], machines.s390],
    ["spapr-vio", { kind: "nvram" }, [], machines.pseries],
    ["dimm", memory(1), [], { slots: 3 }],
    [
      "isa",
      {
        kind: "serial",
        type: "pty",
        source: "",
        targetType: "isa-serial",
        address: { type: "isa", iobase: 0x500, irq: 7 },
      },
      [],
      machines.pc,
    ],
  ];

  test.each(cases)("%s of %o", (type, device, others, machine) => {
    const rule = addressRules[type];
    const before = placedOf([...others, device], machine);
    const moving = before.devices.at(-1)!.device;
    let tried = 0;
    for (const slot of rule.buses(before).flatMap((bus) => bus.slots)) {
      if (slot.reserved) continue;
      const address = rule.addressAt(before, moving, slot.key);
      expect(address, slot.key).toBeDefined();
      const after = placedOf([...others, { ...device, address } as Bare], machine);
      const found = rule
        .buses(after)
        .flatMap((bus) => bus.slots)
        .find(({ key }) => key === slot.key);
      expect(
        found?.occupants.map((occupant) => occupant.device),
        slot.key,
      ).toContain(moving.id);
      tried++;
    }
    expect(tried).toBeGreaterThan(0);
  });

  test("and none for what is no slot of theirs", () => {
    const placed = placedOf([controller("usb", 0, { model: "qemu-xhci" }), hub(usb(0, 1))]);
    const moving = placed.devices[1]!.device;
    expect(addressRules.usb.addressAt(placed, moving, "usb:0/1.2")).toBeUndefined();
    expect(addressRules.usb.addressAt(placed, moving, "usb:0/2")).toEqual(usb(0, 2));
    for (const rule of Object.values(addressRules))
      expect(rule.addressAt(placed, moving, "attic:7")).toBeUndefined();
  });
});

test("keys are unique over all buses and slots", () => {
  const devices = [
    scsi(0),
    scsi(1),
    controller("ide"),
    controller("usb", 0, { model: "qemu-xhci" }),
    hub(usb(0, 1)),
    controller("virtio-serial"),
    disk("scsi", drive(0, 1, 2, 3)),
    disk("scsi", drive(0, 0, 2, 3)),
    disk("scsi", drive(0, 1, 0, 3)),
  ];
  const placed = placedOf(devices);
  const buses = Object.values(addressRules).flatMap((rule) => rule.buses(placed));
  const keys = buses.flatMap((bus) => [bus.key, ...bus.slots.map((slot) => slot.key)]);
  expect(new Set(keys).size).toBe(keys.length);
});
