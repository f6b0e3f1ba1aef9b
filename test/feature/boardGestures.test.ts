import { describe, expect, test } from "vitest";
import type { BoardGesture } from "../../src/feature/boardGestures.ts";
import { getDomainService } from "../../src/service.ts";
import { guest, nic, pci } from "./guest.ts";

const disk = (dev: string, unit: number) =>
  `<disk type='file' device='disk'><source file='/${dev}'/><target dev='${dev}' bus='scsi'/><address type='drive' controller='0' bus='0' target='0' unit='${unit}'/></disk>`;
const hostdev = (fn: number) =>
  `<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='1' slot='0' function='${fn}'/></source></hostdev>`;

/** The devices' lines after a gesture, or the sentence that refuses it. */
function play(devices: readonly string[], gesture: BoardGesture, machine?: string): string[] | string {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, guest(devices, machine));
  const answer = service.gesture(snapshot, gesture);
  if (answer.edits === undefined) return answer.refused;
  const text = service.apply(snapshot, answer.edits);
  return text
    .split("<devices>\n")[1]!
    .split("  </devices>")[0]!
    .split(/\n {4}(?=<[a-z])/)
    .map((line) => line.replace(/\n\s*/g, "").trim());
}

const arrange = (...places: readonly (readonly [string, string, number?])[]): BoardGesture => ({
  type: "arrange",
  places: places.map(([device, slot, fn]) => ({ device, slot, ...(fn !== undefined && { function: fn }) })),
});

describe("feature/boardGestures arrange", () => {
  test("two cards change places in one edit", () => {
    const swap = arrange(["interface-0", "pci:0:05"], ["interface-1", "pci:0:04"]);
    expect(play([nic(pci(0, 4)), nic(pci(0, 5))], swap, "pc")).toEqual([nic(pci(0, 5)), nic(pci(0, 4))]);
  });

  test("two disks change units", () => {
    const swap = arrange(["disk-0", "drive:scsi:0:0:3"], ["disk-1", "drive:scsi:0:0:1"]);
    expect(play([disk("sda", 1), disk("sdb", 3)], swap)).toEqual([disk("sda", 3), disk("sdb", 1)]);
  });

  test("a card joins another as a function of its slot, which says so at function 0", () => {
    const join = arrange(["interface-1", "pci:0:04", 1]);
    expect(play([nic(pci(0, 4)), nic(pci(0, 5))], join, "pc")).toEqual([
      nic(pci(0, 4, 0, " multifunction='on'")),
      nic(pci(0, 4, 1)),
    ]);
  });

  test("a function that is taken is refused", () => {
    const join = arrange(["interface-1", "pci:0:04", 0]);
    expect(play([nic(pci(0, 4)), nic(pci(0, 5))], join, "pc")).toBe("Another device sits in this slot.");
  });

  test("a graphics card and its sound go into one slot as functions", () => {
    const block = arrange(["hostdev-0", "pci:0:08", 0], ["hostdev-1", "pci:0:08", 1]);
    const placed = play([hostdev(0), hostdev(1)], block, "pc") as string[];
    expect(placed[0]).toContain("slot='0x08' function='0x0' multifunction='on'/>");
    expect(placed[1]).toContain("slot='0x08' function='0x1'/>");
  });

  test("function 0 does not leave the others behind", () => {
    const both = [nic(pci(0, 4, 0, " multifunction='on'")), nic(pci(0, 4, 1))];
    expect(play(both, { type: "move", device: "interface-0", slot: "pci:0:09" }, "pc")).toContain(
      "would have no function 0",
    );
  });

  test("a device that libvirt placed makes way for a written one", () => {
    const service = getDomainService();
    const snapshot = service.snapshot("guest.xml", 1, guest([nic(pci(0, 9)), nic()], "pc"));
    const board = service.board(snapshot);
    const ghost = board?.devices.find((device) => device.key === "interface-1");
    expect(ghost?.placement).toBe("assigned");
    const move: BoardGesture = { type: "move", device: "interface-0", slot: ghost?.slot ?? "" };
    expect(service.gesture(snapshot, move).edits).toHaveLength(1);
    const { shifts, writes } = service.preview(snapshot, move);
    const [shift] = shifts;
    expect(writes.map(({ device, does }) => `${does} ${device}`)).toEqual(["change interface-0"]);
    expect(shift).toMatchObject({ device: "interface-1", label: "net1", from: ghost?.address });
    expect(shift?.to).not.toBe(ghost?.address);
  });

  test("a bridge takes everything behind it along", () => {
    const bridge = (slot: number) =>
      `<controller type='pci' index='1' model='pci-bridge'>${pci(0, slot)}</controller>`;
    const service = getDomainService();
    const snapshot = service.snapshot("guest.xml", 1, guest([bridge(5), nic(pci(1, 3))], "pc"));
    const move: BoardGesture = { type: "move", device: "controller-pci-1", slot: "pci:0:0a" };
    const answer = service.gesture(snapshot, move);
    const after = service.snapshot("guest.xml", 2, service.apply(snapshot, answer.edits ?? []));
    const board = service.board(after);
    expect(board?.buses.find((bus) => bus.key === "pci:1")?.parentSlot).toBe("pci:0:0a");
    expect(board?.devices.find((device) => device.key === "interface-0")?.slot).toBe("pci:1:03");
    expect(service.preview(snapshot, move).shifts).toEqual([]);
  });
});

describe("feature/boardGestures controllers", () => {
  const offersOf = (machine: string) => {
    const service = getDomainService();
    return service.board(service.snapshot("guest.xml", 1, guest([], machine)))?.offers?.map(({ key }) => key);
  };

  test("each machine is offered what fits it", () => {
    expect(offersOf("q35")).toEqual([
      "pcie-root-port",
      "pcie-to-pci-bridge",
      "virtio-scsi",
      "virtio-serial",
      "qemu-xhci",
    ]);
    expect(offersOf("pc")).toEqual(["pci-bridge", "virtio-scsi", "virtio-serial", "qemu-xhci"]);
  });

  test("every offer is taken by libvirt's rules", () => {
    for (const machine of ["q35", "pc"]) {
      for (const offer of offersOf(machine) ?? []) {
        const added = play([nic()], { type: "addController", offer }, machine);
        expect(added, offer).toBeInstanceOf(Array);
        expect(added.at(-1), offer).toContain(offer === "virtio-serial" ? "type='virtio-serial'" : offer);
      }
    }
  });

  test("ports that libvirt adds by itself are written down ahead, so that nobody moves into the new one", () => {
    const card = "<interface type='user'><model type='virtio'/></interface>";
    const service = getDomainService();
    const snapshot = service.snapshot("guest.xml", 1, guest([card]));
    const add: BoardGesture = { type: "addController", offer: "pcie-root-port" };
    expect(service.preview(snapshot, add).shifts).toEqual([]);
    const after = service.snapshot(
      "guest.xml",
      2,
      service.apply(snapshot, service.gesture(snapshot, add).edits ?? []),
    );
    const placeOf = (board?: { devices: readonly { key: string; slot?: string }[] }) =>
      board?.devices.find(({ key }) => key === "interface-0")?.slot;
    expect(placeOf(service.board(after))).toBe(placeOf(service.board(snapshot)));
    expect(service.diagnostics(after)).toEqual([]);
  });

  test("reserved ports are packed as functions of as few slots as can be", () => {
    const ports = (play([nic()], { type: "reservePorts", count: 9 }) as string[]).slice(-9);
    expect(ports[0]).toContain("model='pcie-root-port'");
    expect(ports[0]).toContain("slot='0x02' function='0x0' multifunction='on'");
    expect(ports[7]).toContain("slot='0x02' function='0x7'");
    expect(ports[8]).toContain("slot='0x03' function='0x0'/>");
    expect(play([], { type: "reservePorts", count: 400 })).toContain("can be reserved at once");
    expect(play([], { type: "reservePorts", count: 2 }, "pc")).toContain("root ports");
  });
});

describe("feature/boardGestures board", () => {
  const boardOf = (devices: readonly string[], machine?: string) => {
    const service = getDomainService();
    return service.board(service.snapshot("guest.xml", 1, guest(devices, machine)));
  };

  test("a bus of another family hangs from the slot of its controller", () => {
    const scsi = `<controller type='scsi' index='0' model='virtio-scsi'>${pci(0, 7)}</controller>`;
    const bus = boardOf([scsi, disk("sda", 0)], "pc")?.buses.find(({ key }) => key === "drive:scsi:0");
    expect(bus).toMatchObject({ parent: "pci:0", parentSlot: "pci:0:07" });
  });

  test("functions of one host slot know each other", () => {
    const blocks = boardOf([hostdev(1), hostdev(0), nic()], "pc")?.devices.map(({ together }) => together);
    expect(blocks?.filter(Boolean)).toEqual([
      ["hostdev-1", "hostdev-0"],
      ["hostdev-1", "hostdev-0"],
    ]);
  });

  test("a card tells its address by parts and the name a guest gives it", () => {
    const card = boardOf([nic(pci(0, 4))], "pc")?.devices.find(({ key }) => key === "interface-0");
    expect(card?.facts).toEqual([
      { name: "Address", value: "PCI bus 0 · slot 4 (0x04) · function 0" },
      { name: "In a Linux guest", value: "ens4 (predicted from the address)" },
    ]);
  });
});
