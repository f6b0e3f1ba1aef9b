import { expect, test } from "vitest";
import { getDomainService } from "../../src/service.ts";

/** The slots of bus 0 that the board shows as reserved, with the reason. */
function reserved(machine: string, ...args: string[]): string[] {
  const text = `<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
<os><type arch='x86_64' machine='${machine}'>hvm</type></os><devices/>
<qemu:commandline>${args.map((arg) => `<qemu:arg value='${arg}'/>`).join("")}</qemu:commandline></domain>`;
  const service = getDomainService();
  const board = service.board(service.snapshot("guest.xml", 1, text));
  const slots = board?.buses.find(({ label }) => label === "pci.0" || label === "pcie.0")?.slots ?? [];
  return slots.flatMap(({ label, reserved: reason }) => (reason === undefined ? [] : `${label} ${reason}`));
}

const nic = "A virtio-net-pci of <qemu:commandline> holds this slot.";

test("address/pci/commandLineSeats keeps the slots of devices that libvirt does not know", () => {
  const ich9 = "1f The chipset (ICH9) holds this slot.";
  expect(reserved("q35", "-device", "virtio-net-pci,addr=10")).toEqual([`10 ${nic}`, ich9]);
  expect(reserved("q35", "-device", "virtio-net-pci")).toEqual([`01 ${nic}`, ich9]);
  expect(reserved("q35", "-device", "virtio-net-pci", "-device", "virtio-net-pci")).toEqual([
    `01 ${nic}`,
    `02 ${nic}`,
    ich9,
  ]);
});

test("address/pci/commandLineSeats leaves devices off PCI and JSON without address alone", () => {
  const piix3 = ["01 The chipset (PIIX3) holds this slot."];
  expect(reserved("pc", "-device", "usb-tablet", "-device", '{"driver":"virtio-net-pci"}')).toEqual(piix3);
  expect(reserved("pc", "-device", "virtio-net-pci")).toEqual([...piix3, `02 ${nic}`]);
});
