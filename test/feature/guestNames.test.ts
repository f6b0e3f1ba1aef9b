import { expect, test } from "vitest";
import { guestNames } from "../../src/feature/guestNames.ts";
import { guest, open } from "./cursor.ts";

function names(devices: string, machine?: string, arch?: string): string[] {
  const [domain] = open(guest(devices, machine, arch)).snapshot.domains;
  return [...guestNames(domain!.definition).values()];
}

const nic = "<interface type='user'><model type='virtio'/></interface>";
const at = (place: string) => nic.replace("</i", `<address type='pci' ${place}/></i`);

// Each line is what systemd documents for such a card, and what guests of that machine are known to show.
test.each([
  ["the hotplug slot on i440fx", nic, "pc", "x86_64", ["ens2"]],
  ["the PCI path on q35", `${nic}${nic}`, "q35", "x86_64", ["enp1s0", "enp2s0"]],
  ["the PCI path on the root of q35", at("bus='0' slot='0x10'"), "q35", "x86_64", ["enp0s16"]],
  ["the PCI path on arm", nic, "virt", "aarch64", ["enp1s0"]],
  ["the channel device number", `${nic}${nic}`, "s390-ccw-virtio", "s390x", ["enc0", "enc1"]],
  [
    "the subchannel set",
    nic.replace("</i", "<address type='ccw' cssid='0xfe' ssid='1' devno='0x1a'/></i"),
    "s390-ccw-virtio",
    "s390x",
    ["enc1.001a"],
  ],
  ["functions", at("bus='0' slot='5' function='1'"), "pc", "x86_64", ["ens5f1"]],
  ["the ACPI index", nic.replace("</i", "<acpi index='7'/></i"), "q35", "x86_64", ["eno7"]],
  ["nothing behind a bridge on i440fx", at("bus='1' slot='5'"), "pc", "x86_64", []],
])("a card is named by %s", (_, devices, machine, arch, expected) => {
  expect(names(devices, machine, arch)).toEqual(expected);
});

// libvirt adds a third port, in slot 1, for the USB controller.
test("a guest numbers buses by their place, not by their index", () => {
  const port = (index: number, slot: number) =>
    `<controller type='pci' index='${index}' model='pcie-root-port'><address type='pci' slot='${slot}'/></controller>`;
  expect(names(port(1, 9) + port(2, 8) + at("bus='1' slot='0'"))).toEqual(["enp3s0"]);
});

test("an expander bus starts at its own number", () => {
  const expander =
    "<controller type='pci' index='1' model='pcie-expander-bus'><target busNr='180'/></controller><controller type='pci' index='2' model='pcie-root-port'><address type='pci' bus='1' slot='0'/></controller>";
  expect(names(expander + at("bus='2' slot='0'"))).toEqual(["enp181s0"]);
});
