import { expect, test } from "vitest";
import { curesOf, guest } from "./curing.ts";

interface Case {
  readonly code: string;
  readonly machine?: string;
  readonly arch?: string;
  readonly devices: string;
  /** The cure that is looked at, which need not be the only one. */
  readonly title: string;
  readonly preferred?: boolean;
  readonly changes: readonly string[];
}

const disk = (target: string, bus: string, rest = "") =>
  `<disk type='file' device='disk'><source file='/${target}.img'/><target dev='${target}' bus='${bus}'/>${rest}</disk>`;
const nic = (rest: string) => `<interface type='user'><model type='virtio'/>${rest}</interface>`;

const cases: Record<string, Case> = {
  "a taken slot": {
    code: "pci-double-use",
    machine: "pc",
    devices: `${nic("<address type='pci' slot='0x05'/>")}\n${nic("<address type='pci' slot='0x05'/><rom bar='on'/>")}`,
    title: "Move to the next free slot",
    preferred: true,
    changes: [
      `- ${nic("<address type='pci' slot='0x05'/><rom bar='on'/>")}`,
      `+ ${nic("<address type='pci' slot='0x03'/><rom bar='on'/>")}`,
    ],
  },
  "function 0 without multifunction": {
    code: "pci-multifunction-off-conflict",
    machine: "pc",
    devices: `${nic("<address type='pci' slot='0x05' multifunction='off'/>")}\n${nic("<address type='pci' slot='0x05' function='0x1'/>")}`,
    title: "Write multifunction='on'",
    preferred: true,
    changes: [
      `- ${nic("<address type='pci' slot='0x05' multifunction='off'/>")}`,
      `+ ${nic("<address type='pci' slot='0x05' multifunction='on'/>")}`,
    ],
  },
  "a slot without function 0": {
    code: "pci-function-without-zero",
    machine: "pc",
    devices: nic("<address type='pci' slot='0x05' function='0x2'/>"),
    title: "Move it to function 0",
    preferred: true,
    changes: [
      `- ${nic("<address type='pci' slot='0x05' function='0x2'/>")}`,
      `+ ${nic("<address type='pci' slot='0x05' function='0x0'/>")}`,
    ],
  },
  "no port for a device": {
    code: "pci-slot-too-high",
    devices: `<controller type='pci' index='0' model='pcie-root'/>\n<controller type='pci' index='1' model='pcie-root-port'/>\n${nic("<address type='pci' bus='0x01' slot='0x03'/>")}`,
    title: "Put it on a new pcie-root-port",
    changes: [
      `- ${nic("<address type='pci' bus='0x01' slot='0x03'/>")}`,
      "+ <controller type='pci' index='2' model='pcie-root-port'/>",
      `+ ${nic("<address type='pci' bus='0x02' slot='0x00'/>")}`,
    ],
  },
  "a virtio-serial controller without room": {
    code: "vioserial-port-range",
    devices: `<controller type='virtio-serial' index='0' ports='2'/>\n<channel type='pty'><target type='virtio' name='a'/><address type='virtio-serial' port='5'/></channel>`,
    title: "Move to the next free slot",
    preferred: true,
    changes: [
      "- <channel type='pty'><target type='virtio' name='a'/><address type='virtio-serial' port='5'/></channel>",
      "+ <channel type='pty'><target type='virtio' name='a'/><address type='virtio-serial' port='1'/></channel>",
    ],
  },
  "a USB bus that nobody provides": {
    code: "usb-bus-missing-port",
    devices: `<controller type='usb' index='0' model='nec-xhci'/>\n<input type='tablet' bus='usb'><address type='usb' bus='1' port='1'/></input>`,
    title: "Add a USB controller with index 1",
    preferred: true,
    changes: ["+ <controller type='usb' index='1' model='nec-xhci'/>"],
  },
  "a port behind a hub that is not there": {
    code: "usb-hub-missing",
    devices: `<controller type='usb' index='0' model='qemu-xhci'/>\n<input type='tablet' bus='usb'><address type='usb' bus='0' port='1.2'/></input>`,
    title: "Add the missing USB hub",
    preferred: true,
    changes: ["+ <hub type='usb'>", "+ <address type='usb' bus='0' port='1'/>", "+ </hub>"],
  },
  "two controllers of one index, with a device on it": {
    code: "controller-duplicate-index",
    devices: `<controller type='scsi' index='0' model='virtio-scsi'/>\n<controller type='scsi' index='0' model='virtio-scsi'/>\n${disk("sda", "scsi", "<address type='drive' controller='0' bus='0' target='0' unit='0'/>")}`,
    title: "Renumber it to 1 with the address that names it",
    changes: [
      "- <controller type='scsi' index='0' model='virtio-scsi'/>",
      `- ${disk("sda", "scsi", "<address type='drive' controller='0' bus='0' target='0' unit='0'/>")}`,
      "+ <controller type='scsi' index='1' model='virtio-scsi'/>",
      `+ ${disk("sda", "scsi", "<address type='drive' controller='1' bus='0' target='0' unit='0'/>")}`,
    ],
  },
  "disks spilling over": {
    code: "scsi-spill-other-model",
    machine: "pc",
    devices: `<controller type='scsi' index='0' model='virtio-scsi'/>\n${disk("sdk", "scsi", "<address type='drive' controller='1' bus='0' target='0' unit='0'/>")}`,
    title: "Add a virtio-scsi scsi controller with index 1",
    preferred: true,
    changes: ["+ <controller type='scsi' index='1' model='virtio-scsi'/>"],
  },
  "an address from the disk's old bus": {
    code: "disk-address-type",
    devices: disk("sda", "sata", "<address type='pci' slot='0x05'/>"),
    title: "Remove the address and let libvirt choose",
    preferred: true,
    changes: [`- ${disk("sda", "sata", "<address type='pci' slot='0x05'/>")}`, `+ ${disk("sda", "sata")}`],
  },
  "the same, with the place written down": {
    code: "disk-address-type",
    devices: disk("sda", "sata", "<address type='pci' slot='0x05'/>"),
    title: "Replace it by the drive address that libvirt would choose",
    changes: [
      `- ${disk("sda", "sata", "<address type='pci' slot='0x05'/>")}`,
      `+ ${disk("sda", "sata", "<address type='drive' controller='0' bus='0' target='0' unit='0'/>")}`,
    ],
  },
  "an address where none may be": {
    code: "pci-root-address",
    devices:
      "<controller type='pci' index='0' model='pcie-root'><address type='pci' slot='0x05'/></controller>",
    title: "Remove the address",
    preferred: true,
    changes: [
      "- <controller type='pci' index='0' model='pcie-root'><address type='pci' slot='0x05'/></controller>",
      "+ <controller type='pci' index='0' model='pcie-root'/>",
    ],
  },
  "hexadecimal digits without prefix": {
    code: "address-number-invalid",
    machine: "pc",
    devices: nic("<address type='pci' slot='1f'/>"),
    title: "Write slot='0x1f'",
    preferred: true,
    changes: [`- ${nic("<address type='pci' slot='1f'/>")}`, `+ ${nic("<address type='pci' slot='0x1f'/>")}`],
  },
  "a leading zero that is no octal number": {
    code: "address-number-invalid",
    machine: "pc",
    devices: nic("<address type='pci' slot='08'/>"),
    title: "Write slot='8'",
    preferred: true,
    changes: [`- ${nic("<address type='pci' slot='08'/>")}`, `+ ${nic("<address type='pci' slot='8'/>")}`],
  },
  "blanks behind a number": {
    code: "address-number-invalid",
    devices: disk("sda", "sata", "<address type='drive' unit='0 '/>"),
    title: "Write unit='0'",
    preferred: true,
    changes: [
      `- ${disk("sda", "sata", "<address type='drive' unit='0 '/>")}`,
      `+ ${disk("sda", "sata", "<address type='drive' unit='0'/>")}`,
    ],
  },
  "an octal number": {
    code: "address-number-octal",
    machine: "pc",
    devices: nic("<address type='pci' slot='010'/>"),
    title: "Write slot='0x08', as libvirt reads it",
    preferred: true,
    changes: [
      `- ${nic("<address type='pci' slot='010'/>")}`,
      `+ ${nic("<address type='pci' slot='0x08'/>")}`,
    ],
  },
  "an address without type": {
    code: "address-type-missing",
    machine: "pc",
    devices: nic("<address slot='0x05'/>"),
    title: "Add type='pci'",
    preferred: true,
    changes: [`- ${nic("<address slot='0x05'/>")}`, `+ ${nic("<address type='pci' slot='0x05'/>")}`],
  },
  "a chassis out of range": {
    code: "pci-chassis-range",
    devices:
      "<controller type='pci' index='1' model='pcie-root-port'><target chassis='300' port='0x8'/></controller>",
    title: "Remove chassis and let libvirt choose",
    preferred: true,
    changes: [
      "- <controller type='pci' index='1' model='pcie-root-port'><target chassis='300' port='0x8'/></controller>",
      "+ <controller type='pci' index='1' model='pcie-root-port'><target port='0x8'/></controller>",
    ],
  },
  "two disks of one name": {
    code: "disk-target-duplicate",
    devices: `${disk("vda", "virtio")}\n${disk("vda", "virtio", "<serial>two</serial>")}`,
    title: "Call it vdb",
    preferred: true,
    changes: [
      `- ${disk("vda", "virtio", "<serial>two</serial>")}`,
      "+ <disk type='file' device='disk'><source file='/vda.img'/><target dev='vdb' bus='virtio'/><serial>two</serial></disk>",
    ],
  },
  "two devices of one boot order": {
    code: "boot-order-duplicate",
    devices: `${nic("<boot order='1'/>")}\n${nic("<boot order='1'/><rom bar='on'/>")}`,
    title: "Write order='2'",
    preferred: true,
    changes: [`- ${nic("<boot order='1'/><rom bar='on'/>")}`, `+ ${nic("<boot order='2'/><rom bar='on'/>")}`],
  },
  "a host address below the device": {
    code: "hostdev-source-missing",
    devices:
      "<hostdev mode='subsystem' type='pci'><address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x0'/></hostdev>",
    title: "Make it the host's address: move it below <source>",
    preferred: true,
    changes: [
      "- <hostdev mode='subsystem' type='pci'><address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x0'/></hostdev>",
      "+ <hostdev mode='subsystem' type='pci'><source><address domain='0x0000' bus='0x03' slot='0x00' function='0x0'/></source></hostdev>",
    ],
  },
  "no USB beside a USB controller": {
    code: "usb-none-with-other-controller",
    devices:
      "<controller type='usb' index='0' model='none'/>\n<controller type='usb' index='1' model='qemu-xhci'/>",
    title: "Remove the controller that switches USB off",
    preferred: true,
    changes: ["- <controller type='usb' index='0' model='none'/>"],
  },
  "a static place of 2009": {
    code: "address-legacy-mode",
    machine: "pc",
    devices: nic("<address type='pci' mode='static' slot='0x05'/>"),
    title: "Remove mode and keep the place",
    preferred: true,
    changes: [
      `- ${nic("<address type='pci' mode='static' slot='0x05'/>")}`,
      `+ ${nic("<address type='pci' slot='0x05'/>")}`,
    ],
  },
  "a dynamic place of 2009": {
    code: "address-legacy-mode",
    machine: "pc",
    devices: nic("<address type='pci' mode='dynamic' slot='0x05'/>"),
    title: "Remove the address and let libvirt choose, as mode='dynamic' asked",
    preferred: true,
    changes: [`- ${nic("<address type='pci' mode='dynamic' slot='0x05'/>")}`, `+ ${nic("")}`],
  },
  "a device's place of 2009": {
    code: "device-legacy-state",
    machine: "pc",
    devices: nic("<state devaddr='0000:00:04'/>"),
    title: "Write it as an <address>",
    preferred: true,
    changes: [
      `- ${nic("<state devaddr='0000:00:04'/>")}`,
      `+ ${nic("<address type='pci' domain='0x0000' bus='0x00' slot='0x04' function='0x0'/>")}`,
    ],
  },
  "a disk controller's place of 2009": {
    code: "controller-legacy-pci-addr",
    machine: "pc",
    devices: disk("sda", "scsi", "<controller name='scsi0' pci_addr='0000:00:07'/>"),
    title: "Give scsi controller 0 this address",
    preferred: true,
    changes: [
      `- ${disk("sda", "scsi", "<controller name='scsi0' pci_addr='0000:00:07'/>")}`,
      `+ ${disk("sda", "scsi")}`,
      "+ <controller type='scsi' index='0' model='lsilogic'>",
      "+ <address type='pci' domain='0x0000' bus='0x00' slot='0x07' function='0x0'/>",
      "+ </controller>",
    ],
  },
  "a name in capital letters": {
    code: "address-unknown-attribute",
    machine: "pc",
    devices: nic("<address type='pci' Slot='0x05' function='0x0'/>"),
    title: "Write slot",
    preferred: true,
    changes: [
      `- ${nic("<address type='pci' Slot='0x05' function='0x0'/>")}`,
      `+ ${nic("<address type='pci' slot='0x05' function='0x0'/>")}`,
    ],
  },
  "a host address in one word": {
    code: "address-unknown-attribute",
    devices: "<hostdev mode='subsystem' type='pci'><source><address bdf='0000:03:00.1'/></source></hostdev>",
    title: "Write domain, bus, slot and function instead of bdf",
    preferred: true,
    changes: [
      "- <hostdev mode='subsystem' type='pci'><source><address bdf='0000:03:00.1'/></source></hostdev>",
      "+ <hostdev mode='subsystem' type='pci'><source><address domain='0x0000' bus='0x03' slot='0x00' function='0x1'/></source></hostdev>",
    ],
  },
  "two functions of a host device in two slots": {
    code: "hostdev-functions-split",
    machine: "pc",
    devices: `<hostdev mode='subsystem' type='pci'><source><address bus='0x03' slot='0x00' function='0x0'/></source><address type='pci' slot='0x05'/></hostdev>
<hostdev mode='subsystem' type='pci'><source><address bus='0x03' slot='0x00' function='0x1'/></source><address type='pci' slot='0x06'/></hostdev>`,
    title: "Put both functions into one slot",
    changes: [
      "- <hostdev mode='subsystem' type='pci'><source><address bus='0x03' slot='0x00' function='0x0'/></source><address type='pci' slot='0x05'/></hostdev>",
      "- <hostdev mode='subsystem' type='pci'><source><address bus='0x03' slot='0x00' function='0x1'/></source><address type='pci' slot='0x06'/></hostdev>",
      "+ <hostdev mode='subsystem' type='pci'><source><address bus='0x03' slot='0x00' function='0x0'/></source><address type='pci' slot='0x05' multifunction='on'/></hostdev>",
      "+ <hostdev mode='subsystem' type='pci'><source><address bus='0x03' slot='0x00' function='0x1'/></source><address type='pci' slot='0x05' function='0x1'/></hostdev>",
    ],
  },
  "a virtio flavour off PCI": {
    code: "virtio-flavour-off-pci",
    machine: "s390-ccw-virtio",
    arch: "s390x",
    devices: "<interface type='user'><model type='virtio-transitional'/></interface>",
    title: "Use type='virtio'",
    preferred: true,
    changes: [
      "- <interface type='user'><model type='virtio-transitional'/></interface>",
      "+ <interface type='user'><model type='virtio'/></interface>",
    ],
  },
  "ports with one chassis": {
    code: "pcie-chassis-duplicate",
    devices:
      "<controller type='pci' index='1' model='pcie-root-port'><target chassis='2'/></controller>\n<controller type='pci' index='2' model='pcie-root-port'/>",
    title: "Remove chassis of the other",
    preferred: true,
    changes: [
      "- <controller type='pci' index='1' model='pcie-root-port'><target chassis='2'/></controller>",
      "+ <controller type='pci' index='1' model='pcie-root-port'><target/></controller>",
    ],
  },
  "a host bridge that a pseries guest has no room for": {
    code: "pci-double-use",
    machine: "pseries",
    arch: "ppc64",
    devices: `${nic("<address type='pci' slot='0x05'/>")}\n${nic("<address type='pci' slot='0x05'/><rom bar='on'/>")}`,
    title: "Put it on a new PCI host bridge",
    changes: [
      `- ${nic("<address type='pci' slot='0x05'/><rom bar='on'/>")}`,
      `+ ${nic("<address type='pci' bus='0x01' slot='0x01'/><rom bar='on'/>")}`,
      "+ <controller type='pci' index='1' model='pci-root'/>",
    ],
  },
  "a controller on the bus of a later one": {
    code: "pci-index-not-larger-than-bus",
    machine: "pc",
    devices: `<controller type='pci' index='1' model='pci-bridge'><address type='pci' bus='0x02' slot='0x03'/></controller>
<controller type='pci' index='2' model='pci-bridge'><address type='pci' bus='0x00' slot='0x05'/></controller>
${nic("<address type='pci' bus='0x01' slot='0x04'/>")}`,
    title: "Renumber it to 3 with the address that names it",
    preferred: true,
    changes: [
      "- <controller type='pci' index='1' model='pci-bridge'><address type='pci' bus='0x02' slot='0x03'/></controller>",
      `- ${nic("<address type='pci' bus='0x01' slot='0x04'/>")}`,
      "+ <controller type='pci' index='3' model='pci-bridge'><address type='pci' bus='0x02' slot='0x03'/></controller>",
      `+ ${nic("<address type='pci' bus='0x03' slot='0x04'/>")}`,
    ],
  },
  "a TPM of another machine": {
    code: "tpm-model-unsupported",
    devices: "<tpm model='tpm-spapr'><backend type='passthrough'/></tpm>",
    title: "Use model='tpm-tis'",
    preferred: true,
    changes: [
      "- <tpm model='tpm-spapr'><backend type='passthrough'/></tpm>",
      "+ <tpm model='tpm-tis'><backend type='passthrough'/></tpm>",
    ],
  },
  "a codec that the emulator lacks": {
    code: "sound-codec-unsupported",
    machine: "s390-ccw-virtio",
    arch: "s390x",
    devices: "<sound model='ich6'><codec type='micro'/></sound>",
    title: "Remove this <codec>",
    changes: ["- <sound model='ich6'><codec type='micro'/></sound>", "+ <sound model='ich6'/>"],
  },
  "a second address": {
    code: "address-second-element",
    machine: "pc",
    devices: nic("<address type='pci' slot='0x05'/><address type='pci' slot='0x06'/>"),
    title: "Remove this <address>",
    preferred: true,
    changes: [
      `- ${nic("<address type='pci' slot='0x05'/><address type='pci' slot='0x06'/>")}`,
      `+ ${nic("<address type='pci' slot='0x05'/>")}`,
    ],
  },
};

test.each(Object.entries(cases))(
  "%s is cured",
  (_, { code, machine, arch, devices, title, preferred, changes }) => {
    const offered = curesOf(guest(devices, machine, arch), code);
    const cure = offered.find((one) => one.title === title);
    expect(cure?.changes, offered.map((one) => one.title).join(" | ")).toEqual(changes);
    expect(cure?.preferred).toBe(preferred ?? false);
  },
);

test.each(Object.entries(cases))(
  "%s has one preferred cure at most",
  (_, { code, machine, arch, devices }) => {
    const offered = curesOf(guest(devices, machine, arch), code);
    expect(offered.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
  },
);
