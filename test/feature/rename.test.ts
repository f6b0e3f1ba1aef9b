import { describe, expect, test } from "vitest";
import { guest, open } from "./cursor.ts";

/** The changed lines after a rename, or the reason against it. */
function renamed(marked: string, newName: string): string[] | string {
  const { service, snapshot, cursor } = open(marked);
  const answer = service.rename(snapshot, cursor, newName);
  if (answer.edits === undefined) return answer.refused;
  const before = snapshot.text.split("\n");
  const after = service.apply(snapshot, answer.edits).split("\n");
  expect(after).toHaveLength(before.length);
  return after.filter((line, at) => line !== before[at]);
}

const port = "<controller type='pci' index='3' model='pcie-root-port'/>";
const nic = "<interface type='user'><address type='pci' bus='0x03' slot='0'/></interface>";

describe("feature/rename", () => {
  test("gives a controller another index, and every address that names it", () => {
    const text = guest(`${port}\n${nic}`);
    const expected = [port.replace("'3'", "'10'"), nic.replace("0x03", "0x0a")];
    expect(renamed(text.replace("index='3", "index='|3"), "10")).toEqual(expected);
    expect(renamed(text.replace("bus='0x03", "bus='0x|03"), "10")).toEqual(expected);
  });

  test("leaves controllers of other types alone", () => {
    const scsi = "<controller type='scsi' index='0' model='virtio-scsi'/>";
    const disk = (bus: string, dev: string) =>
      `<disk type='file'><target dev='${dev}' bus='${bus}'/><address type='drive' controller='0' bus='0' target='0' unit='1'/></disk>`;
    const text = guest([scsi, disk("scsi", "sdb"), disk("sata", "sdc")].join("\n"));
    expect(renamed(text.replace("index='0", "index='|0"), "1")).toEqual([
      scsi.replace("'0'", "'1'"),
      disk("scsi", "sdb").replace("controller='0'", "controller='1'"),
    ]);
  });

  test("keeps USB companions together", () => {
    const usb = (model: string, start = "") =>
      `<controller type='usb' index='1' model='${model}'>${start}</controller>`;
    const group = [usb("ich9-ehci1"), usb("ich9-uhci1", "<master startport='0'/>")];
    const plain = "<controller type='usb' index='0' model='qemu-xhci'/>";
    const text = guest([plain, ...group].join("\n")).replace("index='1'", "index='|1'");
    expect(renamed(text, "2")).toEqual(group.map((line) => line.replace("'1'", "'2'")));
  });

  test.each([
    ["x", "An index is a number such as 3."],
    ["4", "There is a pci controller 4 already."],
    ["0", "Index 0 is the root of the PCI buses, and of nothing else."],
  ])("refuses %s and says why", (newName, reason) => {
    const text = guest(`${port}\n${port.replace("'3'", "'4'")}\n${nic}`);
    expect(renamed(text.replace("index='3", "index='|3"), newName)).toBe(reason);
  });

  test("is offered at indexes only, and only of controllers in the file", () => {
    const offered = (marked: string) => {
      const { service, snapshot, cursor, under } = open(marked);
      const found = service.renamableAt(snapshot, cursor);
      return found && `${under(found.range)} ${found.placeholder}`;
    };
    expect(offered(guest(`${port}\n${nic}`.replace("0x03", "0x|03")))).toBe("0x03 0x03");
    expect(offered(guest(`${port}\n${nic}`.replace("<controller", "<contr|oller")))).toBeUndefined();
    expect(offered(guest(nic.replace("0x03", "0x|01")))).toBeUndefined();
  });
});
