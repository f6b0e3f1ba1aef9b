import { describe, expect, test } from "vitest";
import { guest, open } from "./cursor.ts";

/** The lines a jump leads to, with the exact target in brackets. */
function lineOf({ service, snapshot, cursor, under }: ReturnType<typeof open>): string | undefined {
  const range = service.definitionAt(snapshot, cursor);
  const line = range && snapshot.text.split("\n")[range.start.line]!.trim();
  return range && `${line} [${under(range)}]`;
}

const port = "<controller type='pci' index='3' model='pcie-root-port'/>";
const nic = "<interface type='user'><address type='pci' bus='3' slot='0'/></interface>";

describe("feature/controllerReferences", () => {
  test("leads from bus= of a PCI address to its controller", () => {
    const text = guest(`${port}\n${nic}`).replace("bus='3'", "bus='|3'");
    expect(lineOf(open(text))).toBe(`${port} [3]`);
  });

  test.each([
    [
      "scsi",
      "<disk type='file'><target dev='sda' bus='scsi'/><address type='drive' contr|oller='0'/></disk>",
    ],
    [
      "sata",
      "<disk type='file'><target dev='sdb' bus='sata'/><address type='drive' contr|oller='0'/></disk>",
    ],
    ["usb", "<input type='tablet' bus='usb'><address type='usb' b|us='0' port='1'/></input>"],
    [
      "virtio-serial",
      "<channel type='unix'><target type='virtio'/><address type='virtio-serial' contr|oller='0' bus='0' port='1'/></channel>",
    ],
  ])("leads to the %s controller", (type, device) => {
    const controllers = ["scsi", "sata", "usb", "virtio-serial"].map(
      (each) => `<controller type='${each}' index='0'/>`,
    );
    expect(lineOf(open(guest([...controllers, device].join("\n"))))).toBe(
      `<controller type='${type}' index='0'/> [0]`,
    );
  });

  test("leads nowhere from other numbers, nor to controllers that are not in the file", () => {
    expect(lineOf(open(guest(`${port}\n${nic}`).replace("slot='0'", "slot='|0'")))).toBeUndefined();
    expect(lineOf(open(guest(nic).replace("bus='3'", "bus='|3'")))).toBeUndefined();
  });

  test("leads from a controller's index to every address that names it", () => {
    const other = nic.replace("bus='3' slot='0'", "bus='0x3' slot='0' function='1'");
    const text = guest(`${port.replace("index='3'", "index='|3'")}\n${nic}\n${other}\n<rng model='virtio'/>`);
    const { service, snapshot, cursor, under } = open(text);
    expect(service.referencesAt(snapshot, cursor, false).map(under)).toEqual(["3", "0x3"]);
    expect(service.referencesAt(snapshot, cursor, true)).toHaveLength(3);
  });

  test("finds nothing elsewhere", () => {
    const { service, snapshot, cursor } = open(guest(nic.replace("type='user'", "ty|pe='user'")));
    expect(service.referencesAt(snapshot, cursor, true)).toEqual([]);
  });
});
