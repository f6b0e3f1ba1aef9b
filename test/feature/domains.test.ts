import { describe, expect, test } from "vitest";
import { getDomainService } from "../../src/service.ts";
import { guest, nic, pci } from "./guest.ts";

const domain = (slot: number) => guest([nic(pci(0, slot))], "pc");
const inactive = (slot: number) =>
  domain(slot).replace("<domain ", "<inactiveDomain ").replace("</domain>", "</inactiveDomain>");
const snapshotXml = `<domainsnapshot>\n${domain(4)}${inactive(5)}</domainsnapshot>\n`;

function read(text: string) {
  const service = getDomainService();
  return { service, snapshot: service.snapshot("guest.xml", 1, text) };
}

describe("feature/boardGestures with several domains", () => {
  test("each domain has its board, told apart by name", () => {
    const { service, snapshot } = read(snapshotXml);
    const slots = [0, 1, 7].map((at) => {
      const board = service.board(snapshot, undefined, at);
      return [board?.domain, board?.devices.find(({ key }) => key === "interface-0")?.slot];
    });
    expect(slots).toEqual([
      [0, "pci:0:04"],
      [1, "pci:0:05"],
      [1, "pci:0:05"],
    ]);
    expect(service.board(snapshot)?.domains).toEqual(["g", "g, when started anew"]);
    expect(read(domain(4)).service.board(read(domain(4)).snapshot)).not.toHaveProperty("domains");
  });

  test("a move edits the domain it is about, and no other", () => {
    const { service, snapshot } = read(snapshotXml);
    const move = { type: "move", device: "interface-0", slot: "pci:0:09", domain: 1 } as const;
    const edited = service.apply(snapshot, service.gesture(snapshot, move).edits ?? []);
    expect(edited).toBe(snapshotXml.replace("slot='0x05'", "slot='0x09'"));
    expect(service.preview(snapshot, move).writes).toMatchObject([
      { device: "interface-0", slot: "pci:0:09" },
    ]);
    expect(service.gestureName(snapshot, move)).toBe("Move net0 to pci.0 slot 09");
    expect(service.gesture(snapshot, { ...move, domain: 2 }).refused).toBeDefined();
  });

  test("pin all on a board writes in its domain only", () => {
    const { service, snapshot } = read(snapshotXml);
    const answer = service.gesture(snapshot, { type: "pinAll", domain: 1 });
    const edited = service.apply(snapshot, answer.edits ?? []);
    expect(edited.startsWith(snapshotXml.slice(0, snapshotXml.indexOf("<inactiveDomain")))).toBe(true);
    expect(edited.length).toBeGreaterThan(snapshotXml.length);
  });

  test("a position tells its domain and its device", () => {
    const { service, snapshot } = read(snapshotXml);
    const at = (needle: string) =>
      service.placeAt(snapshot, snapshot.lines.positionAt(snapshotXml.indexOf(needle)));
    expect(at("slot='0x04'")).toEqual({ domain: 0, device: "interface-0" });
    expect(at("slot='0x05'")).toEqual({ domain: 1, device: "interface-0" });
    expect(at("<inactiveDomain")).toEqual({ domain: 1, device: undefined });
    expect(at("<domainsnapshot")).toBeUndefined();
  });
});

describe("feature/addressElements", () => {
  test("an address is copied as it stands, or as pinning would write it", () => {
    const { service, snapshot } = read(guest([nic(pci(0, 4)), nic(), "<graphics type='vnc'/>"], "pc"));
    expect(service.addressElements(snapshot, ["interface-0", "interface-1", "graphics-0", "gone"])).toEqual([
      pci(0, 4),
      pci(0, 3),
    ]);
  });
});

describe("feature/gestureNames", () => {
  test.each([
    [{ type: "pin", devices: ["interface-0"] }, "Pin net0"],
    [{ type: "unpin", devices: ["interface-0", "interface-1"] }, "Unpin 2 devices"],
    [{ type: "pinAll" }, "Pin all addresses"],
    [{ type: "addController", offer: "virtio-scsi" }, "Add SCSI controller"],
    [{ type: "reservePorts", count: 1 }, "Reserve 1 hot-plug port"],
    [
      {
        type: "arrange",
        places: [
          { device: "interface-0", slot: "pci:0:05" },
          { device: "interface-1", slot: "pci:0:04" },
        ],
      },
      "Swap net0 and net1",
    ],
    [
      { type: "arrange", places: [{ device: "interface-1", slot: "pci:0:04", function: 1 }] },
      "Move net1 to pci.0 slot 04",
    ],
  ] as const)("%j is called %s", (gesture, name) => {
    const { service, snapshot } = read(guest([nic(pci(0, 4)), nic(pci(0, 5))], "pc"));
    expect(service.gestureName(snapshot, gesture)).toBe(name);
  });
});
