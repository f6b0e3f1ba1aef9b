import { expect, test } from "vitest";
import { guest, open } from "./cursor.ts";

const card = (alias: string) =>
  `<hostdev mode='subsystem' type='pci'><source><address bus='0x01'/></source>${alias}</hostdev>`;
const nic = (alias: string) => `<interface type='user'><model type='virtio'/>${alias}</interface>`;

test.each([
  ["a card without a name", card(""), "host 01:00.0 | PCI passthrough"],
  ["a card that the author named", card("<alias name='ua-GPU'/>"), "GPU 01:00.0 | PCI passthrough"],
  ["libvirt's own name", card("<alias name='hostdev0'/>"), "host 01:00.0 | PCI passthrough"],
  ["a name that libvirt drops", card("<alias name='ua-x!'/>"), "host 01:00.0 | PCI passthrough"],
  ["an empty name", card("<alias name='ua-'/>"), "host 01:00.0 | PCI passthrough"],
  ["another device that the author named", nic("<alias name='ua-lan'/>"), "net0 | virtio · lan"],
])("feature/deviceLabel: %s", (_, device, expected) => {
  const { service, snapshot } = open(guest(device));
  const found = service
    .board(snapshot)
    ?.devices.find(({ kind }) => kind === "hostdev" || kind === "interface");
  expect(`${found?.label} | ${found?.detail}`).toBe(expected);
});
