import { expect, test } from "vitest";
import type { DefineOptions } from "../../../src/domain/target.ts";
import { getDomainService } from "../../../src/service.ts";
import { guest } from "./curing.ts";

/** Something that people mixed up and asked about: what is underlined stands between ⟦ and ⟧. */
interface Story {
  readonly code: string;
  readonly text: string;
  readonly options?: DefineOptions;
  /** A fix that is offered there; after it nobody complains of this any more. Absent where no fix can be worked out. */
  readonly fix?: string;
}

const disk = (target: string, bus: string, rest = "") =>
  `<disk type='file' device='disk'><source file='/a.img'/><target dev='${target}' bus='${bus}'/>${rest}</disk>`;
const nic = (rest = "", model = "virtio") =>
  `<interface type='user'><model type='${model}'/>${rest}</interface>`;
const host = (fn: string, rest = "", mark = (text: string) => text) =>
  `<hostdev mode='subsystem' type='pci' managed='yes'><source>${mark(`<address domain='0' bus='6' slot='0' function='${fn}'/>`)}</source>${rest}</hostdev>`;
const bare = "<controller type='usb' model='none'/>\n<memballoon model='none'/>";
const port = (index: number) => `<controller type='pci' index='${index}' model='pcie-root-port'/>`;
const commandLine = (text: string, ...args: string[]) =>
  text
    .replace(
      "<domain type='kvm'>",
      "<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>",
    )
    .replace(
      "</domain>",
      `  <qemu:commandline>${args.map((arg) => `<qemu:arg value='${arg}'/>`).join("")}</qemu:commandline>\n</domain>`,
    );

const stories: Readonly<Record<string, Story>> = {
  "a template's loop gives two network cards one slot": {
    code: "pci-double-use",
    text: guest(
      `${nic("<address type='pci' slot='0x03'/>")}\n${nic("⟦<address type='pci' slot='0x03'/>⟧")}`,
      "pc",
    ),
    fix: "Move to the next free slot",
  },
  "a copied disk keeps its unit": {
    code: "drive-double-use",
    text: guest(
      `${disk("sda", "sata", "<address type='drive' unit='0'/>")}\n${disk("sdb", "sata", "⟦<address type='drive' unit='0'/>⟧")}`,
    ),
    fix: "Move to the next free slot",
  },
  "a copied USB device keeps its port": {
    code: "usb-double-use",
    text: guest(
      "<input type='tablet' bus='usb'><address type='usb' bus='0' port='1'/></input>\n<input type='keyboard' bus='usb'><address type='usb' bus='0' port='⟦1⟧'/></input>",
    ),
    fix: "Move to the next free slot",
  },
  "a copied controller keeps its index": {
    code: "controller-duplicate-index",
    text: guest(
      "<controller type='scsi' index='0' model='virtio-scsi'/>\n<controller type='scsi' index='⟦0⟧' model='virtio-scsi'/>",
    ),
    fix: "Renumber it to 1",
  },
  "the same host device twice": {
    code: "hostdev-duplicate",
    text: guest(`${host("0")}\n${host("0").replace("<source", "<⟦source⟧")}`),
    fix: "Remove this hostdev, which says the same as the other",
  },
  "a slot per device on a root port, as on i440FX": {
    code: "pci-slot-too-high",
    text: guest(`${port(1)}\n${nic("<address type='pci' bus='0x01' slot='⟦0x01⟧'/>")}`),
    fix: "Move to the next free slot",
  },
  "slot 0 of a pci-bridge": {
    code: "pci-slot-too-low",
    text: guest(
      `<controller type='pci' index='1' model='pci-bridge'/>\n${nic("<address type='pci' bus='0x01' slot='⟦0x00⟧'/>")}`,
      "pc",
    ),
    fix: "Move to the next free slot",
  },
  "a slot written in decimal": {
    code: "pci-slot-range",
    text: guest(nic("<address type='pci' slot='⟦0x30⟧'/>"), "pc"),
    fix: "Move to the next free slot",
  },
  "q35 with the controllers of i440FX": {
    code: "pci-root-model-mismatch",
    text: guest(
      `<controller type='pci' index='0' model='⟦pci-root⟧'/>\n${disk("hda", "ide")}\n${nic("<address type='pci' slot='0x03'/>")}`,
    ),
    fix: "Adapt to q35: 1 address is chosen anew, 1 disk moves from ide to sata, 1 controller goes",
  },
  "a q35 guest turned into an i440FX one": {
    code: "pci-root-model-mismatch",
    text: guest("<controller type='pci' index='0' model='⟦pcie-root⟧'/>", "pc"),
    fix: "Adapt to i440fx: 1 controller goes",
  },
  "a board without its version": {
    code: "machine-unsupported",
    text: guest(bare, "⟦pc-q35⟧"),
    fix: "Write machine='q35'",
  },
  "a disk on another bus with its old address": {
    code: "disk-address-type",
    text: guest(disk("sda", "sata", "<address type='⟦pci⟧' slot='0x05'/>")),
    fix: "Replace it by the drive address that libvirt would choose",
  },
  "target and unit of an IDE disk": {
    code: "drive-ide-target",
    text: guest(disk("hda", "ide", "<address type='drive' target='⟦1⟧' unit='0'/>"), "pc"),
    fix: "Write target='0'",
  },
  "a fifth IDE disk": {
    code: "drive-ide-controller",
    text: guest(
      `${["hda", "hdb", "hdc", "hdd"].map((name) => disk(name, "ide")).join("\n")}\n${disk("⟦hde⟧", "ide")}`,
      "pc",
    ),
    fix: "Move it to sata as sda",
  },
  "an eighth SCSI disk on a controller of another model": {
    code: "scsi-spill-other-model",
    text: guest(`<controller type='scsi' index='0' model='virtio-scsi'/>\n${disk("⟦sdh⟧", "scsi")}`),
    fix: "Add a virtio-scsi scsi controller with index 1",
  },
  "two serial ports with one number": {
    code: "isa-serial-port-duplicate",
    text: guest(
      "<serial type='null'><target type='isa-serial' port='0'/></serial>\n<serial type='null'><target type='isa-serial' port='⟦0⟧'/></serial>",
    ),
    fix: "Remove port and let libvirt choose",
  },
  "a GPU without its audio function": {
    code: "hostdev-function-missing",
    text: guest(
      `${[1, 2, 3].map(port).join("\n")}\n${host("0", "<address type='pci' bus='0x01' slot='0x00'/>", (text) => `⟦${text}⟧`)}`,
    ),
    options: {
      host: {
        pciDevices: [0, 1].map((fn) => ({
          address: { domain: 0, bus: 6, slot: 0, function: fn },
          pciExpress: true,
        })),
      },
    },
    fix: "Pass 0000:06:00.1 through as well",
  },
  "GPU and audio in slots of their own": {
    code: "hostdev-functions-split",
    text: guest(
      `${port(1)}\n${port(2)}\n${host("0", "<address type='pci' bus='0x01' slot='0x00'/>")}\n${host("1", "⟦<address type='pci' bus='0x02' slot='0x00'/>⟧")}`,
    ),
    fix: "Put both functions into one slot",
  },
  "a function without function 0": {
    code: "pci-function-without-zero",
    text: guest(nic("<address type='pci' slot='0x06' function='⟦0x1⟧'/>"), "pc"),
    fix: "Move it to function 0",
  },
  "the host's address as the guest's": {
    code: "hostdev-source-guest-mixup",
    text: guest(host("0", "⟦<address type='pci' bus='0x06' slot='0x00'/>⟧")),
    fix: "Remove the address and let libvirt choose",
  },
  "a network card of the command line in a disk's slot": {
    code: "pci-command-line-conflict",
    text: commandLine(
      guest(disk("vda", "virtio", "<address type='pci' slot='0x05'/>"), "pc"),
      "-device",
      "⟦virtio-net-pci,addr=05.0⟧",
    ),
  },
  "a device of the command line on a bus that comes later": {
    code: "command-line-bus-order",
    text: commandLine(guest(port(1)), "-device", "⟦virtio-net-pci,bus=pci.1⟧"),
  },
  "no port for a device that is plugged in": {
    code: "hotplug-no-port",
    text: guest(
      `${bare}\n<⟦controller⟧ type='pci' index='1' model='pcie-root-port'/>\n${nic("<address type='pci' bus='0x01' slot='0x00'/>")}`,
    ),
    fix: "Add 4 pcie-root-ports",
  },
  "an old network card, and nowhere to plug in another": {
    code: "conventional-hotplug-q35",
    text: guest(nic("⟦<address type='pci' slot='0x09'/>⟧", "rtl8139")),
    fix: "Put it on a new pcie-to-pci-bridge",
  },
};

test.each(Object.keys(stories))("%s", (name) => {
  const story = stories[name];
  if (story === undefined) throw new RangeError(`there is no story ${name}`);
  const { code, fix } = story;
  const service = getDomainService(story.options ?? {});
  const text = story.text.replaceAll(/[⟦⟧]/g, "");
  const snapshot = service.snapshot("guest.xml", 1, text);
  const [problem] = service.diagnostics(snapshot).filter((one) => one.code === code);
  if (problem === undefined) {
    throw new Error(`expected ${code}, got ${service.diagnostics(snapshot).map((one) => one.code)}`);
  }
  const start = snapshot.lines.offsetAt(problem.range.start);
  const end = snapshot.lines.offsetAt(problem.range.end);
  expect(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`).toBe(story.text);
  if (fix === undefined) return;
  const offered = service.codeActions(snapshot, problem.range);
  expect(offered.map(({ title }) => title)).toContain(fix);
  const action = offered.find(({ title }) => title === fix);
  const after = service.snapshot("guest.xml", 2, action ? service.apply(snapshot, action.edits) : text);
  expect(service.diagnostics(after).map((one) => one.code)).not.toContain(code);
});
