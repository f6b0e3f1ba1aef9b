import { expect, test } from "vitest";
import { everything, guest, open } from "./cursor.ts";

/** The text with every hint where it is shown. */
function shown(text: string, range = everything): string[] {
  const { service, snapshot } = open(text);
  const lines = text.split("\n");
  return service.inlayHints(snapshot, range).map(({ position: { line, character }, label }) => {
    const words = lines[line]!;
    return `${words.slice(0, character).trimStart()}«${label}»`;
  });
}

const nic = "<interface type='user'>\n<model type='virtio'/>\n</interface>";
const pinned = "<interface type='user'><address type='pci' slot='9'/></interface>";

test("feature/inlayHints shows the address libvirt would choose behind each unpinned device", () => {
  expect(
    shown(guest(`${nic}\n${pinned}\n<rng model='virtio'><backend model='random'/></rng>`, "pc")),
  ).toEqual(["<interface type='user'>«→ 0000:00:02.0»", "<rng model='virtio'>«→ 0000:00:04.0»"]);
});

test("feature/inlayHints says why in the tooltip", () => {
  const { service, snapshot } = open(guest(nic));
  const [hint] = service.inlayHints(snapshot, everything);
  expect(hint!.tooltip).toBe(
    "libvirt would put the interface net0 here. The lowest free slot on the lowest bus that takes this device. The place is on the pcie-root-port 1, which libvirt adds.",
  );
});

test("feature/inlayHints keeps to the lines asked for", () => {
  const text = guest(`${nic}\n${nic}`, "pc");
  const second = { start: { line: 7, character: 0 }, end: { line: 7, character: 99 } };
  expect(shown(text, second)).toEqual(["<interface type='user'>«→ 0000:00:03.0»"]);
});

test("feature/inlayHints has nothing for consoles that stand for a serial port, nor for other drivers", () => {
  const console = "<serial type='pty'/>\n<console type='pty'/>";
  expect(shown(guest(console)).filter((hint) => hint.startsWith("<console"))).toEqual([]);
  expect(shown(guest(nic).replace("kvm", "lxc"))).toEqual([]);
});
