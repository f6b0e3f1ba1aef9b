import type { ProblemCode } from "../../src/catalog/problems.ts";
import type { DefineOptions } from "../../src/domain/target.ts";

/** A domain with its problem: what is to be underlined stands between ⟦ and ⟧. */
export interface Fixture {
  readonly text: string;
  readonly options?: DefineOptions;
}

interface Guest {
  readonly arch?: string;
  readonly machine?: string;
  /** What stands before `<devices>`. */
  readonly head?: string;
  /** What stands behind it. */
  readonly tail?: string;
  readonly options?: DefineOptions;
}

function guest(
  devices: string,
  { arch = "x86_64", machine = "q35", head = "", tail = "", options }: Guest = {},
) {
  const text = `<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
<memory unit='GiB'>1</memory>${head}
<os><type arch='${arch}' machine='${machine}'>hvm</type></os>
<devices>
${devices}
</devices>${tail}
</domain>`;
  return options ? { text, options } : { text };
}

const pc = { machine: "pc" };
const pseries = { arch: "ppc64", machine: "pseries" };
const s390 = { arch: "s390x", machine: "s390-ccw-virtio" };
const arm = { arch: "aarch64", machine: "virt" };

const disk = (target: string, bus: string, address = "") =>
  `<disk type='file'><source file='/${target}'/><target dev='${target}' bus='${bus}'/>${address}</disk>`;
const rng = (address = "", model = "virtio") =>
  `<rng model='${model}'><backend model='random'/>${address}</rng>`;
const nic = (address = "", model = "virtio") =>
  `<interface type='user'><model type='${model}'/>${address}</interface>`;
const port = (index: number, inside = "") =>
  `<controller type='pci' index='${index}' model='pcie-root-port'>${inside}</controller>`;
const hostdev = (fn: string, address = "", bus = "6") =>
  `<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='${bus}' slot='0' function='${fn}'/></source>${address}</hostdev>`;
const usbSerial =
  "<serial type='null'><target type='usb-serial'/><address type='usb' bus='0' port='⟦1⟧'/></serial>";
const memory = (base: string) => ({
  head: "<maxMemory slots='4' unit='GiB'>8</maxMemory><cpu><numa><cell id='0' cpus='0' memory='1' unit='GiB'/></numa></cpu><features><acpi/></features>",
  devices: `<memory model='dimm'><target><size unit='MiB'>512</size><node>0</node></target><address type='dimm' slot='0' base='${base}'/></memory>`,
});
const qemuArgs = (...args: string[]) => ({
  tail: `\n<qemu:commandline>${args.map((arg) => `<qemu:arg value='${arg}'/>`).join("")}</qemu:commandline>`,
});
const marked = (text: string) => `⟦${text}⟧`;
const repeat = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join("\n");

/** One domain per code, and what is underlined in it. */
export const fixtures: Readonly<Record<ProblemCode, Fixture>> = {
  "ide-bus-range": guest(disk("hda", "ide", "<address type='drive' bus='⟦2⟧'/>"), pc),
  "ide-unit-range": guest(disk("hda", "ide", "<address type='drive' unit='⟦2⟧'/>"), pc),
  "sata-unit-range": guest(disk("sda", "sata", "<address type='drive' unit='⟦6⟧'/>")),
  "fdc-unit-range": guest(
    "<disk type='file' device='floppy'><source file='/f'/><target dev='fda' bus='fdc'/><address type='drive' unit='⟦2⟧'/></disk>",
    pc,
  ),
  "scsi-target-range": guest(
    `<controller type='scsi' model='virtio-scsi'/>${disk("sda", "scsi", "<address type='drive' target='⟦256⟧'/>")}`,
  ),
  "scsi-lun-range": guest(
    `<controller type='scsi' model='virtio-scsi'/>${disk("sda", "scsi", "<address type='drive' unit='⟦16384⟧'/>")}`,
  ),
  "acpi-index-duplicate": guest(nic("<acpi index='7'/>") + nic("<acpi index='⟦7⟧'/>")),
  "acpi-index-range": guest(nic("<acpi index='⟦16384⟧'/>")),
  "pcie-chassis-duplicate": guest(port(1, "<target chassis='5'/>") + port(2, "<target chassis='⟦5⟧'/>")),
  "pci-busnr-duplicate": guest(
    `<controller type='pci' index='1' model='pcie-expander-bus'><target busNr='100'/></controller>
<controller type='pci' index='2' model='pcie-expander-bus'><target busNr='⟦100⟧'/></controller>`,
  ),
  "pci-target-index-duplicate": guest(
    `<controller type='pci' index='1' model='pci-root'><target index='3'/></controller>
<controller type='pci' index='2' model='pci-root'><target index='⟦3⟧'/></controller>`,
    pseries,
  ),
  "pci-chassisnr-duplicate": guest(
    `<controller type='pci' index='1' model='pci-bridge'><target chassisNr='3'/></controller>
<controller type='pci' index='2' model='pci-bridge'><target chassisNr='⟦3⟧'/></controller>`,
    pseries,
  ),
  "pci-controller-forward-bus": guest(
    `<controller type='pci' index='1' model='pcie-to-pci-bridge'><address type='pci' bus='⟦2⟧' slot='0'/></controller>\n${port(2)}`,
  ),
  "pci-multifunction-off-conflict": guest(
    rng("<address type='pci' slot='6' multifunction='⟦off⟧'/>") +
      nic("<address type='pci' slot='6' function='1'/>"),
  ),
  "pci-multifunction-s390": guest(
    disk("vda", "virtio", "<address type='pci' slot='1' multifunction='⟦on⟧'/>"),
    s390,
  ),
  "pci-chipset-function": guest(rng("⟦<address type='pci' slot='1' function='1'/>⟧"), pc),
  "pci-command-line-conflict": guest(rng("<address type='pci' slot='5'/>"), {
    ...pc,
    ...qemuArgs("-device", "⟦virtio-net-pci,addr=5⟧"),
  }),
  "command-line-bus-order": guest(port(1), qemuArgs("-device", "⟦virtio-net-pci,bus=pci.1⟧")),
  "pci-bus-missing-machine": guest(
    `<controller type='usb' model='qemu-xhci'>⟦<address type='pci' slot='3'/>⟧</controller>
<memballoon model='none'/>`,
    {
      arch: "ppc64",
      machine: "powernv9",
    },
  ),
  "pci-machine-without-bus": guest("<⟦controller⟧ type='usb' model='pci-ohci'/>", {
    arch: "aarch64",
    machine: "realview-pbx-a9",
  }),
  "qemu-device-missing": guest("<controller type='scsi' index='0' model='⟦dc390⟧'/>"),
  "qemu-machine-missing": {
    text: "<domain type='qemu'><memory>1024</memory><os><type arch='armv7l' machine='⟦borzoi⟧'>hvm</type></os><devices/></domain>",
  },
  "hda-codec-count": guest(
    `<sound model='ich6'>${"<codec type='duplex'/>".repeat(15)}<⟦codec⟧ type='duplex'/></sound>`,
  ),
  "parallel-count": guest(`${"<parallel type='null'/>".repeat(3)}<⟦parallel⟧ type='null'/>`, pc),
  "isa-serial-number": guest("<serial type='null'><target port='⟦7⟧'/></serial>", pc),
  "dimm-base-window": guest(memory("⟦0x8000000000⟧").devices, { head: memory("").head }),
  "memory-base-conflict": guest(
    `<memory model='dimm'><target><size unit='MiB'>512</size><node>0</node></target></memory>
${memory("⟦0x110000000⟧").devices.replace("slot='0'", "slot='1'")}`,
    { head: memory("").head },
  ),
  "isa-irq-range": guest(
    "<serial type='null'><target port='0'/><address type='isa' iobase='0x3f8' irq='⟦0x10⟧'/></serial>",
  ),
  "panic-iobase-range": guest("<panic model='isa'><address type='isa' iobase='⟦0x10505⟧'/></panic>"),
  "usb-bus-empty": guest(
    "<controller type='usb' index='0' model='piix3-uhci'/><hub type='usb'><address type='usb' bus='⟦1⟧'/></hub>",
    { ...pc, options: { existingGuest: true } },
  ),
  "usb-companion-missing": guest(
    `<controller type='usb' index='0' model='ich9-ehci1'/>
<controller type='usb' index='⟦1⟧' model='ich9-uhci1'><master startport='0'/></controller>`,
  ),
  "usb-companion-master-model": guest(
    `<controller type='usb' index='0' model='piix3-uhci'/>
<controller type='usb' index='⟦0⟧' model='ich9-uhci1'><master startport='0'/></controller>`,
  ),
  "usb-companion-startport-range": guest(
    `<controller type='usb' index='0' model='ich9-ehci1'/>
<controller type='usb' index='0' model='ich9-uhci1'><master startport='⟦5⟧'/></controller>`,
  ),
  "usb-companion-startport-duplicate": guest(
    `<controller type='usb' index='0' model='ich9-ehci1'/>
<controller type='usb' index='0' model='ich9-uhci1'><master startport='0'/></controller>
<controller type='usb' index='0' model='ich9-uhci2'><master startport='⟦0⟧'/></controller>`,
  ),
  "usb-full-speed-on-ehci": guest(`<controller type='usb' model='ehci'/>${usbSerial}`),
  "usb-ports-attribute-model": guest("<controller type='usb' model='ich9-ehci1' ports='⟦4⟧'/>"),
  "usb-model-missing": guest("<⟦controller⟧ type='usb'/>", {
    ...pc,
    options: { withoutQemu: ["PIIX3_USB_UHCI"] },
  }),
  "usb-model-unsupported": guest("<controller type='usb' model='⟦nec-xhci⟧'/>", {
    options: { withoutQemu: ["NEC_USB_XHCI"] },
  }),
  "spapr-vio-irq": guest(
    "<serial type='null'><target type='spapr-vio-serial'/><address type='spapr-vio' reg='⟦0x100000⟧'/></serial>",
    pseries,
  ),
  "virtio-flavour-off-pci": guest(
    "<memballoon model='⟦virtio-transitional⟧'><address type='ccw' cssid='0xfe' ssid='0' devno='1'/></memballoon>",
    s390,
  ),
  "virtio-mmio-machine": guest(rng("<address type='⟦virtio-mmio⟧'/>")),
  "virtio-mmio-count": guest(
    `${repeat(32, () => rng("<address type='virtio-mmio'/>"))}\n${rng("<address type='⟦virtio-mmio⟧'/>")}`,
    arm,
  ),
  "virtio-address-type-static": guest(rng("<address type='⟦usb⟧' bus='0' port='1'/>")),
  "pci-device-address-type": guest("<sound model='ac97'><address type='⟦usb⟧' bus='0' port='1'/></sound>"),
  "shmem-address-type": guest(
    "<shmem name='s'><model type='ivshmem-plain'/><size unit='M'>4</size><address type='⟦isa⟧' iobase='0x100'/></shmem>",
  ),
  "floppy-pseries": guest(
    "<disk type='file' device='floppy'><source file='/f'/><target dev='fda' bus='⟦fdc⟧'/></disk>",
    pseries,
  ),
  "console-address-type": guest(
    "<console type='pty'><target type='virtio'/><address type='⟦ccw⟧' cssid='0xfe' ssid='0' devno='1'/></console>",
    s390,
  ),
  "vioserial-ports-range": guest("<controller type='virtio-serial' ports='⟦512⟧'/>"),
  "vioserial-bus-nonzero": guest(
    "<channel type='null'><target type='virtio' name='a'/><address type='virtio-serial' controller='0' bus='⟦1⟧' port='1'/></channel>",
  ),
  "qemu-device-unpluggable": guest(nic("", "⟦lan9118⟧"), arm),
  "nic-off-pci": guest(nic("", "⟦ne2k_isa⟧"), pc),
  "isa-bus-missing": guest("<sound model='⟦sb16⟧'/>", pseries),
  "isa-dma-missing": guest(
    "<controller type='usb' model='none'/><memballoon model='none'/><sound model='⟦sb16⟧'/>",
    { machine: "microvm" },
  ),
  "floppy-bus-missing": guest(
    "<disk type='file' device='floppy'><source file='/f'/><target dev='fda' bus='⟦fdc⟧'/></disk>",
    { arch: "ppc64", machine: "mac99" },
  ),
  "pcspk-machine": guest("<sound model='⟦pcspk⟧'/>", arm),
  "serial-model-missing": guest("<serial type='null'><target type='⟦system-serial⟧'/></serial>"),
  "pci-bus-name-duplicate": guest(
    `<controller type='usb' model='none'/><controller type='pci' index='1' model='pci-bridge'/>
<⟦controller⟧ type='pci' index='2' model='pci-bridge'/>`,
    { arch: "sh4", machine: "r2d" },
  ),
  "nvdimm-machine": guest(
    "<memory model='⟦nvdimm⟧'><source><path>/n</path></source><target><size unit='MiB'>512</size><node>0</node></target></memory>",
    { arch: "loongarch64", machine: "virt", head: memory("").head },
  ),
  "pci-function-without-zero": guest(nic("<address type='pci' slot='6' function='⟦1⟧'/>")),
  "hostdev-functions-split": guest(
    `${port(1)}${hostdev("0", "<address type='pci' bus='1' slot='0'/>")}<⟦hostdev⟧ mode='subsystem' type='pci'><source><address domain='0' bus='6' slot='0' function='1'/></source></hostdev>`,
  ),
  "hostdev-function-missing": guest(
    "<hostdev mode='subsystem' type='pci'><source>⟦<address domain='0' bus='6' slot='0' function='0'/>⟧</source></hostdev>",
    {
      options: {
        host: {
          pciDevices: [0, 1].map((fn) => ({
            address: { domain: 0, bus: 6, slot: 0, function: fn },
            pciExpress: true,
          })),
        },
      },
    },
  ),
  "hostdev-source-zero": guest(
    "<hostdev mode='subsystem' type='pci'><source>⟦<address devaddr='0000:03:00.0'/>⟧</source></hostdev>",
  ),
  "hostdev-source-decimal": guest(
    "<hostdev mode='subsystem' type='pci'><source>⟦<address domain='0' bus='0x10' slot='0' function='0'/>⟧</source></hostdev>",
    {
      options: {
        host: { pciDevices: [{ address: { domain: 0, bus: 10, slot: 0, function: 0 }, pciExpress: true }] },
      },
    },
  ),
  "hostdev-source-exchanged": guest(hostdev("0", "⟦<address type='pci' bus='6' slot='0'/>⟧", "5"), {
    options: {
      host: { pciDevices: [{ address: { domain: 0, bus: 6, slot: 0, function: 0 }, pciExpress: true }] },
    },
  }),
  "hostdev-source-guest-mixup": guest(hostdev("0", "⟦<address type='pci' bus='6' slot='0'/>⟧")),
  "hostdev-pcie-root": guest(hostdev("0", "<address type='pci' bus='⟦0⟧' slot='9'/>")),
  "pcie-root-endpoint": guest(nic("<address type='pci' bus='⟦0⟧' slot='9'/>")),
  "pci-device-on-pcie-slot": guest(port(1) + nic("<address type='pci' bus='⟦1⟧' slot='0'/>", "e1000")),
  "pcie-device-on-pci-slot": guest(
    `<controller type='pci' index='1' model='pcie-root-port'/>
<controller type='pci' index='2' model='pcie-to-pci-bridge'/>
${nic("<address type='pci' bus='⟦2⟧' slot='1'/>", "e1000e")}`,
  ),
  "virtio-transitional-on-pcie": guest(
    port(1) + nic("<address type='pci' bus='⟦1⟧' slot='0'/>", "virtio-transitional"),
  ),
  "hotplug-last-port": guest(
    `<controller type='usb' model='none'/><memballoon model='none'/>${port(1)}<⟦controller⟧ type='pci' index='2' model='pcie-root-port'/>${nic("<address type='pci' bus='1' slot='0'/>")}`,
  ),
  "hotplug-no-port": guest(
    `<controller type='usb' model='none'/><memballoon model='none'/><⟦controller⟧ type='pci' index='1' model='pcie-root-port'/>${nic("<address type='pci' bus='1' slot='0'/>")}`,
  ),
  "dmi-bridge-no-hotplug": guest("<controller type='pci' index='1' model='⟦dmi-to-pci-bridge⟧'/>"),
  "pxb-busnr-space": guest(
    `<controller type='pci' index='1' model='pcie-expander-bus'><target busNr='⟦254⟧'/></controller>
${port(2, "<address type='pci' bus='1' slot='0'/>")}
${port(3, "<address type='pci' bus='1' slot='1'/>")}`,
  ),
  "io-space-exhaustion": guest(
    `${repeat(9, (index) => `<controller type='pci' index='${index + 1}' model='pci-bridge'/>`)}
<⟦controller⟧ type='pci' index='10' model='pci-bridge'/>`,
    pc,
  ),
  "pci-bus-implicit-controller": guest(nic("<address type='pci' bus='⟦3⟧' slot='1'/>"), pc),
  "pci-index-gap": guest(
    "<controller type='pci' index='1' model='pci-bridge'/><controller type='pci' index='⟦3⟧' model='pci-bridge'/>",
    pc,
  ),
  "controller-index-missing": guest(
    `<controller type='pci' index='0' model='pcie-root'/><⟦controller⟧ type='pci' model='pcie-root-port'/>${nic("<address type='pci' bus='1' slot='0'/>")}`,
  ),
  "scsi-spill-other-model": guest(
    `<controller type='scsi' index='0' model='virtio-scsi'/><disk type='file'><source file='/a'/><target dev='⟦sdh⟧' bus='scsi'/></disk>`,
  ),
  "drive-controller-gap": guest(disk("sda", "scsi", "<address type='drive' controller='⟦5⟧'/>")),
  "drive-next-controller": guest(
    "<disk type='file'><source file='/a'/><target dev='⟦sdg⟧' bus='sata'/></disk>",
  ),
  "scsi-own-id": guest(
    `<controller type='scsi' model='lsilogic'/>${disk("sda", "scsi", "<address type='drive' unit='⟦7⟧'/>")}`,
  ),
  "scsi-target-without-unit-0": guest(
    `<controller type='scsi' model='virtio-scsi'/>${disk("sda", "scsi", "<address type='drive' target='2' unit='⟦1⟧'/>")}`,
  ),
  "isa-address-overlap": guest(
    `<serial type='null'><target port='0'/><address type='isa' iobase='0x3f8' irq='0x4'/></serial>
<serial type='null'><target port='1'/><address type='isa' iobase='⟦0x3f8⟧' irq='0x3'/></serial>`,
  ),
  "address-type-overwritten": guest(
    "<interface type='user'><model type='spapr-vlan'/>⟦<address type='pci' slot='5'/>⟧</interface>",
    pseries,
  ),
  "address-on-addressless-device": guest(
    "<input type='mouse' bus='ps2'>⟦<address type='pci' slot='9'/>⟧</input>",
  ),
  "pci-empty-address": guest(nic("⟦<address type='pci' function='1' multifunction='on'/>⟧")),
  "ccw-cssid": guest(disk("vda", "virtio", "<address type='ccw' cssid='⟦0x0⟧' ssid='0' devno='1'/>"), s390),
  "spapr-reg-style": guest(
    "<serial type='null'><target type='spapr-vio-serial'/><address type='spapr-vio' reg='⟦0x30001⟧'/></serial>",
    pseries,
  ),
  "usb-ehci-no-companion": guest(
    "<controller type='usb' model='ich9-ehci1'/><redirdev bus='usb' type='spicevmc'><address type='usb' bus='⟦0⟧' port='1'/></redirdev><graphics type='spice'/>",
  ),
  "usb-disk-behind-hub": guest(
    `<controller type='usb' model='qemu-xhci'/><hub type='usb'><address type='usb' bus='0' port='1'/></hub>${disk("sda", "usb", "<address type='usb' bus='0' port='⟦1.2⟧'/>")}`,
  ),
  "usb-companion-split": guest(
    `<controller type='usb' index='0' model='ich9-ehci1'><address type='pci' slot='0x1d' function='7'/></controller>
<controller type='usb' index='0' model='ich9-uhci1'><master startport='0'/>⟦<address type='pci' slot='0x1c'/>⟧</controller>
<controller type='usb' index='0' model='ich9-uhci2'><master startport='2'/><address type='pci' slot='0x1d' multifunction='on'/></controller>`,
  ),
  "channel-name-duplicate": guest(
    "<channel type='null'><target type='virtio' name='a'/></channel><channel type='null'><target type='virtio' name='⟦a⟧'/></channel>",
  ),
  "vsock-transitional": guest(
    "<vsock model='⟦virtio-transitional⟧'><cid auto='no' address='4'/></vsock>",
    pc,
  ),
  "dimm-without-acpi": guest(
    "<⟦memory⟧ model='dimm'><target><size unit='MiB'>512</size><node>0</node></target></memory>",
    { head: memory("").head.replace("<features><acpi/></features>", "") },
  ),
  "virtio-mmio-contagion": guest(rng("<address type='⟦virtio-mmio⟧'/>") + nic(), arm),
  "address-second-element": guest(
    nic("<address type='pci' bus='0' slot='9'/>⟦<address type='pci' slot='10'/>⟧"),
    pc,
  ),
  "address-legacy-mode": guest(nic("<address mode='⟦dynamic⟧' type='pci' slot='9'/>"), pc),
  "address-unknown-attribute": guest(nic("<address type='pci' device='⟦0x09⟧' function='0'/>"), pc),
  "attribute-unknown": guest(
    "<controller type='pci' index='1' model='pcie-root-port'><target busnr='⟦7⟧'/></controller>",
  ),
  "address-misspelled": guest(nic("<⟦Address⟧ type='pci' slot='9'/>"), pc),
  "address-number-octal": guest(nic("<address type='pci' slot='⟦010⟧'/>"), pc),
  "controller-legacy-pci-addr": guest(
    `<disk type='file'><source file='/a'/><target dev='sda' bus='scsi'/><controller name='scsi0' pci_addr='${marked("0:0:9")}' bus='0' unit='3'/></disk>`,
    pc,
  ),
  "device-legacy-state": guest(nic("<state devaddr='⟦0000:00:09⟧'/>"), pc),
  "hotplug-off-port": guest(
    port(1, "<target hotplug='off'/>") + nic("<address type='pci' bus='⟦1⟧' slot='0'/>"),
  ),
  "multifunction-no-unplug": guest(
    nic("<address type='pci' slot='⟦6⟧' multifunction='on'/>") +
      nic("<address type='pci' slot='6' function='1'/>"),
    pc,
  ),
  "pci-hotplug-memreserve": guest(port(1, "<target memReserve='⟦65536⟧' hotplug='off'/>")),
  "pci-expander-hotplug": guest(
    `<controller type='usb' model='none'/><memballoon model='none'/><controller type='pci' index='1' model='pcie-expander-bus'><target busNr='100'/></controller>
<⟦controller⟧ type='pci' index='2' model='pcie-root-port'><address type='pci' bus='1' slot='0'/></controller>`,
  ),
  "conventional-hotplug-q35": guest(nic("⟦<address type='pci' slot='9'/>⟧", "e1000")),
  "pc-hotplug-no-acpi": guest("", { machine: "⟦pc⟧", head: "<features><apic/></features>" }),
  "virtio-transitional-by-bus": guest(
    `${port(1)}<controller type='pci' index='2' model='pcie-to-pci-bridge'/>${nic("<address type='pci' bus='⟦2⟧' slot='1'/>")}`,
  ),
  "hostdev-unmanaged": guest(
    "<⟦hostdev⟧ mode='subsystem' type='pci'><source><address domain='0' bus='6' slot='0' function='0'/></source></hostdev>",
  ),
  "hostdev-pseries-isolation": guest(
    `${hostdev("0", "<address type='pci' bus='⟦0⟧' slot='9'/>")}${nic()}`,
    pseries,
  ),
  "pci-mixed-explicit-auto": guest(
    `${nic("<address type='pci' slot='9'/>")}${nic("<address type='pci' slot='10'/>")}<⟦interface⟧ type='user'><model type='virtio'/></interface>`,
    pc,
  ),
  "unused-controller": guest("<⟦controller⟧ type='pci' index='1' model='dmi-to-pci-bridge'/>"),
  "unused-ports":
    guest(`<controller type='usb' model='none'/><memballoon model='none'/>${repeat(14, (index) => port(index + 1))}
<⟦controller⟧ type='pci' index='15' model='pcie-root-port'/>`),
  "usb-port-speed": guest(
    `<controller type='usb' model='piix3-uhci'/>${disk("sda", "usb", "<address type='usb' bus='⟦0⟧' port='1'/>")}`,
    pc,
  ),
  "usb-bus-implicit-controller": guest("<hub type='usb'><address type='usb' bus='⟦0⟧' port='1'/></hub>"),
  "zpci-uid-order": guest(
    `${nic("<address type='pci' slot='1'><zpci uid='2' fid='1'/></address>")}${nic("<address type='pci' slot='2'><zpci uid='⟦1⟧' fid='2'/></address>")}`,
    s390,
  ),
  "drive-negative-print": guest(
    `<controller type='scsi' model='am53c974'/>${disk("sda", "scsi", "<address type='drive' target='⟦2147483648⟧'/>")}`,
  ),
  "pci-multifunction-meaningless": guest(
    rng("<address type='pci' slot='6'/>") +
      nic("<address type='pci' slot='6' function='1' multifunction='⟦on⟧'/>"),
    pc,
  ),
  "address-number-style": guest(nic("<address type='pci' bus='0x00' slot='⟦10⟧'/>"), pc),
  "schema-mismatch": guest(nic("<address type='pci' slot='⟦0X5⟧'/>"), pc),
};
