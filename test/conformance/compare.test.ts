import { expect, test } from "vitest";
import { differencesOf } from "./compare.ts";
import { type Seat, seatsOfXml } from "./seats.ts";

function seatsIn(...devices: string[]): Seat[] {
  return seatsOfXml(`<domain type='kvm'><devices>${devices.join("")}</devices></domain>`);
}

const disk = (name: string, slot: string) =>
  `<disk><target dev='${name}'/><address type='pci' domain='0' bus='0' slot='${slot}' function='0'/></disk>`;
const port = (index: number, chassis: string) =>
  `<controller type='pci' index='${index}' model='pcie-root-port'><target chassis='${chassis}'/></controller>`;

test("the order of elements and the spelling of numbers do not count", () => {
  const expected = seatsIn(disk("vda", "0x0a"), disk("vdb", "4"), port(1, "16"), port(2, "2"));
  const actual = seatsIn(port(2, "0x2"), disk("vdb", "0x04"), port(1, "0x10"), disk("vda", "10"));
  expect(differencesOf(expected, actual)).toEqual([]);
});

test("a leading zero means octal where libvirt finds out the base, and zeros that it does not print do not count", () => {
  expect(differencesOf(seatsIn(disk("vda", "0x08")), seatsIn(disk("vda", "010")))).toEqual([]);
  const panic = (zero: string) => `<panic><address type='isa' irq='5'${zero}/></panic>`;
  expect(differencesOf(seatsIn(panic("")), seatsIn(panic(" iobase='0'")))).toEqual([]);
});

test("another slot is a difference", () => {
  expect(differencesOf(seatsIn(disk("vda", "3")), seatsIn(disk("vda", "4")))).toEqual([
    "disk vda: expected 0000:00:03.0, got 0000:00:04.0",
  ]);
});

test("a missing, an extra and a different controller are differences", () => {
  const expected = seatsIn(port(1, "1"), port(2, "2"));
  const actual = seatsIn(port(1, "9"), port(3, "3"));
  expect(differencesOf(expected, actual)).toEqual([
    "controller pci 1: chassis expected 1, got 9",
    "controller pci 2: missing, expected model=pcie-root-port chassis=2 at no address",
    "controller pci 3: not expected, got model=pcie-root-port chassis=3 at no address",
  ]);
});

test("multifunction and zPCI ids count", () => {
  const net = (rest: string, zpci = "") =>
    `<interface><address type='pci' slot='0x2'${rest}>${zpci}</address></interface>`;
  const expected = seatsIn(net(" multifunction='on'", "<zpci uid='0x0001' fid='0x00000000'/>"));
  expect(differencesOf(expected, seatsIn(net(" multifunction='off'")))).toEqual([
    "interface (1): expected 0000:00:02.0 multifunction uid=1 fid=0, got 0000:00:02.0",
  ]);
});

test("devices without a name of their own are told apart by their order", () => {
  const hub = (usbPort: string) => `<hub><address type='usb' bus='0' port='${usbPort}'/></hub>`;
  expect(differencesOf(seatsIn(hub("1"), hub("1.2")), seatsIn(hub("1.2"), hub("1")))).toEqual([
    "hub (1): expected usb bus=0 port=1, got usb bus=0 port=1.2",
    "hub (2): expected usb bus=0 port=1.2, got usb bus=0 port=1",
  ]);
});
