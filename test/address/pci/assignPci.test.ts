import { expect, test } from "vitest";
import { defineText, domainXml, machineLines, refusalTexts } from "../../support/machineLines.ts";

const nic = (address = "", model = "virtio") =>
  `<interface type='user'><model type='${model}'/>${address === "" ? "" : `<address type='pci' ${address}/>`}</interface>`;
const disk = (dev: string, bus = "virtio") =>
  `<disk type='file' device='disk'><source file='/${dev}'/><target dev='${dev}' bus='${bus}'/></disk>`;
const controller = (rest: string) => `<controller type='pci' ${rest}/>`;
const noBalloon = "<memballoon model='none'/>";
const noUsb = "<controller type='usb' model='none'/>";

/** Name, machine, devices; then the machine as lines (see machineLines). Every answer is libvirt 11.3's own. */
const cases: readonly (readonly [
  name: string,
  machine: string,
  devices: readonly string[],
  lines: string,
])[] = [
  [
    "adds a root port for every Express device, and one to spare",
    "q35",
    [nic(), noBalloon],
    `0: 01.0*=pcie-root-port 1+ 01.1*=pcie-root-port 2 01.2*=pcie-root-port 3 1f.2*=sata 0
     1: 00.0=net0
     2: 00.0*=usb 0`,
  ],
  [
    "leads conventional devices through a port and a bridge; the bridge takes the lowest port",
    "q35",
    [nic("", "rtl8139"), nic(), noBalloon],
    `0: 01.0*=pcie-root-port 1+ 01.1*=pcie-root-port 3 01.2*=pcie-root-port 4 01.3*=pcie-root-port 5 1f.2*=sata 0
     1: 00.0*=pcie-to-pci-bridge 2
     2: 01.0=net0
     3: 00.0=net1
     4: 00.0*=usb 0`,
  ],
  [
    "adds no spare port where the file lists controllers",
    "q35",
    [
      controller("index='0' model='pcie-root'"),
      controller("index='1' model='pcie-root-port'"),
      disk("vda"),
      disk("vdb"),
      noBalloon,
    ],
    `0: 01.0=pcie-root-port 1+ 01.1*=pcie-root-port 2 01.2*=pcie-root-port 3 1f.2*=sata 0
     1: 00.0*=usb 0
     2: 00.0=vda
     3: 00.0=vdb`,
  ],
  [
    "raises the bus of a given address by one when the way to it needs a port",
    "q35",
    [nic("bus='1' slot='3'", "e1000"), noBalloon],
    `0: 01.0*=pcie-root-port 1+ 01.1*=pcie-root-port 3 01.2*=pcie-root-port 4 1f.2*=sata 0
     1: 00.0*=pcie-to-pci-bridge 2
     2: 03.0=net0
     3: 00.0*=usb 0`,
  ],
  [
    "places the first video as any device where its slot is taken",
    "q35",
    ["<video><model type='vga'/></video>", "<graphics type='vnc'/>", nic("slot='1'"), noBalloon],
    `0: 01.0=net0 02.0*=pcie-root-port 1+ 02.1*=pcie-root-port 3 02.2*=pcie-root-port 4 1f.2*=sata 0
     1: 00.0*=pcie-to-pci-bridge 2
     2: 01.0=video0
     3: 00.0*=usb 0`,
  ],
  [
    "keeps a USB 2 group together at 1d",
    "q35",
    [
      "<controller type='usb' model='ich9-uhci2'/>",
      "<controller type='usb' model='ich9-ehci1'/>",
      "<controller type='usb' model='ich9-uhci1'/>",
      noBalloon,
    ],
    "0: 1d.0=usb 0+ 1d.1=usb 0 1d.7=usb 0 1f.2*=sata 0",
  ],
  [
    "puts IDE, USB and video of i440fx where the chipset has them",
    "pc",
    [
      disk("hda", "ide"),
      nic("", "rtl8139"),
      "<video><model type='cirrus'/></video>",
      "<graphics type='vnc'/>",
    ],
    "0: 01.1*=ide 0 01.2*=usb 0 02.0=video0 03.0=net0 04.0*=balloon",
  ],
  [
    "fills gaps between bridges and marks function 0 of a shared slot",
    "pc",
    [
      controller("index='2' model='pci-bridge'"),
      nic("bus='2' slot='4' function='1'"),
      nic("bus='2' slot='4'"),
      noBalloon,
    ],
    `0: 01.2*=usb 0 02.0*=pci-bridge 1 03.0=pci-bridge 2
     2: 04.0=net1+ 04.1=net0`,
  ],
  [
    "treats ARM virt as Express",
    "virt/aarch64",
    [nic(), disk("vda"), "<rng model='virtio'><backend model='random'/></rng>"],
    `0: 01.0*=pcie-root-port 1+ 01.1*=pcie-root-port 2 01.2*=pcie-root-port 3 01.3*=pcie-root-port 4
     1: 00.0=net0
     2: 00.0=vda
     3: 00.0=rng`,
  ],
  [
    "gives pseries host bridges instead of PCI bridges",
    "pseries/ppc64",
    [nic("", "rtl8139"), nic("bus='2' slot='1'", "rtl8139"), noBalloon],
    `0: 01.0=net0 02.0*=usb 0
     2: 01.0=net1`,
  ],
];

for (const [name, machine, devices, lines] of cases) {
  test(`address/pci ${name}`, () => {
    const definition = defineText(domainXml(machine, devices.join("\n")));
    expect(refusalTexts(definition)).toEqual([]);
    expect(machineLines(definition)).toEqual(lines.split("\n").map((line) => line.trim()));
  });
}

/** Name, machine, devices, libvirt's words; the first is what libvirt itself says. */
const refusals: readonly (readonly [
  name: string,
  machine: string,
  devices: readonly string[],
  words: readonly string[],
])[] = [
  [
    "two devices on one slot, and one on a chipset function, at once",
    "pc",
    [nic("slot='1' function='3'"), nic("slot='3'"), nic("slot='3'")],
    [
      "XML error: Attempted double use of PCI Address 0000:00:03.0",
      "XML error: Attempted double use of PCI Address 0000:00:01.3",
    ],
  ],
  [
    "a root port on a machine that has none",
    "pc",
    [controller("index='1' model='pcie-root-port'")],
    [
      "internal error: a PCI slot is needed to connect a PCI controller model='pcie-root-port', but none is available, and it cannot be automatically added",
    ],
  ],
  [
    "a bridge that finds only itself",
    "q35",
    [controller("index='1' model='pci-bridge'")],
    [
      "unsupported configuration: PCI controller at index 1 (0x01) has bus='0x01', but index must be larger than bus",
    ],
  ],
  [
    "a lone pcie-to-pci-bridge",
    "q35",
    [controller("index='1' model='pcie-to-pci-bridge'")],
    ["internal error: Cannot automatically add a new PCI bus for a device with connect flags 2000"],
  ],
  [
    "another PCI domain",
    "pc",
    [nic("domain='1' slot='3'"), noUsb],
    ["XML error: Invalid PCI address 0001:00:03.0. Only PCI domain 0 is available"],
  ],
  [
    "slot 1 of a root port",
    "q35",
    [nic("bus='1' slot='1'")],
    ["XML error: Invalid PCI address 0000:01:01.0. slot must be <= 0"],
  ],
  [
    "sixty conventional devices, where 59 and 61 fit",
    "pc",
    [...Array.from({ length: 60 }, () => nic()), noBalloon, noUsb],
    [
      "internal error: a PCI slot is needed to connect a PCI controller model='pci-bridge', but none is available, and it cannot be automatically added",
    ],
  ],
];

for (const [name, machine, devices, words] of refusals) {
  test(`address/pci refuses ${name}`, () => {
    expect(refusalTexts(defineText(domainXml(machine, devices.join("\n"))))).toEqual(words);
  });
}

test("address/pci takes 59 and 61 conventional devices", () => {
  for (const count of [59, 61]) {
    const devices = [...Array.from({ length: count }, () => nic()), noBalloon, noUsb].join("\n");
    expect(refusalTexts(defineText(domainXml("pc", devices)))).toEqual([]);
  }
});

test("address/pci keeps host devices of different IOMMU groups on host bridges of their own", () => {
  const hostdev = (fn: number, bus: number) =>
    `<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='${bus}' slot='0' function='${fn}'/></source></hostdev>`;
  const xml = domainXml(
    "pseries/ppc64",
    [hostdev(0, 1), hostdev(0, 2), hostdev(1, 1), noBalloon, noUsb].join("\n"),
  );
  const at = (bus: number, fn: number, iommuGroup: number) => ({
    address: { domain: 0, bus, slot: 0, function: fn },
    iommuGroup,
    pciExpress: true,
  });
  const host = { pciDevices: [at(1, 0, 5), at(1, 1, 5), at(2, 0, 7)] };
  const places = defineText(xml, { host }).devices.flatMap(({ device }) =>
    device.kind === "hostdev" && device.address?.type === "pci"
      ? [[device.address.bus, device.address.slot]]
      : [],
  );
  expect(places).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
  ]);
});

test("address/pci completes half-given zPCI ids in iteration order", () => {
  const xml = domainXml(
    "s390-ccw-virtio/s390x",
    `<interface type='user'><address type='pci'/></interface>
     <interface type='user'><address type='pci'><zpci fid='0'/></address></interface>${noBalloon}`,
  );
  const ids = defineText(xml).devices.flatMap(({ device }) =>
    device.address?.type === "pci" ? [device.address.zpci] : [],
  );
  expect(ids).toEqual([
    { uid: 2, fid: 1 },
    { uid: 1, fid: 0 },
  ]);
});
