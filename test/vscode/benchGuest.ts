/**
 * A guest with something on every sort of bus, as text, for what is done on its board: the addresses are what changes.
 */

export const pci = (slot: number, fn = 0, more = "", bus = 0) =>
  `<address type='pci' domain='0x0000' bus='0x0${bus}' slot='0x0${slot.toString(16)}' function='0x${fn}'${more}/>`;
export const drive = (unit: number) =>
  `<address type='drive' controller='0' bus='0' target='0' unit='${unit}'/>`;
export const usb = (port: number) => `<address type='usb' bus='0' port='${port}'/>`;
export const leader = " multifunction='on'";

/** The devices whose address a gesture changes; one that is absent or undefined has none in the text. */
export interface Addresses {
  readonly sda?: string | undefined;
  readonly sdb?: string | undefined;
  readonly net0?: string | undefined;
  readonly net1?: string | undefined;
  readonly tablet?: string | undefined;
  readonly mouse?: string | undefined;
  readonly gpu?: string | undefined;
  readonly audio?: string | undefined;
  readonly rng?: string | undefined;
  readonly balloon?: string | undefined;
}

export const placed: Addresses = {
  sda: drive(0),
  sdb: drive(1),
  net0: pci(3),
  net1: pci(4),
  tablet: usb(1),
  mouse: usb(2),
  gpu: pci(8, 0, leader),
  audio: pci(8, 1),
};

/** A guest with something on every sort of bus; `more` stands where the board adds controllers. */
export function guest(addresses: Addresses, more = ""): string {
  const element = (name: string, attributes: string, children: readonly (string | undefined)[]) => {
    const lines = children.filter((line) => line !== undefined).map((line) => `      ${line}\n`);
    return lines.length === 0
      ? `    <${name} ${attributes}/>\n`
      : `    <${name} ${attributes}>\n${lines.join("")}    </${name}>\n`;
  };
  const disk = (name: string, address?: string) =>
    element("disk", "type='file' device='disk'", [
      `<source file='/${name}.img'/>`,
      `<target dev='${name}' bus='scsi'/>`,
      address,
    ]);
  const card = (last: number, address?: string) =>
    element("interface", "type='user'", [
      `<mac address='52:54:00:00:00:0${last}'/>`,
      "<model type='virtio'/>",
      address,
    ]);
  const part = (fn: number, address?: string) =>
    element("hostdev", "mode='subsystem' type='pci' managed='yes'", [
      "<source>",
      `  <address domain='0x0000' bus='0x01' slot='0x00' function='0x${fn}'/>`,
      "</source>",
      address,
    ]);
  return `<domain type='qemu'>
  <name>bench</name>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <devices>
${element("controller", "type='scsi' index='0' model='virtio-scsi'", [pci(6)])}${element(
  "controller",
  "type='usb' index='0' model='qemu-xhci' ports='8'",
  [pci(7)],
)}${more}${disk("sda", addresses.sda)}${disk("sdb", addresses.sdb)}${card(1, addresses.net0)}${card(
  2,
  addresses.net1,
)}${element("input", "type='tablet' bus='usb'", [addresses.tablet])}${element(
  "input",
  "type='mouse' bus='usb'",
  [addresses.mouse],
)}${part(0, addresses.gpu)}${part(1, addresses.audio)}${element("rng", "model='virtio'", [
  "<backend model='random'>/dev/urandom</backend>",
  addresses.rng,
])}${element("memballoon", "model='virtio'", [addresses.balloon])}  </devices>
</domain>
`;
}

export const rootPort = (index: number, address?: string) => {
  const start = `    <controller type='pci' index='${index}' model='pcie-root-port'`;
  return address === undefined ? `${start}/>\n` : `${start}>\n      ${address}\n    </controller>\n`;
};

/** A root port as libvirt writes it; those the machine has without a word are written before ports are added. */
export const writtenPort = (
  index: number,
) => `    <controller type='pci' index='${index}' model='pcie-root-port'>
      <model name='pcie-root-port'/>
      <target chassis='${index}' port='0x${(7 + index).toString(16)}'/>
      ${pci(1, index - 1, index === 1 ? leader : "")}
    </controller>
`;
export const writtenPorts = [1, 2, 3].map(writtenPort).join("");
