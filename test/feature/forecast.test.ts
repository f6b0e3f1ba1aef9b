import { describe, expect, test } from "vitest";
import type { BoardGesture } from "../../src/feature/boardGestures.ts";
import { getDomainService } from "../../src/service.ts";
import { guest, nic, pci } from "./guest.ts";

/**
 * A forecast, a line each: what is done, to whom, from where, to where, and the slot; shifts begin with "also". What
 * really happens is looked up in the edited text, so that no forecast can tell another story than the edit.
 */
function foretell(devices: readonly string[], gesture: BoardGesture, machine = "pc"): string[] {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, guest(devices, machine));
  const { writes, shifts, refused } = service.preview(snapshot, gesture);
  if (refused !== undefined) return [refused];
  const edits = service.gesture(snapshot, gesture).edits ?? [];
  const after = service.board(service.snapshot("guest.xml", 2, service.apply(snapshot, edits)));
  for (const { device, to, slot } of [...writes, ...shifts]) {
    const found = after?.devices.find(({ key }) => key === device);
    if (to !== undefined) expect(found, device).toMatchObject({ address: to, ...(slot && { slot }) });
  }
  const line = (
    does: string,
    { device, from = "-", to = "-" }: { device: string; from?: string; to?: string },
  ) => `${does} ${device} ${from.replace("0000:", "")} ${to.replace("0000:", "")}`;
  return [...writes.map((write) => line(write.does, write)), ...shifts.map((shift) => line("also", shift))];
}

const arrange = (...places: readonly (readonly [string, string, number?])[]): BoardGesture => ({
  type: "arrange",
  places: places.map(([device, slot, fn]) => ({ device, slot, ...(fn !== undefined && { function: fn }) })),
});

describe("feature/forecast", () => {
  test("pin all lists everything that is written, moves nobody and says why each is there", () => {
    expect(foretell([nic(pci(0, 9)), nic()], { type: "pinAll" })).toEqual([
      "add controller-usb-0 00:01.2 00:01.2",
      "add controller-pci-0 - -",
      "write interface-1 00:02.0 00:02.0",
      "add memballoon-0 00:03.0 00:03.0",
    ]);
    const service = getDomainService();
    const snapshot = service.snapshot("guest.xml", 1, guest([nic()], "pc"));
    const [write] = service.preview(snapshot, { type: "pinAll" }).writes;
    expect(write?.why).toBe(service.board(snapshot)?.devices.find(({ key }) => key === write?.device)?.why);
    expect(write?.why).toBeDefined();
  });

  test("unpin tells what libvirt would choose then, and who makes way", () => {
    expect(foretell([nic(pci(0, 9)), nic()], { type: "unpin", devices: ["interface-0"] })).toEqual([
      "remove interface-0 00:09.0 00:02.0",
      "also interface-1 00:02.0 00:03.0",
      "also memballoon-0 00:03.0 00:04.0",
    ]);
  });

  test("a swap tells both sides", () => {
    const swap = arrange(["interface-0", "pci:0:05"], ["interface-1", "pci:0:09"]);
    expect(foretell([nic(pci(0, 9)), nic(pci(0, 5))], swap)).toEqual([
      "change interface-0 00:09.0 00:05.0",
      "change interface-1 00:05.0 00:09.0",
    ]);
  });

  test("joining as a function leaves a place, and libvirt fills it", () => {
    const join = arrange(["interface-1", "pci:0:09", 1]);
    expect(foretell([nic(pci(0, 9)), nic(pci(0, 2)), nic()], join)).toEqual([
      "change interface-1 00:02.0 00:09.1",
      "also interface-2 00:03.0 00:02.0",
      "also memballoon-0 00:04.0 00:03.0",
    ]);
  });

  test("an added controller is told with the place libvirt gives it, and those that move for it", () => {
    const offer = "virtio-scsi";
    expect(foretell([nic()], { type: "addController", offer })).toEqual([
      "add controller-scsi-0 - 00:03.0",
      "also memballoon-0 00:03.0 00:04.0",
    ]);
  });

  test("reserved ports are told one by one", () => {
    const told = foretell([], { type: "reservePorts", count: 2 }, "q35");
    expect(told).toEqual([
      // What libvirt adds by itself is written down ahead of them.
      "add controller-pci-1 00:01.0 00:01.0",
      "add controller-pci-2 00:01.1 00:01.1",
      "add controller-pci-3 00:01.2 00:01.2",
      "add controller-pci-4 - 00:02.0",
      "add controller-pci-5 - 00:02.1",
    ]);
  });

  test("what libvirt would refuse says so and foretells nothing", () => {
    expect(foretell([nic(pci(0, 9))], arrange(["interface-0", "pci:0:01"]))).toEqual([
      "The chipset (PIIX3) holds this slot.",
    ]);
  });
});
