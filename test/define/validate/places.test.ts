import { describe, expect, test } from "vitest";
import { define } from "../../../src/define/define.ts";
import { readDomains } from "../../../src/domain/readDomain.ts";
import type { Place, Refusal } from "../../../src/domain/refusal.ts";
import { parse } from "../../../src/xml/parse.ts";
import { domainText } from "./recorded.ts";

/** The refusals as "code at place ← other places"; a device is its number among the devices of the text. */
function refusalsOf(machine: Parameters<typeof domainText>[0], devices: string): string[] {
  const [reading] = readDomains(parse(domainText(machine, devices)));
  if (reading === undefined) throw new RangeError("the text holds no domain");
  return [...reading.refusals, ...define(reading.domain).refusals].map(lineOf);
}

function lineOf({ code, subject, related }: Refusal): string {
  const others = related.map(textOf).join(", ");
  return `${code} at ${textOf(subject)}${others === "" ? "" : ` ← ${others}`}`;
}

function textOf({ device, part }: Place): string {
  return [device, part].filter((half) => half !== undefined).join(" ");
}

const disk = (name: string, rest = "") =>
  `<disk type='file'><source file='/a'/><target dev='${name}' bus='sata'/>${rest}</disk>`;

describe("define/validate names the place and the other culprit of", () => {
  test("two disks of one name", () => {
    expect(refusalsOf("q35", disk("sda") + disk("sda"))).toEqual([
      "disk-target-duplicate at 1 target@dev ← 0 target@dev",
    ]);
  });
  test("two disks at one drive address, one given and one from the name", () => {
    const given = disk("sda", "<address type='drive' unit='1'/>");
    expect(refusalsOf("q35", given + disk("sdb"))).toEqual(["drive-double-use at 1 target@dev ← 0 address"]);
  });
  test("a number of a drive address", () => {
    expect(refusalsOf("q35", disk("sda", "<address type='drive' bus='1' target='2'/>"))).toEqual([
      "drive-sata-bus at 0 address@bus",
      "drive-sata-target at 0 address@target",
    ]);
  });
  test("two controllers of one index", () => {
    const scsi = "<controller type='scsi' index='2'/>";
    expect(refusalsOf("pc", scsi + scsi)[0]).toBe("controller-duplicate-index at 1 @index ← 0");
  });
  test("the disk behind a controller that is not in the file", () => {
    const ide = "<disk type='file'><source file='/a'/><target dev='hda' bus='ide'/></disk>";
    expect(refusalsOf("q35", ide)).toEqual(["ide-controller-unsupported at 0 target@bus"]);
  });
  test("a setting that the controller's model does not have", () => {
    const port =
      "<controller type='pci' index='1' model='pcie-root-port'><target chassisNr='4'/></controller>";
    expect(refusalsOf("q35", port)).toEqual(["pci-controller-option-invalid at 0 target@chassisNr"]);
  });
  test("an address of the wrong type", () => {
    const redundant = "<watchdog model='i6300esb'><address type='usb'/></watchdog>";
    expect(refusalsOf("q35", redundant)).toEqual(["watchdog-i6300esb-bus at 0 address@type"]);
  });
  test("an address where none may be", () => {
    const root = "<controller type='pci' index='0' model='pcie-root'><address type='pci'/></controller>";
    expect(refusalsOf("q35", root)).toEqual(["pci-root-address at 0 address"]);
  });
  test("one host device given twice, once as an interface", () => {
    const source = "<source><address type='pci' bus='3'/></source>";
    const interfaceHost = `<interface type='hostdev'>${source}</interface>`;
    const hostdev = `<hostdev mode='subsystem' type='pci'>${source}</hostdev>`;
    expect(refusalsOf("q35", interfaceHost + hostdev)).toEqual(["hostdev-duplicate at 1 source ← 0 source"]);
  });
  test("one boot order given twice", () => {
    const nic = "<interface type='user'><boot order='1'/></interface>";
    expect(refusalsOf("q35", disk("sda", "<boot order='1'/>") + nic)).toEqual([
      "boot-order-duplicate at 1 boot@order ← 0 boot@order",
    ]);
  });
  test("one alias given twice", () => {
    const nic = "<interface type='user'><alias name='ua-x'/></interface>";
    expect(refusalsOf("q35", disk("sda", "<alias name='ua-x'/>") + nic)).toEqual([
      "alias-duplicate at 1 alias@name ← 0 alias@name",
    ]);
  });
  test("two memory devices in one place", () => {
    const dimm = (slot: number, base: string) =>
      `<memory model='dimm'><target><size unit='MiB'>512</size></target><address type='dimm' slot='${slot}' base='${base}'/></memory>`;
    const max = "<maxMemory slots='2' unit='GiB'>16</maxMemory>";
    expect(refusalsOf("q35", `${max} | ${dimm(0, "0x200000000")}${dimm(1, "0x210000000")}`)).toEqual([
      "memory-overlap at 0 address@base ← 1 address@base",
    ]);
    expect(refusalsOf("q35", `${max} | ${dimm(1, "0x0")}${dimm(1, "0x0")}`)).toEqual([
      "dimm-slot-double-use at 0 address@slot ← 1 address@slot",
    ]);
  });
});

describe("define/validate tells everything at once", () => {
  test("where libvirt would stop at the first problem", () => {
    const text = `${disk("sda", "<address type='pci'/>")}
      ${disk("vdb1", "<address type='drive' target='3'/>")}
      <video><model type='ramfb'/><address type='pci'/></video>
      <video><model type='vga'/></video>
      <controller type='pci' index='1' model='pcie-root-port'><target busNr='4'/></controller>
      <serial type='pty'><target type='isa-serial'/><address type='usb'/></serial>
      <panic model='s390'/>
      <watchdog model='diag288'/>`;
    expect(refusalsOf("q35", text)).toEqual([
      "panic-model-guests at 6 @model",
      "disk-address-type at 0 address@type",
      "drive-sata-target at 1 address@target",
      "disk-target-partition at 1 target@dev",
      "video-ramfb-address at 2 address",
      "video-primary-only at 3 model@type ← 2",
      "pci-controller-option-invalid at 4 target@busNr",
      "serial-address-type at 5 address@type",
      "watchdog-diag288-machine at 7 @model",
    ]);
  });
  test("but says of one address only that it is wrong", () => {
    const unassigned = disk("sda", "<address type='unassigned'/>");
    expect(refusalsOf("q35", unassigned)).toEqual(["address-unassigned-not-hostdev at 0 address@type"]);
    const serial = "<serial type='pty'><target type='usb-serial'/><address type='isa'/></serial>";
    expect(refusalsOf("q35", serial)).toEqual(["usb-serial-address-type at 0 address@type"]);
  });
  test("but leaves an unreadable address to the parser", () => {
    const unreadable = disk("sda", "<address type='pci' slot='0x20'/>");
    expect(refusalsOf("q35", unreadable)).toEqual(["pci-slot-range at 0 address@slot"]);
  });
});
