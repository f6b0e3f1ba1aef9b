import { describe, expect, test } from "vitest";
import { defineText } from "../../support/pipeline.ts";

const boards = {
  sparc: "arch='sparc' machine='SS-5'",
  m68k: "arch='m68k' machine='virt'",
  ppc: "arch='ppc' machine='mac99'",
  pseries: "arch='ppc64le' machine='pseries'",
  microvm: "arch='x86_64' machine='microvm'",
  q35: "arch='x86_64' machine='q35'",
  virt: "arch='aarch64' machine='virt'",
  s390: "arch='s390x' machine='s390-ccw-virtio'",
} as const;

type Board = keyof typeof boards;

function refusalsOf(board: Board, devices: string, qemuVersion?: string): readonly string[] {
  const [before, inside] = devices.includes(" | ") ? devices.split(" | ") : ["", devices];
  const text = `<domain type='qemu'><memory unit='MiB'>1024</memory>${before}<os><type ${boards[board]}>hvm</type></os>
<features><acpi/></features><devices>${inside}</devices></domain>`;
  return defineText(text, qemuVersion === undefined ? {} : { qemuVersion })?.refusals ?? [];
}

const root = "<controller type='pci' model='pci-root'/>";
const usb = `${root}<controller type='usb' model='qemu-xhci'/>`;

/** What libvirt 11.3.0 says with the emulators of QEMU 10.0.13 that have least, its prefix left out. */
const missing: readonly (readonly [Board, string, string])[] = [
  ["sparc", `${root}<sound model='virtio'/>`, "virtio-sound controller is not supported in this QEMU binary"],
  ["m68k", `${usb}<input type='keyboard' bus='usb'/>`, "usb keyboard is not supported by this QEMU binary"],
  ["sparc", `${root}<input type='mouse' bus='virtio'/>`, "virtio-mouse is not supported by this QEMU binary"],
  [
    "sparc",
    `${root}<input type='tablet' bus='virtio'/>`,
    "virtio-tablet is not supported by this QEMU binary",
  ],
  [
    "sparc",
    `${root}<input type='keyboard' bus='virtio'/>`,
    "virtio-keyboard is not supported by this QEMU binary",
  ],
  [
    "sparc",
    `${root}<input type='passthrough' bus='virtio'><source evdev='/dev/input/event1'/></input>`,
    "virtio-input-host is not supported by this QEMU binary",
  ],
  [
    "sparc",
    `${root}<vsock model='virtio'><cid auto='yes'/></vsock>`,
    "vsock device is not supported with this QEMU binary",
  ],
  [
    "sparc",
    `${root}<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>`,
    "domain configuration does not support rng model 'virtio'",
  ],
  [
    "sparc",
    `${root}<crypto model='virtio' type='qemu'><backend model='builtin' queues='1'/></crypto>`,
    "crypto model virtio is not supported",
  ],
  [
    "m68k",
    `${usb}<smartcard mode='passthrough' type='tcp'><source mode='bind' host='127.0.0.1' service='2001'/></smartcard>`,
    "this QEMU binary lacks smartcard passthrough mode support",
  ],
  [
    "sparc",
    `${root}<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123456789abcde0'/></hostdev>`,
    "This QEMU doesn't support vhost-scsi devices",
  ],
  [
    "sparc",
    `${root}<memballoon model='virtio' autodeflate='on'/>`,
    "deflate-on-oom is not supported by this QEMU binary",
  ],
  [
    "sparc",
    `${root}<memballoon model='virtio' freePageReporting='on'/>`,
    "freePageReporting is not supported by this QEMU binary",
  ],
  [
    "m68k",
    `${root}<disk type='file' device='disk'><driver queue_size='64'/><source file='/x'/><target dev='vda' bus='virtio'/></disk>`,
    "queue-size property isn't supported by this QEMU binary",
  ],
  [
    "sparc",
    `${root}<filesystem type='mount'><driver type='virtiofs'/><source dir='/a'/><target dir='b'/></filesystem>`,
    "virtiofs is not supported with this QEMU binary",
  ],
  [
    "m68k",
    `${root}<interface type='user'><model type='virtio'/><driver rss='on'/></interface>`,
    "virtio rss is not supported with this QEMU binary",
  ],
  [
    "m68k",
    `${root}<interface type='user'><model type='virtio'/><driver rss_hash_report='on'/></interface>`,
    "virtio rss hash report is not supported with this QEMU binary",
  ],
  [
    "m68k",
    `<iothreads>1</iothreads> | ${root}<controller type='scsi' model='virtio-scsi'><driver><iothreads><iothread id='1'/></iothreads></driver></controller>`,
    "IOThread mapping for virtio-scsi controllers is not available with this QEMU binary",
  ],
  [
    "ppc",
    "<tpm model='tpm-tis'><backend type='passthrough'/></tpm>",
    "The QEMU executable /usr/bin/qemu-system-ppc does not support TPM backend type passthrough",
  ],
  [
    "pseries",
    "<tpm model='tpm-tis'><backend type='passthrough'/></tpm>",
    "The QEMU executable /usr/bin/qemu-system-ppc64le does not support TPM model tpm-tis",
  ],
];

describe("define/validate misses devices and settings that an emulator does not have", () => {
  test.each(missing)("%s: %s", (board, devices, words) => {
    expect(refusalsOf(board, devices)[0]).toBe(`unsupported configuration: ${words}`);
  });
});

const dimms = "<maxMemory slots='4' unit='MiB'>4096</maxMemory> | ";

/** The first QEMU that libvirt's recorded capability sets show with each, and what libvirt says before it. */
const younger: readonly (readonly [Board, string, since: string, before: string, words: string])[] = [
  [
    "q35",
    "<iommu model='virtio'/>",
    "7.0",
    "6.2",
    "IOMMU device: 'virtio' is not supported with this QEMU binary",
  ],
  ["q35", "<graphics type='dbus'/>", "7.0", "6.2", "dbus graphics are not supported with this QEMU"],
  ["q35", "<audio id='1' type='dbus'/>", "7.0", "6.2", "D-Bus audio is not supported with this QEMU"],
  [
    "q35",
    "<pstore backend='acpi-erst'><path>/x</path><size>64</size></pstore>",
    "7.0",
    "6.2",
    "acpi-erst backend of pstore device is not supported",
  ],
  [
    "q35",
    "<disk type='vhostvdpa' device='disk'><source dev='/dev/vhost-vdpa-0'/><target dev='vda' bus='virtio'/></disk>",
    "8.1",
    "8.0",
    "vhostvdpa disk is not supported with this QEMU binary",
  ],
  [
    "q35",
    "<interface type='user'><backend type='passt'/><model type='virtio'/></interface>",
    "7.2",
    "7.1",
    "the 'passt' network backend is not supported with this QEMU binary",
  ],
  [
    "q35",
    "<iommu model='intel'><driver dma_translation='off'/></iommu>",
    "7.1",
    "7.0",
    "iommu: updating dma translation is not supported with this QEMU binary",
  ],
  [
    "q35",
    "<disk type='file' device='disk'><driver name='qemu' type='qcow2' discard_no_unref='on'/><source file='/x'/><target dev='vda' bus='virtio'/></disk>",
    "8.1",
    "8.0",
    "'discard_no_unref' is not supported by this QEMU binary",
  ],
  [
    "q35",
    "<sound model='virtio'/>",
    "8.2",
    "8.1",
    "virtio-sound controller is not supported in this QEMU binary",
  ],
  [
    "q35",
    `${dimms}<memory model='virtio-mem'><target dynamicMemslots='yes'><size unit='MiB'>64</size><node>0</node><block unit='MiB'>2</block><requested unit='MiB'>64</requested></target></memory>`,
    "8.2",
    "8.1",
    "virtio-mem does not support dynamicMemslots",
  ],
  [
    "q35",
    "<disk type='file' device='disk'><driver name='qemu'><iothreads><iothread id='1'/></iothreads></driver><source file='/x'/><target dev='vda' bus='virtio'/></disk>",
    "9.0",
    "8.2",
    "IOThread mapping for disk 'vda' is not available with this QEMU binary",
  ],
  [
    "q35",
    "<controller type='scsi' model='virtio-scsi'><driver><iothreads><iothread id='1'/></iothreads></driver></controller>",
    "10.0",
    "9.2",
    "IOThread mapping for virtio-scsi controllers is not available with this QEMU binary",
  ],
  [
    "s390",
    `${dimms}<memory model='virtio-mem'><target><size unit='MiB'>64</size><block unit='MiB'>1</block><requested unit='MiB'>64</requested></target></memory>`,
    "10.0",
    "9.2",
    "virtio-mem isn't supported by this QEMU binary",
  ],
];

describe("define/validate knows since which QEMU a device or setting is there", () => {
  test.each(younger)("%s: %s since %s", (board, devices, since, before, words) => {
    expect(refusalsOf(board, devices, since)).toEqual([]);
    expect(refusalsOf(board, devices, before)).toContain(`unsupported configuration: ${words}`);
  });
});

test("define/validate says nothing about emulators nobody has looked at", () => {
  const text =
    "<domain type='qemu'><os><type arch='cris' machine='none'>hvm</type></os><devices>" +
    "<tpm model='tpm-crb'><backend type='passthrough'/></tpm></devices></domain>";
  expect(defineText(text)?.refusals).toEqual([]);
});

test("define/validate names the emulator that the domain names", () => {
  const devices = "<emulator>/opt/qemu</emulator><tpm model='tpm-spapr'><backend type='passthrough'/></tpm>";
  expect(refusalsOf("q35", devices)).toEqual([
    "unsupported configuration: The QEMU executable /opt/qemu does not support TPM model tpm-spapr",
  ]);
});

/** Settings that libvirt refuses on devices of another bus or model, whatever the emulator. */
const elsewhere: readonly (readonly [Board, string, string])[] = [
  [
    "q35",
    "<disk type='file' device='disk'><driver name='qemu' iothread='1'/><source file='/x'/><target dev='sda' bus='sata'/></disk>",
    "IOThreads not available for bus sata target sda",
  ],
  [
    "q35",
    "<disk type='file' device='disk'><driver name='qemu'><iothreads><iothread id='1'/></iothreads></driver><source file='/x'/><target dev='sda' bus='usb'/></disk>",
    "IOThreads not available for bus usb target sda",
  ],
  [
    "q35",
    "<disk type='file' device='disk'><driver name='qemu' queue_size='64'/><source file='/x'/><target dev='sda' bus='sata'/></disk>",
    "queue_size attribute in disk driver is only supported for virtio bus",
  ],
  [
    "q35",
    "<controller type='scsi' model='lsilogic'><driver max_sectors='2'/></controller>",
    "'max_sectors' is only supported by virtio-scsi controller",
  ],
];

describe("define/validate keeps settings to the devices that have them", () => {
  test.each(elsewhere)("%s: %s", (board, devices, words) => {
    expect(refusalsOf(board, devices)).toEqual([`unsupported configuration: ${words}`]);
  });
});

test.each([
  ["6.2", ["unsupported configuration: ps2 feature state cannot be controlled with this QEMU binary"]],
  ["7.0", []],
])("define/validate: QEMU %s switches PS/2 off", (qemuVersion, refusals) => {
  const text = `<domain type='qemu'><memory unit='MiB'>512</memory><os><type ${boards.q35}>hvm</type></os>
<features><ps2 state='off'/></features><devices/></domain>`;
  expect(defineText(text, { qemuVersion })?.refusals).toEqual(refusals);
});
