import { describe, expect, test } from "vitest";
import { guest, open } from "./cursor.ts";

/** What is told at the cursor: the text it is about, and the words. */
function told(marked: string): { under: string; words: string } | undefined {
  const { service, snapshot, cursor, under } = open(marked);
  const found = service.hover(snapshot, cursor);
  return found && { under: under(found.range), words: found.contents };
}

const nic = "<interface type='user'><model type='virtio'/><mac address='52:54:00:00:00:01'/></interface>";

describe("feature/hover tells", () => {
  test("of a device its place, why it is there, and what a guest calls it", () => {
    const { under, words } = told(guest(nic.replace("<interface", "<inter|face")))!;
    expect(under).toBe("<interface type='user'>");
    expect(words.split("\n\n")).toEqual([
      "**net0** · virtio · 52:54:00:00:00:01",
      "`0000:01:00.0`, chosen by libvirt: bus 1 (the pcie-root-port 1), slot 0, function 0.",
      "The lowest free slot on the lowest bus that takes this device. The place is on the pcie-root-port 1, which libvirt adds.",
      "A Linux guest will probably call it `enp1s0`.",
    ]);
  });

  test("of an address what its numbers mean", () => {
    const disk =
      "<disk type='file' device='disk'><target dev='sdd' bus='scsi'/><address type='drive' contr|oller='0' bus='0' target='0' unit='3'/></disk>";
    expect(told(guest(disk))).toEqual({
      under: "<address type='drive' controller='0' bus='0' target='0' unit='3'/>",
      words:
        "Place of the disk sdd\n\n`scsi 0:0:0:3`, given in the file: controller 0 (the scsi controller 0), bus 0, target 0, unit 3.",
    });
  });

  test("of a slot in hexadecimal where that reads differently", () => {
    const pinned = "<interface type='user'><addr|ess type='pci' slot='0x1b'/></interface>";
    expect(told(guest(pinned, "pc"))!.words).toContain(
      "bus 0 (the pci-root 0), slot 27 (0x1b), function 0.\n\nA Linux guest will probably call it `ens27`.",
    );
  });

  test("at a controller's index what hangs from it", () => {
    const port = "<controller type='pci' ind|ex='1' model='pcie-root-port'/>";
    const { under, words } = told(guest(`${port}\n${nic}`))!;
    expect(under).toBe("index='1'");
    expect(words).toBe("From pci controller 1 hang:\n- net0 · virtio · 52:54:00:00:00:01: `0000:01:00.0`");
  });

  test("that nothing hangs from a controller, and counts a crowd", () => {
    const scsi = "<controller type='scsi' inde|x='0' model='virtio-scsi'/>";
    expect(told(guest(scsi))!.words).toBe("Nothing hangs from scsi controller 0.");
    const serial = "<controller type='virtio-serial' inde|x='0'/>";
    const channels = Array.from(
      { length: 14 },
      (_, at) => `<channel type='unix'><target type='virtio' name='c${at}'/></channel>`,
    );
    expect(told(guest([serial, ...channels].join("\n")))!.words).toMatch(/\n- and 2 more$/);
  });

  test("names from the file as they are, never as markup", () => {
    const disk =
      "<di|sk type='file'><source file='/x/[a](http://b)*.img'/><target dev='vda' bus='virtio'/></disk>";
    expect(told(guest(disk))!.words).toContain("**vda** · virtio · b)\\*.img");
    const serial = "<cha|nnel type='unix'><target type='virtio' name='[a](b)'/></channel>";
    expect(told(guest(serial))!.words).toContain("**\\[a\\](b)**");
  });

  test("nothing beside devices, in other parts of them, and for other drivers", () => {
    expect(told(guest(nic).replace("<name>", "<na|me>"))).toBeUndefined();
    expect(told(guest(nic.replace("<model", "<mo|del")))).toBeUndefined();
    expect(told(guest(nic.replace("<interface", "<inter|face")).replace("kvm", "lxc"))).toBeUndefined();
  });
});
