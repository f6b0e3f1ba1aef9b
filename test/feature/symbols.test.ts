import { expect, test } from "vitest";
import { guest, open } from "./cursor.ts";

test("feature/symbols names each domain and its devices as a person does", () => {
  const devices = [
    "<disk type='file'><source file='/x/root.qcow2'/><target dev='vda' bus='virtio'/></disk>",
    "<controller type='pci' index='1' model='pcie-root-port'/>",
  ].join("\n");
  const { service, snapshot, under } = open(guest(devices));
  const [domain, ...others] = service.symbols(snapshot);
  expect(others).toEqual([]);
  expect([domain!.name, domain!.detail, domain!.kind]).toEqual(["guest", "kvm", "domain"]);
  expect(domain!.children.map(({ name, detail, kind }) => `${kind}: ${name} | ${detail}`)).toEqual([
    "device: vda | virtio · root.qcow2 · 0000:02:00.0",
    "controller: pcie-root-port 1 | 0000:00:01.0",
  ]);
  expect(domain!.children.map(({ selectionRange }) => under(selectionRange))).toEqual(["disk", "controller"]);
});

test("feature/symbols has a name for every entry, as VS Code demands", () => {
  const text = guest(
    "<disk/><interface type='user'/><hostdev/><channel/><input type=''/><disk><target dev=''/></disk>",
  ).replace("guest", "");
  const all = open(text).service.symbols(open(text).snapshot);
  expect(all.flatMap((domain) => [domain, ...domain.children]).every(({ name }) => name !== "")).toBe(true);
});
