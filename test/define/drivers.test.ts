import { expect, test } from "vitest";
import type { Device } from "../../src/domain/device.ts";
import { addressText } from "../../src/feature/addressText.ts";
import { defineText, refusalTexts } from "../support/machineLines.ts";

function domain(type: string, devices: string): string {
  return `<domain type='${type}'><name>t</name><os><type>hvm</type></os><devices>${devices}</devices></domain>`;
}

/** Every device with its address: "disk sata 0:0:0:0", "controller pci". */
function seats(xml: string): string[] {
  return defineText(xml).devices.map(
    ({ device }) => `${wordOf(device)}${device.address ? ` ${addressText(device.address, device)}` : ""}`,
  );
}

function wordOf(device: Device): string {
  return device.kind === "controller" ? `${device.type}${device.index}` : device.kind;
}

const disk = (dev: string, bus: string) =>
  `<disk type='file'><source file='/${dev}'/><target dev='${dev}' bus='${bus}'/></disk>`;
const bridge = (address = "") => `<interface type='bridge'><source bridge='b'/>${address}</interface>`;

test("define gives bhyve guests one device a slot from 2 up, around given ones", () => {
  expect(
    seats(
      domain(
        "bhyve",
        `${disk("vda", "virtio")}${disk("vdb", "virtio")}${disk("vdc", "virtio")}${bridge("<address type='pci' slot='3'/>")}`,
      ),
    ),
  ).toEqual([
    "disk 0000:00:02.0",
    "disk 0000:00:04.0",
    "disk 0000:00:05.0",
    "pci0",
    "interface 0000:00:03.0",
  ]);
});

test("define adds the ISA bridge of bhyve at slot 1 for a console, and AHCI controllers of 32 ports", () => {
  const devices = `${disk("sda", "sata")}${disk("sdag", "sata")}<serial type='nmdm'><source master='/dev/nmdm0A' slave='/dev/nmdm0B'/></serial>`;
  expect(seats(domain("bhyve", devices))).toEqual([
    "disk sata 0:0:0:0",
    "disk sata 1:0:0:0",
    "pci0",
    "isa0 0000:00:01.0",
    "sata0 0000:00:02.0",
    "sata1 0000:00:03.0",
    "serial",
    "console",
  ]);
});

test("define refuses other buses and double use on bhyve", () => {
  const taken = "<address type='pci' slot='3'/>";
  const far = "<address type='pci' bus='1' slot='3'/>";
  expect(refusalTexts(defineText(domain("bhyve", `${bridge(taken)}${bridge(taken)}${bridge(far)}`)))).toEqual(
    [
      "XML error: Attempted double use of PCI Address 0000:00:03.0",
      "XML error: Invalid PCI address 0000:01:03.0. Only PCI buses up to 0 are available",
    ],
  );
});

for (const type of ["xen", "vmware", "vz", "lxc", "ch", "test"]) {
  test(`define raises no alarm on ${type}, whose rules nobody knows here`, () => {
    const xml = domain(
      type,
      `${disk("xvda", "xen")}${disk("nonsense", "scsi")}${bridge("<address type='pci' bus='7' slot='3'/>")}`,
    );
    expect(refusalTexts(defineText(xml))).toEqual([]);
  });
}
