import { type Address, pciText } from "../domain/address.ts";
import type { Device } from "../domain/device.ts";
import { unreachable } from "../domain/unreachable.ts";

/** An address in the field's own notation: "0000:03:00.0", "scsi 0:0:0:1", "usb 0/1.2", "fe.0.0003". */
export function addressText(address: Address, device: Device): string {
  const hex = (value: number | bigint, width = 1) => value.toString(16).padStart(width, "0");
  switch (address.type) {
    case "pci":
      return pciText(address);
    case "drive":
      return `${driveBus(device)} ${address.controller}:${address.bus}:${address.target}:${address.unit}`;
    case "usb":
      return `usb ${address.bus}/${address.port.join(".")}`;
    case "virtio-serial":
      return `virtio-serial ${address.controller}:${address.port}`;
    case "ccid":
      return `ccid ${address.controller}:${address.slot}`;
    case "spapr-vio":
      return address.reg === undefined ? "spapr-vio" : `reg 0x${hex(address.reg, 8)}`;
    case "ccw":
      return address.devno === undefined
        ? "ccw"
        : `${hex(address.cssid ?? 0)}.${hex(address.ssid ?? 0)}.${hex(address.devno, 4)}`;
    case "isa":
      return address.iobase > 0 ? `isa 0x${hex(address.iobase)}` : "isa";
    case "dimm":
      return `memory slot ${address.slot}`;
    case "virtio-mmio":
    case "unassigned":
      return address.type;
    default:
      return unreachable(address);
  }
}

function driveBus(device: Device): string {
  return device.kind === "disk" ? (device.bus ?? "drive") : "scsi";
}
