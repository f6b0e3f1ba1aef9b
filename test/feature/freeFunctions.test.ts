import { describe, expect, test } from "vitest";
import type { BoardSlot } from "../../src/protocol/board.ts";
import { getDomainService } from "../../src/service.ts";
import { guest, nic, pci } from "./guest.ts";

function slotOf(devices: readonly string[], key: string, machine: string): BoardSlot | undefined {
  const service = getDomainService();
  const board = service.board(service.snapshot("guest.xml", 1, guest(devices, machine)));
  return board?.buses.flatMap((bus) => bus.slots).find((slot) => slot.key === key);
}

const usb = (fn: number, model: string) =>
  `<controller type='usb' index='0' model='${model}'>${pci(0, 5, fn)}</controller>`;

describe("feature/freeFunctions", () => {
  test("a slot with one device that does not share it is closed", () => {
    const slot = slotOf([nic(pci(0, 4))], "pci:0:04", "pc");
    expect([slot?.freeFunctions, slot?.functionsRefused]).toEqual([undefined, undefined]);
  });

  test("a slot whose function 0 says multifunction, or that is shared, takes devices on the others", () => {
    const opened = nic(pci(0, 4, 0, " multifunction='on'"));
    expect(slotOf([opened], "pci:0:04", "pc")?.freeFunctions).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(slotOf([opened, nic(pci(0, 4, 3))], "pci:0:04", "pc")?.freeFunctions).toEqual([1, 2, 4, 5, 6, 7]);
  });

  test("nobody at function 0 closes the others", () => {
    const slot = slotOf([usb(7, "ich9-ehci1"), usb(1, "ich9-uhci2")], "pci:0:05", "pc");
    expect(slot?.freeFunctions).toBeUndefined();
    expect(slot?.functionsRefused).toBe(
      "Nobody sits at function 0, so the guest would not look at the others.",
    );
  });

  test("ports that libvirt adds to one slot leave no function to others", () => {
    const slot = slotOf([nic(""), nic("")], "pci:0:01", "q35");
    expect(slot?.freeFunctions).toBeUndefined();
    expect(slot?.functionsRefused).toBe("libvirt adds devices to this slot. Pin them first to join them.");
  });

  test("the chipset's slots are not open to anybody", () => {
    expect(slotOf([], "pci:0:01", "pc")?.freeFunctions).toBeUndefined();
    expect(slotOf([], "pci:0:1f", "q35")?.freeFunctions).toBeUndefined();
  });
});
