/** A guest with these devices, one per line; the machine is `q35` unless named. */
export function guest(devices: readonly string[], machine = "q35"): string {
  const lines = devices.map((device) => `    ${device}\n`).join("");
  return `<domain type='kvm'>\n  <name>g</name>\n  <os><type arch='x86_64' machine='${machine}'>hvm</type></os>\n  <devices>\n${lines}  </devices>\n</domain>\n`;
}

/** A PCI address as libvirt prints it. */
export const pci = (bus: number, slot: number, fn = 0, more = "") =>
  `<address type='pci' domain='0x0000' bus='0x0${bus}' slot='0x${slot.toString(16).padStart(2, "0")}' function='0x${fn}'${more}/>`;
/** A network card that any machine with PCI takes. */
export const nic = (address = "") => `<interface type='user'><model type='e1000'/>${address}</interface>`;
