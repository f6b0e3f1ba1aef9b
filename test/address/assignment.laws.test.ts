import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressRules } from "../../src/address/addressRules.ts";
import { assignCcid } from "../../src/address/ccid.ts";
import { assignCcw } from "../../src/address/ccw.ts";
import { assignDimm } from "../../src/address/dimm.ts";
import { assignDisk } from "../../src/address/drive/assignDisk.ts";
import { assignScsiHostdev } from "../../src/address/drive/assignScsiHostdev.ts";
import {
  addDriveControllers,
  addScsiHostdevControllers,
} from "../../src/address/drive/implicitControllers.ts";
import { assignSpaprVio } from "../../src/address/spaprVio.ts";
import { assignUsb } from "../../src/address/usb/assignUsb.ts";
import { addVirtioSerialControllers, assignVirtioSerial } from "../../src/address/virtioSerial.ts";
import type { Draft } from "../../src/defaults/draft.ts";
import { walk } from "../../src/defaults/walk.ts";
import type { Address } from "../../src/domain/address.ts";
import type { Device, DeviceId } from "../../src/domain/device.ts";
import { type Bare, draftOf, type Machine, machines } from "./builders.ts";
import { placedDraft } from "./pictures.ts";

const kinds = [
  "disk",
  "controller",
  "interface",
  "hostdev",
  "sound",
  "input",
  "filesystem",
  "redirdev",
  "hub",
  "serial",
  "channel",
  "console",
  "rng",
  "memory",
  "smartcard",
  "memballoon",
] as const;

/** Every assignment of the small types, in libvirt's order. */
function assignAll(draft: Draft): void {
  for (const disk of draft.disks) assignDisk(draft, disk);
  for (const hostdev of draft.list("hostdev")) assignScsiHostdev(draft, hostdev);
  addDriveControllers(draft);
  addVirtioSerialControllers(draft);
  assignCcid(draft);
  addScsiHostdevControllers(draft, draft.hostdevs);
  assignVirtioSerial(draft);
  assignSpaprVio(draft);
  assignCcw(draft);
  assignUsb(draft);
  assignDimm(draft);
}

const small = (max: number) => fc.integer({ min: 0, max });
const maybe = <T extends Address>(address: fc.Arbitrary<T>) =>
  fc.option(address, { nil: undefined, freq: 2 });
const usbAddress = maybe(
  fc.record({
    type: fc.constant("usb" as const),
    bus: small(1),
    port: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
  }),
);
const driveAddress = maybe(
  fc.record({
    type: fc.constant("drive" as const),
    controller: small(2),
    bus: small(1),
    target: small(1),
    unit: small(6),
  }),
);
const portAddress = maybe(
  fc.record({
    type: fc.constant("virtio-serial" as const),
    controller: small(2),
    bus: small(0),
    port: small(5),
  }),
);
const ccwAddress = maybe(
  fc.record({
    type: fc.constant("ccw" as const),
    cssid: fc.constant(0xfe),
    ssid: fc.constant(0),
    devno: small(6),
  }),
);
const vioAddress = maybe(
  fc.record({ type: fc.constant("spapr-vio" as const), reg: small(6).map((n) => BigInt(n) * 0x1000n) }),
);
const dimmAddress = maybe(
  fc.record({ type: fc.constant("dimm" as const), slot: small(5), base: fc.constant(0n) }),
);

const withAddress = (device: Bare, address: fc.Arbitrary<Address | undefined>): fc.Arbitrary<Bare> =>
  address.map((chosen) => (chosen ? { ...device, address: chosen } : device));
const scsiDisk = small(20).chain((n) =>
  withAddress(
    {
      kind: "disk",
      device: "disk",
      bus: "scsi",
      target: `sd${String.fromCharCode(97 + n)}`,
      sourceType: "file",
    },
    driveAddress,
  ),
);
const character = { type: "pty", source: "", targetType: "virtio" };

const anyDevice: fc.Arbitrary<Bare> = fc.oneof(
  scsiDisk,
  withAddress({ kind: "hostdev", mode: "subsystem", type: "scsi" }, driveAddress),
  withAddress({ kind: "input", type: "tablet", bus: "usb" }, usbAddress),
  withAddress({ kind: "redirdev", bus: "usb", type: "tcp" }, usbAddress),
  withAddress({ kind: "hub", type: "usb" }, usbAddress),
  withAddress({ kind: "channel", ...character }, portAddress),
  withAddress({ kind: "console", ...character }, portAddress),
  withAddress({ kind: "interface", type: "user", model: "spapr-vlan" }, vioAddress),
  withAddress({ kind: "rng" }, ccwAddress),
  withAddress({ kind: "memory", model: "dimm", size: 1n, labelSize: 0n }, dimmAddress),
  fc.constant<Bare>({ kind: "smartcard", mode: "host" }),
  fc
    .constantFrom("piix3-uhci", "qemu-xhci")
    .map((model): Bare => ({ kind: "controller", type: "usb", index: 1, model, target: {} })),
  fc.constant<Bare>({ kind: "controller", type: "virtio-serial", index: 1, ports: 3, target: {} }),
);
const usb0: Bare = { kind: "controller", type: "usb", index: 0, model: "qemu-xhci", target: {} };
const anyDomain = fc.record({
  devices: fc.array(anyDevice, { maxLength: 24 }).map((devices) => [usb0, ...devices]),
  machine: fc.constantFrom<Machine>(
    { ...machines.pc, slots: 4 },
    { ...machines.s390, slots: 4 },
    { ...machines.pseries, slots: 4 },
  ),
});

function assigned({ devices, machine }: { devices: readonly Bare[]; machine: Machine }): Draft {
  const draft = draftOf(devices, machine);
  assignAll(draft);
  return draft;
}

/** Whether libvirt has nothing left to choose in an address; a foreign type may be replaced by a device's own. */
function isComplete(address: Address | undefined): address is Address {
  if (address?.type === "usb") return address.port.length > 0;
  return address?.type === "virtio-serial" ? address.port !== 0 : address !== undefined;
}

describe("assignment laws", () => {
  test("what is given never moves", () => {
    fc.assert(
      fc.property(anyDomain, (domain) => {
        const draft = assigned(domain);
        for (const device of walk(draft)) {
          const given = domain.devices[device.id]?.address;
          if (draft.isWritten(device.id) && isComplete(given)) expect(device.address).toEqual(given);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("nobody is put where somebody sits", () => {
    fc.assert(
      fc.property(anyDomain, (domain) => {
        const draft = assigned(domain);
        const placed = placedDraft(draft, kinds);
        for (const rule of Object.values(addressRules)) {
          for (const slot of rule.buses(placed).flatMap((bus) => bus.slots)) {
            const chosen = slot.occupants.filter(({ device }) => isChosen(draft, domain.devices, device));
            expect(chosen.length === 0 || slot.occupants.length === 1, slot.key).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("pinned as chosen, every device is chosen the same place again", () => {
    fc.assert(
      fc.property(anyDomain, (domain) => {
        const first = assigned(domain);
        fc.pre(first.refusals.length === 0);
        const pinned = copyWithAddresses(first);
        const second = assigned({ ...domain, devices: pinned });
        expect(second.refusals).toEqual([]);
        expect(placesOf(second)).toEqual(placesOf(first));
      }),
      { numRuns: 300 },
    );
  });
});

/** A place derived from a target name is a given one: libvirt does not look who sits there. */
function isChosen(draft: Draft, devices: readonly Bare[], id: DeviceId): boolean {
  return !isComplete(devices[id]?.address) && draft.whys.get(id)?.rule !== "drive-target-name";
}

function copyWithAddresses(draft: Draft): Bare[] {
  const devices = kinds
    .flatMap((kind) => draft.list(kind) as Device[])
    .sort((one, other) => one.id - other.id);
  return devices.map(({ id: _, ...device }) => device as Bare);
}

function placesOf(draft: Draft): (Address | undefined)[] {
  return kinds.flatMap((kind) => (draft.list(kind) as Device[]).map((device) => device.address));
}
