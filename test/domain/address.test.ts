import { describe, expect, test } from "vitest";
import { readDevice, readDevices } from "./reading.ts";

const addressOf = (address: string) =>
  readDevice(`<rng model='virtio'><backend model='random'/>${address}</rng>`).address;

const pci = { type: "pci", domain: 0, bus: 0, slot: 0, function: 0 };

describe("domain/read/address reads every address type", () => {
  test.each<[string, unknown]>([
    ["", undefined],
    ["<address type='pci'/>", pci],
    [
      "<address type='pci' domain='0x0001' bus='010' slot='0x1F' function='7' multifunction='on'/>",
      { type: "pci", domain: 1, bus: 8, slot: 31, function: 7, multifunction: "on" },
    ],
    ["<address type='pci' function='9'/>", { ...pci, function: 9 }],
    ["<address type='pci' slot='0b101'/>", { ...pci, slot: 5 }],
    ["<address type='pci' slot='+5'/>", { ...pci, slot: 5 }],
    ["<address type='pci' slot='&#9; 5'/>", { ...pci, slot: 5 }],
    ["<address type='pci'><zpci uid='0x1a'/></address>", { ...pci, zpci: { uid: 26 } }],
    ["<address type='pci'><zpci/></address>", { ...pci, zpci: {} }],
    ["<address type='pci' iobase='x' foo='1'/>", pci],
    ["<address type='pci'/><address type='nonsense'/>", pci],
    ["<address type='drive' unit='010'/>", { type: "drive", controller: 0, bus: 0, target: 0, unit: 10 }],
    ["<address type='usb'/>", { type: "usb", bus: 0, port: [] }],
    ["<address type='usb' bus='1' port='1.2.3.4'/>", { type: "usb", bus: 1, port: [1, 2, 3, 4] }],
    ["<address type='usb' port='1 2'/>", { type: "usb", bus: 0, port: [1, 2] }],
    ["<address type='usb' port='1.+02'/>", { type: "usb", bus: 0, port: [1, 2] }],
    ["<address type='usb' port='0.3'/>", { type: "usb", bus: 0, port: [] }],
    ["<address type='usb' port='1.0'/>", { type: "usb", bus: 0, port: [1, 0] }],
    ["<address type='virtio-serial' port='31'/>", { type: "virtio-serial", controller: 0, bus: 0, port: 31 }],
    ["<address type='ccid' controller='1' slot='2'/>", { type: "ccid", controller: 1, slot: 2 }],
    ["<address type='spapr-vio'/>", { type: "spapr-vio" }],
    ["<address type='spapr-vio' reg='0'/>", { type: "spapr-vio", reg: 0n }],
    ["<address type='spapr-vio' reg='30001000'/>", { type: "spapr-vio", reg: 0x30001000n }],
    ["<address type='ccw'/>", { type: "ccw" }],
    [
      "<address type='ccw' cssid='254' ssid='0' devno='020'/>",
      { type: "ccw", cssid: 254, ssid: 0, devno: 16 },
    ],
    ["<address type='isa' irq='10'/>", { type: "isa", iobase: 0, irq: 16 }],
    ["<address type='dimm' slot='3'/>", { type: "dimm", slot: 3, base: 0n }],
    ["<address type='dimm' slot='3' base='100000000'/>", { type: "dimm", slot: 3, base: 0x1_0000_0000n }],
    ["<address type='virtio-mmio' slot='x'/>", { type: "virtio-mmio" }],
    ["<address type='unassigned'/>", { type: "unassigned" }],
  ])("%s", (address, expected) => {
    expect(addressOf(address)).toEqual(expected);
  });

  test("an address that cannot be read is told apart from none", () => {
    const { domain } = readDevices("<hub type='usb'><address type='usb' port='x'/></hub><hub type='usb'/>");
    expect(domain.devices).toMatchObject([
      { kind: "hub", id: 0, type: "usb", unreadableAddress: true },
      { kind: "hub", id: 1, type: "usb" },
    ]);
    expect(domain.devices[1]).not.toHaveProperty("unreadableAddress");
  });

  test.each([
    "<controller type='usb' model='none'><address type='x'/></controller>",
    "<memballoon model='none'><address type='x'/></memballoon>",
    "<graphics type='vnc'><address type='x'/></graphics>",
    "<audio type='none' id='1'><address type='x'/></audio>",
    "<redirfilter><address type='x'/></redirfilter>",
    "<lease><address type='x'/></lease>",
  ])("nobody reads the address of %s", (device) => {
    expect(readDevice(device)).not.toHaveProperty("address");
  });
});
