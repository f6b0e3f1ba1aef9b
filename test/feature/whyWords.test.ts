import { expect, test } from "vitest";
import { boardOf } from "../../src/feature/board.ts";
import { defineText, domainXml } from "../support/machineLines.ts";

/** The reasons on the board of a machine, by device label. */
function reasons(machine: string, devices: string): Record<string, string | undefined> {
  const board = boardOf(defineText(domainXml(machine, devices)), { version: 1, problems: new Map() });
  return Object.fromEntries(board.devices.map((device) => [device.label, device.why]));
}

test("feature/whyWords names who took the slots before", () => {
  const found = reasons(
    "pc",
    `<interface type='user'><model type='virtio'/><address type='pci' slot='2'/></interface>
     <interface type='user'><model type='virtio'/></interface>
     <memballoon model='none'/>`,
  );
  expect(found.net1).toBe(
    "The lowest free slot on the lowest bus that takes this device. Taken before it: the interface net0.",
  );
  expect(found.net0).toBeUndefined();
});

test("feature/whyWords names the controller that libvirt adds", () => {
  const found = reasons(
    "q35",
    "<interface type='user'><model type='virtio'/></interface><memballoon model='none'/>",
  );
  expect(found.net0).toBe(
    "The lowest free slot on the lowest bus that takes this device. The place is on the pcie-root-port 1, which libvirt adds.",
  );
  expect(found["sata 0"]).toBe("The chipset has this device at exactly this place.");
});

test("feature/whyWords tells root ports and drives their own reasons", () => {
  const found = reasons(
    "q35",
    `<controller type='pci' index='0' model='pcie-root'/>
     <controller type='pci' index='1' model='pcie-root-port'/>
     <controller type='pci' index='2' model='pcie-root-port'/>
     <disk type='file'><source file='/a'/><target dev='sdc' bus='sata'/></disk>
     <memballoon model='none'/>`,
  );
  expect(found["pcie-root-port 2"]).toBe("Root ports share slots: this is the lowest function that is free.");
  expect(found.sdc).toBe("Derived from the target name.");
});
