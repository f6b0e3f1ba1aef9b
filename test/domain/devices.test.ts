import { describe, expect, test } from "vitest";
import { readDevice, readDevices } from "./reading.ts";

/** Attributes that are absent in the XML are absent in the model, so every row lists all there is. */
const rows: readonly (readonly [string, object])[] = [
  ["<disk/>", { kind: "disk", device: "disk", sourceType: "file" }],
  [
    "<disk type='block' device='cdrom' model='virtio'><source dev='/dev/sr0'/><target dev='sda' bus='sata'/><readonly/><transient/><boot order='1'/><alias name='ua-a'/></disk>",
    {
      kind: "disk",
      device: "cdrom",
      sourceType: "block",
      model: "virtio",
      bus: "sata",
      target: "sda",
      source: "/dev/sr0",
      readOnly: true,
      transient: true,
      bootOrder: "1",
      alias: "ua-a",
    },
  ],
  ["<controller/>", { kind: "controller", type: "ide", target: {} }],
  [
    "<controller type='usb' index='010' model='qemu-xhci' ports='4'/>",
    { kind: "controller", type: "usb", index: 10, model: "qemu-xhci", ports: 4, target: {} },
  ],
  [
    "<controller type='pci' index='1' model='pcie-expander-bus'><model name='pxb-pcie'/><target chassisNr='1' chassis='0x2' port='010' busNr='180' index='3' hotplug='off' memReserve='0x10'><node>1</node></target></controller>",
    {
      kind: "controller",
      type: "pci",
      index: 1,
      model: "pcie-expander-bus",
      modelName: "pxb-pcie",
      target: {
        chassisNr: 1,
        chassis: 2,
        port: 8,
        busNr: 180,
        index: 3,
        hotplug: "off",
        memReserve: 16n,
        node: 1,
      },
    },
  ],
  [
    "<controller type='pci' index='0' model='pcie-root'><pcihole64 unit='GiB'>1</pcihole64><target><node/></target></controller>",
    { kind: "controller", type: "pci", index: 0, model: "pcie-root", pciHole64: true, target: {} },
  ],
  [
    "<controller type='scsi' model='virtio-scsi'><driver iothread='1'><iothreads/></driver><target busNr='x'/></controller>",
    {
      kind: "controller",
      type: "scsi",
      model: "virtio-scsi",
      iothread: true,
      iothreads: true,
      settings: ["driver/iothreads"],
      target: {},
    },
  ],
  [
    "<controller type='virtio-serial' ports='16' vectors='4'/>",
    { kind: "controller", type: "virtio-serial", ports: 16, vectors: 4, target: {} },
  ],
  ["<lease/>", { kind: "lease" }],
  [
    "<filesystem model='virtio-transitional'><driver type='path'/><source dir='/a'/><target dir='b'/></filesystem>",
    { kind: "filesystem", driver: "path", model: "virtio-transitional", source: "/a", target: "b" },
  ],
  ["<interface/>", { kind: "interface", type: "user" }],
  [
    "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/><target dev='v0'/><model type='VirtIO'/><rom bar='off'/><acpi index='7'/></interface>",
    {
      kind: "interface",
      type: "network",
      mac: "52:54:00:00:00:01",
      source: "default",
      target: "v0",
      model: "virtio",
      rom: true,
      acpiIndex: 7,
    },
  ],
  [
    "<interface><model type='Homegrown'/><rom/></interface>",
    { kind: "interface", type: "user", model: "Homegrown" },
  ],
  [
    "<interface type='hostdev'><source><address type='pci' bus='0x10'/></source></interface>",
    {
      kind: "interface",
      type: "hostdev",
      host: { type: "pci", address: { domain: 0, bus: 16, slot: 0, function: 0 } },
    },
  ],
  [
    "<hostdev type='pci'><source/></hostdev>",
    {
      kind: "hostdev",
      mode: "subsystem",
      type: "pci",
      host: { type: "pci", address: { domain: 0, bus: 0, slot: 0, function: 0 } },
    },
  ],
  [
    "<hostdev type='usb'><source><vendor id='0x1'/><product id='0'/></source></hostdev>",
    { kind: "hostdev", mode: "subsystem", type: "usb", host: { type: "usb", vendor: 1, product: 0 } },
  ],
  [
    "<hostdev type='usb'><source><address bus='1' device='0x2'/></source></hostdev>",
    { kind: "hostdev", mode: "subsystem", type: "usb", host: { type: "usb", bus: 1, device: 2 } },
  ],
  [
    "<hostdev type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0x0' unit='00'/></source></hostdev>",
    {
      kind: "hostdev",
      mode: "subsystem",
      type: "scsi",
      host: { type: "scsi", identity: "scsi_host0 0:0:0" },
    },
  ],
  [
    "<hostdev type='mdev' model='vfio-pci'><source><address uuid='53764d0e-85a0-42b4-af5c-2046b460b1dc'/></source></hostdev>",
    {
      kind: "hostdev",
      mode: "subsystem",
      type: "mdev",
      model: "vfio-pci",
      host: { type: "mdev", uuid: "53764d0e-85a0-42b4-af5c-2046b460b1dc" },
    },
  ],
  [
    "<hostdev mode='capabilities' type='misc'><source><char>/dev/x</char></source></hostdev>",
    { kind: "hostdev", mode: "capabilities", type: "misc" },
  ],
  ["<smartcard mode='host'/>", { kind: "smartcard", mode: "host" }],
  ["<serial/>", { kind: "serial", type: "pty", source: "pty" }],
  [
    "<serial type='tcp'><source mode='bind' host='h'/><protocol type='raw'/><target type='isa-serial' port='1'><model name='isa-serial'/></target></serial>",
    {
      kind: "serial",
      type: "tcp",
      source: "tcp mode=bind host=h type=raw",
      targetType: "isa-serial",
      targetPort: 1,
      targetModel: "isa-serial",
    },
  ],
  ["<serial><target type='none' port='-1'/></serial>", { kind: "serial", type: "pty", source: "pty" }],
  [
    "<parallel><target type='anything' port='2'/></parallel>",
    { kind: "parallel", type: "pty", source: "pty", targetPort: 2 },
  ],
  [
    "<console><target type='virtio' port='5'/></console>",
    { kind: "console", type: "pty", source: "pty", targetType: "virtio" },
  ],
  [
    "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0' port='3'/></channel>",
    {
      kind: "channel",
      type: "unix",
      source: "unix",
      targetType: "virtio",
      targetName: "org.qemu.guest_agent.0",
    },
  ],
  ["<input type='tablet' bus='usb'/>", { kind: "input", type: "tablet", bus: "usb" }],
  ["<graphics type='vnc'/>", { kind: "graphics", type: "vnc" }],
  ["<sound model='ich9'/>", { kind: "sound", model: "ich9" }],
  ["<audio id='1' type='none'/>", { kind: "audio", type: "none" }],
  ["<video/>", { kind: "video" }],
  [
    "<video><model type='virtio' heads='2' primary='yes'/></video>",
    { kind: "video", model: "virtio", heads: 2, primary: true },
  ],
  ["<video><model type='default' primary='maybe'/></video>", { kind: "video" }],
  ["<watchdog model='itco'/>", { kind: "watchdog", model: "itco", action: "reset" }],
  ["<memballoon model='virtio'/>", { kind: "memballoon", model: "virtio" }],
  ["<rng model='virtio'><backend model='random'/></rng>", { kind: "rng", model: "virtio", name: "random" }],
  [
    "<crypto model='virtio' type='qemu'><backend model='builtin'/></crypto>",
    { kind: "crypto", model: "virtio" },
  ],
  [
    "<tpm model='tpm-crb'><backend type='emulator'/></tpm>",
    { kind: "tpm", model: "tpm-crb", backend: "emulator" },
  ],
  ["<nvram/>", { kind: "nvram" }],
  ["<hub type='usb'/>", { kind: "hub", type: "usb" }],
  ["<redirdev type='pty'/>", { kind: "redirdev", bus: "usb", type: "pty" }],
  ["<redirfilter/>", { kind: "redirfilter" }],
  ["<panic/>", { kind: "panic" }],
  [
    "<shmem name='a'><model type='ivshmem-plain'/></shmem>",
    { kind: "shmem", name: "a", model: "ivshmem-plain" },
  ],
  [
    "<memory model='nvdimm'><source><path>/p</path><alignsize unit='MiB'>2</alignsize></source><target><size unit='GB'>1</size><node>1</node><label><size>128</size></label><block>x</block></target></memory>",
    {
      kind: "memory",
      model: "nvdimm",
      path: "/p",
      alignSize: 2048n,
      size: 976563n,
      node: 1,
      labelSize: 128n,
    },
  ],
  [
    "<memory model='virtio-mem'><target><size unit=''>4096</size><block>2048</block><requested>0</requested><address base='0x100000000'/></target></memory>",
    {
      kind: "memory",
      model: "virtio-mem",
      size: 4096n,
      labelSize: 0n,
      blockSize: 2048n,
      requestedSize: 0n,
      targetBase: 0x1_0000_0000n,
    },
  ],
  ["<iommu model='intel'><driver intremap='on'/></iommu>", { kind: "iommu", model: "intel", driver: true }],
  ["<vsock model='default'/>", { kind: "vsock" }],
  [
    "<pstore backend='acpi-erst'><path>/x</path><size>8</size></pstore>",
    { kind: "pstore", model: "acpi-erst" },
  ],
];

describe("domain/read reads every kind of device", () => {
  test.each(rows)("%s", (device, expected) => {
    // What is odd about a device has a table of its own, test/feature/attributes.txt.
    const { oddities: _, ...read } = readDevice(device);
    expect(read).toEqual({ id: 0, ...expected });
  });

  test.each([
    ["<controller type='usb' model='ich9-uhci1'/>", 0],
    ["<controller type='usb' model='ich9-uhci2'/>", 2],
    ["<controller type='usb' model='ich9-uhci3'/>", 4],
    ["<controller type='usb' model='ich9-uhci3'><master startport='1'/></controller>", 1],
    ["<controller type='usb' model='piix3-uhci'><master/></controller>", 0],
  ])("%s is a companion from port %i on", (companion, masterStartPort) => {
    const { domain, refusals } = readDevices(`${companion}<controller type='usb' model='ich9-ehci1'/>`);
    expect(refusals).toEqual([]);
    expect(domain.devices[0]).toMatchObject({ masterStartPort });
    expect(domain.devices[1]).not.toHaveProperty("masterStartPort");
  });

  test("unknown elements and those of other namespaces count for nothing", () => {
    const { domain, elements } = readDevices(
      "<foo/><x:disk xmlns:x='urn:x'/><disk xmlns='urn:x' type='?'/><hub type='usb'/><!-- <hub/> --><constructor/>",
    );
    expect(domain.devices).toEqual([{ kind: "hub", id: 0, type: "usb" }]);
    expect([...elements.keys()]).toEqual([0]);
  });

  test("devices are numbered in document order, over every <devices>", () => {
    const { domain } = readDevices("<hub type='usb'/><disk/></devices><devices><input type='mouse'/>");
    expect(domain.devices.map(({ id, kind }) => `${id} ${kind}`)).toEqual(["0 hub", "1 disk", "2 input"]);
  });
});
