import { expect, test } from "vitest";
import type { Device } from "../../src/domain/device.ts";
import type { DefineOptions } from "../../src/domain/target.ts";
import { defineText, domainXml } from "../support/machineLines.ts";

/** What libvirt makes of devices, kind by kind, without addresses: "usb0 qemu-xhci", "input mouse ps2". */
function devicesOf(machine: string, devices = "", options: DefineOptions = {}): string {
  return defineText(domainXml(machine, devices), options)
    .devices.map(({ device }) => wordsOf(device))
    .join(", ");
}

function wordsOf(device: Device): string {
  if (device.kind === "controller") {
    return `${device.type}${device.index}${device.model ? ` ${device.model}` : ""}`;
  }
  const fields: Record<string, unknown> = { ...device };
  return [device.kind, ...["type", "bus", "model"].map((name) => fields[name])].filter(Boolean).join(" ");
}

/** Machine and what it brings along when the file lists nothing (recorded from libvirt 11.3 with QEMU 10.0). */
const machines: readonly (readonly [string, string])[] = [
  [
    "pc",
    "usb0 piix3-uhci, pci0 pci-root, input mouse ps2, input keyboard ps2, audio none, memballoon virtio",
  ],
  [
    "q35",
    "usb0 qemu-xhci, sata0, pci0 pcie-root, pci1 pcie-root-port, pci2 pcie-root-port, pci3 pcie-root-port, input mouse ps2, input keyboard ps2, audio none, watchdog itco, memballoon virtio",
  ],
  ["virt/aarch64", "pci0 pcie-root, audio none"],
  ["raspi3b/aarch64", "audio none"],
  ["realview-eb/armv7l", "usb0 pci-ohci, audio none"],
  ["pseries/ppc64", "usb0 qemu-xhci, pci0 pci-root, audio none, memballoon virtio, panic pseries"],
  ["mac99/ppc", "usb0 piix3-uhci, pci0 pci-root, audio none, memballoon virtio"],
  ["s390-ccw-virtio/s390x", "pci0 pci-root, audio none, memballoon virtio, panic s390"],
  ["virt/riscv64", "pci0 pcie-root, pci1 pcie-root-port, pci2 pcie-root-port, audio none, memballoon virtio"],
  ["virt/loongarch64", "pci0 pcie-root, audio none"],
];

for (const [machine, devices] of machines) {
  test(`defaults brings along what ${machine} has`, () => expect(devicesOf(machine)).toBe(devices));
}

test("defaults looks at buses as written: a mouse without bus does not stop the built-in one", () => {
  expect(devicesOf("isapc", "<input type='mouse'/><memballoon model='none'/>")).toBe(
    "input mouse ps2, input mouse ps2, input keyboard ps2, audio none, memballoon none",
  );
});

test("defaults gives a q35 controller that is written without model the conventional one", () => {
  expect(devicesOf("q35", "<controller type='usb'/><memballoon model='none'/>")).toContain("usb0 piix3-uhci");
});

test("defaults reads a known ppc64 guest with the old USB controller", () => {
  expect(devicesOf("pseries/ppc64", "", { existingGuest: true })).toContain("usb0 pci-ohci");
});

test("defaults falls back where QEMU lacks a device", () => {
  expect(devicesOf("q35", "", { withoutQemu: ["DEVICE_QEMU_XHCI"] })).toContain("usb0 nec-xhci");
  const bare = { withoutQemu: ["DEVICE_QEMU_XHCI", "NEC_USB_XHCI"] };
  expect(devicesOf("q35", "", bare)).toContain(
    "usb0 ich9-ehci1, usb0 ich9-uhci1, usb0 ich9-uhci2, usb0 ich9-uhci3",
  );
});

test("defaults numbers controllers without index after those that have one, and keeps USB 2 groups together", () => {
  const scsi = "<controller type='scsi'/><controller type='scsi'/><controller type='scsi' index='0'/>";
  expect(devicesOf("pc", `${scsi}<memballoon model='none'/>`)).toContain(
    "scsi1 lsilogic, scsi2 lsilogic, scsi0 lsilogic",
  );
  const usb = ["ich9-uhci1", "ich9-ehci1", "ich9-uhci2"]
    .map((model) => `<controller type='usb' model='${model}'/>`)
    .join("");
  expect(devicesOf("pc", usb)).toContain("usb0 ich9-ehci1, usb0 ich9-uhci1, usb0 ich9-uhci2");
});

test("defaults follows the graphics in audio and video", () => {
  expect(devicesOf("pc", "<graphics type='vnc'/>")).toContain("audio none, video cirrus");
  expect(devicesOf("virt/aarch64", "<graphics type='spice'/>")).toContain("audio spice, video virtio");
  expect(devicesOf("pc", "<graphics type='sdl'/>")).not.toContain("audio");
});

test("defaults makes a console from a serial and a serial from a console", () => {
  expect(devicesOf("pc", "<serial type='pty'/>")).toContain("serial pty, console pty");
  expect(devicesOf("pc", "<console type='pty'/>")).toContain("serial pty, console pty");
  expect(devicesOf("pc", "<serial type='pty'><target type='pci-serial'/></serial>")).not.toContain("console");
});

test("defaults resolves short machine names to the newest of the QEMU that is asked for", () => {
  const machine = (name: string, qemuVersion?: string) =>
    defineText(domainXml(name, ""), qemuVersion === undefined ? {} : { qemuVersion }).target.machine;
  expect(machine("q35")).toBe("pc-q35-10.0");
  expect(machine("pc", "8.2.1")).toBe("pc-i440fx-8.2");
  expect(machine("virt/aarch64", "latest")).toBe("virt-10.0");
  expect(machine("virt/riscv64", "7.0")).toBe("virt");
  expect(machine("powernv/ppc64")).toBe("powernv10");
});

test("define knows since which QEMU a device is there", () => {
  const codes = (qemuVersion: string) =>
    defineText(domainXml("q35", "<pstore backend='acpi-erst'><size>65536</size></pstore>"), {
      qemuVersion,
    }).refusals.map(({ code }) => code);
  expect(codes("6.2")).toEqual(["pstore-unsupported"]);
  expect(codes("7.0")).toEqual([]);
});
