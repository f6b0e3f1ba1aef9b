import { drive, pci } from "./benchGuest.ts";

/** The addresses that a gesture changes; what hangs from the controllers has addresses of its own. */
export interface Seats {
  /** A root port with a network card. */
  readonly port: string;
  /** A bridge with a network card and a SCSI controller, which has a disk. */
  readonly bridge: string;
  readonly scsi: string;
  /** The card of the root port. */
  readonly card: string;
}

export const seats: Seats = {
  port: pci(2),
  bridge: pci(0, 0, "", 2),
  scsi: pci(4, 0, "", 4),
  card: pci(0, 0, "", 1),
};

/** A guest whose controllers have something behind them, three deep; the root port with index 3 is free. */
export function controllerGuest({ port, bridge, scsi, card }: Seats): string {
  const controller = (type: string, index: number, model: string, address: string) =>
    `    <controller type='${type}' index='${index}' model='${model}'>\n      ${address}\n    </controller>\n`;
  const nic = (model: string, address: string) =>
    `    <interface type='user'>\n      <model type='${model}'/>\n      ${address}\n    </interface>\n`;
  const controllers = [
    controller("pci", 1, "pcie-root-port", port),
    controller("pci", 2, "pcie-root-port", pci(3)),
    controller("pci", 3, "pcie-root-port", pci(4)),
    controller("pci", 4, "pcie-to-pci-bridge", bridge),
    controller("scsi", 0, "lsilogic", scsi),
  ];
  return `<domain type='qemu'>
  <name>controllers</name>
  <memory unit='MiB'>512</memory>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
  <devices>
    <controller type='usb' index='0' model='none'/>
${controllers.join("")}    <disk type='file' device='disk'>
      <source file='/sda.img'/>
      <target dev='sda' bus='scsi'/>
      ${drive(0)}
    </disk>
${nic("virtio", card)}${nic("e1000", pci(3, 0, "", 4))}    <memballoon model='none'/>
  </devices>
</domain>
`;
}
