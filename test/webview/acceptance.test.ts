import { describe, expect, test } from "vitest";
import { allowedSlots, findRefusal } from "../../webview/acceptance.ts";
import { indexBoard } from "../../webview/boardIndex.ts";
import { smallPc, typicalQ35 } from "./sampleBoards.ts";

const q35 = indexBoard(typicalQ35());

/** Checks what a slot of the sample says to a device; an empty answer means it takes it. */
function checkRefusal(device: string, slot: string, expected: string) {
  expect(findRefusal(q35, device, slot) ?? "").toBe(expected);
}

describe("webview/acceptance", () => {
  test("takes a device on a free slot of an accepting bus", () => {
    checkRefusal("net2", "pci.9/00", "");
    checkRefusal("sda", "scsi0/0:0:7", "");
  });

  test("gives the bus's reason, then the family's", () => {
    checkRefusal("net2", "pci.15/02", "It takes conventional PCI devices, this is a PCI Express device.");
    checkRefusal("net2", "scsi0/0:0:7", "A PCI device needs a PCI slot.");
  });

  test("gives the reason of a single slot before all that is said about its state", () => {
    checkRefusal("video", "pcie.0/1f", "The chipset's own slot.");
    checkRefusal("agent", "virtio-serial0/0", "Port 0 is kept for the first console.");
  });

  test("names who sits there", () => {
    checkRefusal("net2", "pci.1/00", "Taken by net0.");
  });

  test("lets a ghost be pinned where it is, and a pinned device stay", () => {
    checkRefusal("usb", "pci.2/00", "");
    checkRefusal("net0", "pci.1/00", "net0 is already pinned here.");
  });

  test("says so where a device or a slot is gone", () => {
    checkRefusal("gone", "pci.9/00", "This device is no longer on the board.");
    checkRefusal("net2", "gone", "This slot is no longer on the board.");
  });

  test("lists exactly the slots that have no refusal, in the order of the board", () => {
    for (const device of q35.board.devices) {
      const free = [...q35.slots.keys()].filter((slot) => findRefusal(q35, device.key, slot) === undefined);
      expect(allowedSlots(q35, device.key)).toEqual(free);
    }
    const ports = [2, 6, 7, 8, 9, 10, 11, 12, 13, 14];
    expect(allowedSlots(q35, "net2")).toEqual(ports.map((n) => `pci.${n}/00`));
  });

  test("takes a device where libvirt put another one, which makes way", () => {
    expect(q35.devices.get("usb")?.placement).toBe("assigned");
    checkRefusal("net2", "pci.2/00", "");
  });

  test("moves nothing that is fixed, and nothing on a read-only board", () => {
    checkRefusal("tpm", "pci.9/00", "A TPM has no address to choose.");
    const readOnly = indexBoard({ ...smallPc(), readOnly: "An old revision." });
    expect(allowedSlots(readOnly, "net0")).toEqual([]);
    expect(findRefusal(readOnly, "net0", "pci.0/05")).toBe("An old revision.");
  });
});
