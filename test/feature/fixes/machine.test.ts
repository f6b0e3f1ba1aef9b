import { expect, test } from "vitest";
import { machineOf } from "../../../src/edit/convertMachine.ts";
import { meantMachine } from "../../../src/feature/fixes/machine.ts";
import { type CodeAction, getDomainService } from "../../../src/service.ts";
import { changedLines, curesOf, guest } from "./curing.ts";

const i440fx = `
<controller type='pci' index='0' model='pci-root'/>
<controller type='ide' index='0'/>
<controller type='usb' index='0' model='piix3-uhci'><address type='pci' slot='0x01' function='0x2'/></controller>
<disk type='file' device='disk'><source file='/a.img'/><target dev='hda' bus='ide'/><address type='drive' unit='0'/></disk>
<disk type='file' device='disk'><source file='/b.img'/><target dev='sda' bus='scsi'/></disk>
<interface type='user'><model type='e1000'/><address type='pci' slot='0x03'/></interface>
`;

const q35 = `
<controller type='pci' index='0' model='pcie-root'/>
<controller type='pci' index='1' model='pcie-root-port'/>
<controller type='sata' index='0'/>
<disk type='file' device='disk'><source file='/a.img'/><target dev='sda' bus='sata'/></disk>
<interface type='user'><model type='virtio'/><address type='pci' bus='0x01' slot='0x00'/></interface>
`;

/** What is offered on the machine's name, and what each does to the lines. */
function actionsOnMachine(text: string): (CodeAction & { readonly after: string })[] {
  const service = getDomainService();
  const snapshot = service.snapshot("guest.xml", 1, text);
  const start = snapshot.lines.positionAt(text.indexOf("machine="));
  return service
    .codeActions(snapshot, { start, end: start })
    .filter(({ title }) => !title.startsWith("Pin"))
    .map((action) => ({ ...action, after: service.apply(snapshot, action.edits) }));
}

function errorsOf(text: string): string[] {
  const service = getDomainService();
  const all = service.diagnostics(service.snapshot("after.xml", 1, text));
  return all.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

test("an i440fx guest becomes a q35 guest", () => {
  const text = guest(i440fx, "pc-i440fx-9.2");
  const [action] = actionsOnMachine(text);
  expect(action?.title).toBe(
    "Convert to q35: 3 addresses are chosen anew, 1 disk moves from ide to sata, 2 controllers go",
  );
  expect(action?.kind).toBe("refactor.rewrite");
  expect(changedLines(text, action?.after ?? "")).toEqual([
    "- <type arch='x86_64' machine='pc-i440fx-9.2'>hvm</type>",
    "- <controller type='pci' index='0' model='pci-root'/>",
    "- <controller type='ide' index='0'/>",
    "- <controller type='usb' index='0' model='piix3-uhci'><address type='pci' slot='0x01' function='0x2'/></controller>",
    "- <disk type='file' device='disk'><source file='/a.img'/><target dev='hda' bus='ide'/><address type='drive' unit='0'/></disk>",
    "- <interface type='user'><model type='e1000'/><address type='pci' slot='0x03'/></interface>",
    "+ <type arch='x86_64' machine='pc-q35-9.2'>hvm</type>",
    "+ <controller type='usb' index='0' model='qemu-xhci'/>",
    "+ <disk type='file' device='disk'><source file='/a.img'/><target dev='sdb' bus='sata'/></disk>",
    "+ <interface type='user'><model type='e1000'/></interface>",
  ]);
  expect(errorsOf(action?.after ?? "")).toEqual([]);
});

test("a q35 guest becomes an i440fx guest", () => {
  const [action] = actionsOnMachine(guest(q35, "q35"));
  expect(action?.title).toBe(
    "Convert to i440fx: 1 address is chosen anew, 1 disk moves from sata to ide, 3 controllers go",
  );
  expect(action?.after).toContain("<target dev='hda' bus='ide'/>");
  expect(action?.after).toContain("machine='pc'");
  expect(errorsOf(action?.after ?? "")).toEqual([]);
});

test("what only the old board has is exchanged on the way, and the title says so", () => {
  const [action] = actionsOnMachine(guest(`${q35.trim()}\n<watchdog model='itco'/>`, "q35"));
  expect(action?.title).toMatch(/^Convert to i440fx: .*, and 1 fix that follows$/);
  expect(action?.after).toContain("<watchdog model='i6300esb'/>");
  expect(errorsOf(action?.after ?? "")).toEqual([]);
});

test("nothing is offered where a device would have to go", () => {
  expect(actionsOnMachine(guest("<iommu model='intel'/>", "q35"))).toEqual([]);
});

test("a machine switched with its old addresses left is adapted from the error", () => {
  const text = guest(i440fx.replace("model='pci-root'", "model='pcie-root'"), "q35");
  const offered = curesOf(text, "ide-controller-unsupported");
  const cure = offered.find(({ title }) => title.startsWith("Adapt to q35"));
  expect(cure?.title).toBe(
    "Adapt to q35: 3 addresses are chosen anew, 1 disk moves from ide to sata, 2 controllers go",
  );
});

test.each([
  ["pc-q35", "q35"],
  ["Q35", "q35"],
  ["pc-i440fx", "pc"],
  ["i440fx", "pc"],
  ["q53", "q35"],
])("machine %s is meant to be %s", (written, meant) => {
  expect(meantMachine(written, "x86_64")).toBe(meant);
  const [action] = actionsOnMachine(guest("<memballoon model='virtio'/>", written));
  expect(action?.title).toBe(`Write machine='${meant}'`);
});

test.each(["q35", "pc", "pc-q35-9.2", "isapc", "microvm"])("machine %s is right as it is", (machine) => {
  expect(meantMachine(machine, "x86_64")).toBeUndefined();
});

test.each([
  ["x86_64", "pc-1.0", ["pc"]],
  ["x86_64", "pc-q35-8.3", ["pc-q35-8.2"]],
  ["x86_64", "virt", ["pc"]],
  ["aarch64", "q35", ["virt"]],
  ["aarch64", "rapsi3b", ["raspi3b"]],
  ["riscv64", "virt-10.0", ["virt"]],
  ["ppc64", "nothing-of-the-sort", []],
])("an unknown machine of %s, %s, gets the nearest names %j", (arch, machine, names) => {
  const text = guest("<memballoon model='none'/>", machine).replace("x86_64", arch);
  expect(errorsOf(text)).toContain("machine-unsupported");
  const titles = actionsOnMachine(text).map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith("Write"))).toEqual(
    names.map((name) => `Write machine='${name}'`),
  );
});

test("the version stays with the board", () => {
  expect(machineOf("pc-i440fx-8.1", "q35")).toBe("pc-q35-8.1");
  expect(machineOf("pc-q35-8.1", "i440fx")).toBe("pc-i440fx-8.1");
  expect(machineOf("pc", "q35")).toBe("q35");
});
