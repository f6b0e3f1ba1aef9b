import { describe, expect, test } from "vitest";
import { refusalsOf } from "./reading.ts";

/** A device that takes any address while parsing. */
const rng = (address: string) => `<rng model='virtio'><backend model='random'/>${address}</rng>`;

/** Addresses and the words of a real libvirt 11.3 about them. */
const recorded: readonly (readonly [string, string])[] = [
  ["<address/>", "XML error: Missing required attribute 'type' in element 'address'"],
  ["<address type='none'/>", "XML error: Invalid value for attribute 'type' in element 'address': 'none'."],
  ["<address type=' pci'/>", "XML error: Invalid value for attribute 'type' in element 'address': ' pci'."],
  ["<address type='PCI'/>", "XML error: Invalid value for attribute 'type' in element 'address': 'PCI'."],
  ["<address type='virtio-s390'/>", "XML error: virtio-s390 bus doesn't have an address"],
  [
    "<address type='pci' domain='x' bus='y'/>",
    "XML error: Invalid value for attribute 'domain' in element 'address': 'x'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' bus=''/>",
    "XML error: Invalid value for attribute 'bus' in element 'address': ''. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='1f'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '1f'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='08'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '08'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='-0'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '-0'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='0x'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '0x'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='5 '/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '5 '. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='0b2'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '0b2'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='0b'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '0b'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='4294967296'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '4294967296'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='99999999999999999999999999'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '99999999999999999999999999'. Expected non-negative integer value",
  ],
  ["<address type='pci' slot='0x20'/>", "XML error: Invalid PCI address slot='0x20', must be <= 0x1F"],
  [
    "<address type='pci' bus='0x100' slot='0x20' function='8'/>",
    "XML error: Invalid PCI address bus='0x100', must be <= 0xFF",
  ],
  [
    "<address type='pci' slot='1' function='8'/>",
    "XML error: Invalid PCI address function=0x8, must be <= 7",
  ],
  [
    "<address type='pci' slot='1' function='16'/>",
    "XML error: Invalid PCI address function=0x10, must be <= 7",
  ],
  [
    "<address type='pci' slot='1' multifunction='yes'/>",
    "XML error: Invalid value for attribute 'multifunction' in element 'address': 'yes'.",
  ],
  [
    "<address type='pci' multifunction=''/>",
    "XML error: Invalid value for attribute 'multifunction' in element 'address': ''.",
  ],
  [
    "<address type='pci' slot='0x20' multifunction='yes'/>",
    "XML error: Invalid value for attribute 'multifunction' in element 'address': 'yes'.",
  ],
  [
    "<address type='pci' slot='9'><zpci uid='x' fid='y'/></address>",
    "XML error: Invalid value for attribute 'uid' in element 'zpci': 'x'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='0x20'><zpci uid='x' fid='y'/></address>",
    "XML error: Invalid PCI address slot='0x20', must be <= 0x1F",
  ],
  [
    "<address type='pci' slot='9'><zpci fid='0x100000000'/></address>",
    "XML error: Invalid value for attribute 'fid' in element 'zpci': '0x100000000'. Expected non-negative integer value",
  ],
  ["<address type='usb' port=''/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1.'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='.1'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1..1'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1.2.3.4.5'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='0x1'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1 '/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='-1'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1-1'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='4294967296'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='x' bus='x'/>", "internal error: Cannot parse <address> 'port' attribute"],
  [
    "<address type='usb' bus='0x1'/>",
    "XML error: Invalid value for attribute 'bus' in element 'address': '0x1'. Expected non-negative integer value",
  ],
  ["<address type='usb' port='1 .2'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1.-2'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1.2.3.4.'/>", "internal error: Cannot parse <address> 'port' attribute"],
  ["<address type='usb' port='1.2.3.4 '/>", "internal error: Cannot parse <address> 'port' attribute"],
  [
    "<address type='ccw' cssid='0xff' ssid='0' devno='1'/>",
    "internal error: Invalid specification for virtio ccw address: cssid='0xff' ssid='0x0' devno='0x0001'",
  ],
  [
    "<address type='ccw' cssid='0xfe' ssid='4' devno='1'/>",
    "internal error: Invalid specification for virtio ccw address: cssid='0xfe' ssid='0x4' devno='0x0001'",
  ],
  [
    "<address type='ccw' cssid='0xfe' ssid='0' devno='0x10000'/>",
    "internal error: Invalid specification for virtio ccw address: cssid='0xfe' ssid='0x0' devno='0x10000'",
  ],
  [
    "<address type='ccw' cssid='0xff'/>",
    "internal error: Invalid specification for virtio ccw address: cssid='0xff' ssid='0x0' devno='0x0000'",
  ],
  [
    "<address type='ccw' cssid='0xfe'/>",
    "internal error: Invalid partial specification for virtio ccw address",
  ],
  [
    "<address type='ccw' cssid='fe' ssid='0' devno='1'/>",
    "XML error: Invalid value for attribute 'cssid' in element 'address': 'fe'. Expected non-negative integer value",
  ],
  ["<address type='ccw' devno='1'/>", "internal error: Invalid partial specification for virtio ccw address"],
  ["<address type='dimm' base='x'/>", "XML error: Missing required attribute 'slot' in element 'address'"],
  [
    "<address type='dimm' slot='x' base='x'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': 'x'. Expected non-negative integer value",
  ],
  [
    "<address type='dimm' slot='0x1'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '0x1'. Expected non-negative integer value",
  ],
  [
    "<address type='dimm' slot='0' base='0x1ffffffffffffffff'/>",
    "XML error: Invalid value for attribute 'base' in element 'address': '0x1ffffffffffffffff'. Expected non-negative integer value",
  ],
  [
    "<address type='isa' iobase='x'/>",
    "XML error: Invalid value for attribute 'iobase' in element 'address': 'x'. Expected non-negative integer value",
  ],
  [
    "<address type='isa' irq='x' iobase='0x100000000'/>",
    "XML error: Invalid value for attribute 'iobase' in element 'address': '0x100000000'. Expected non-negative integer value",
  ],
  [
    "<address type='spapr-vio' reg=''/>",
    "XML error: Invalid value for attribute 'reg' in element 'address': ''. Expected non-negative integer value",
  ],
  [
    "<address type='spapr-vio' reg='0x'/>",
    "XML error: Invalid value for attribute 'reg' in element 'address': '0x'. Expected non-negative integer value",
  ],
  [
    "<address type='spapr-vio' reg='0x0x1'/>",
    "XML error: Invalid value for attribute 'reg' in element 'address': '0x0x1'. Expected non-negative integer value",
  ],
  [
    "<address type='spapr-vio' reg='10000000000000000'/>",
    "XML error: Invalid value for attribute 'reg' in element 'address': '10000000000000000'. Expected non-negative integer value",
  ],
  [
    "<address type='drive' unit='0x1'/>",
    "XML error: Invalid value for attribute 'unit' in element 'address': '0x1'. Expected non-negative integer value",
  ],
  [
    "<address type='drive' controller='-1' bus='x'/>",
    "XML error: Invalid value for attribute 'controller' in element 'address': '-1'. Expected non-negative integer value",
  ],
  [
    "<address type='virtio-serial' port='1.0'/>",
    "XML error: Invalid value for attribute 'port' in element 'address': '1.0'. Expected non-negative integer value",
  ],
  [
    "<address type='virtio-serial' bus='x' controller='y'/>",
    "XML error: Invalid value for attribute 'controller' in element 'address': 'y'. Expected non-negative integer value",
  ],
  [
    "<address type='ccid' slot='x' controller='y'/>",
    "XML error: Invalid value for attribute 'controller' in element 'address': 'y'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='&#160;9'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '\u00a09'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='++9'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '++9'. Expected non-negative integer value",
  ],
  [
    "<address type='pci' slot='+ 9'/>",
    "XML error: Invalid value for attribute 'slot' in element 'address': '+ 9'. Expected non-negative integer value",
  ],
];

describe("domain/read/address refuses what libvirt refuses, in its words", () => {
  test.each(recorded)("%s", (address, words) => {
    expect(refusalsOf(rng(address))[0]).toBe(words);
  });

  test("every fault of one address, in libvirt's order", () => {
    const faults =
      "<address type='pci' domain='x' bus='y' slot='0x20' multifunction='yes'><zpci uid='z'/></address>";
    expect(refusalsOf(rng(faults)).map((words) => words.replace(/^.*attribute '(\w+)'.*$/, "$1"))).toEqual([
      "domain",
      "bus",
      "multifunction",
      "XML error: Invalid PCI address slot='0x20', must be <= 0x1F",
      "uid",
    ]);
  });
});
