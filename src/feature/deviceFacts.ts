import type { Address } from "../domain/address.ts";
import type { Device } from "../domain/device.ts";
import type { BoardFact } from "../protocol/board.ts";

/** What a person may want to know beyond label and address: the address by its parts, the name in the guest. */
export function factsOf({ address }: Device, guestName: string | undefined): BoardFact[] {
  const parts = address && partsOf(address);
  return [
    ...(parts ? [{ name: "Address", value: parts }] : []),
    ...(guestName === undefined
      ? []
      : [{ name: "In a Linux guest", value: `${guestName} (predicted from the address)` }]),
  ];
}

/** An address in words, part by part; nothing for addresses without parts. */
function partsOf(address: Address): string | undefined {
  switch (address.type) {
    case "pci":
      return `PCI bus ${address.bus} · slot ${address.slot} (0x${hex(address.slot)}) · function ${address.function}`;
    case "drive":
      return `controller ${address.controller} · bus ${address.bus} · target ${address.target} · unit ${address.unit}`;
    case "usb":
      return address.port.length === 0
        ? undefined
        : `USB bus ${address.bus} · port ${address.port.join(".")}`;
    case "virtio-serial":
      return `controller ${address.controller} · bus ${address.bus} · port ${address.port}`;
    case "ccid":
      return `controller ${address.controller} · slot ${address.slot}`;
    case "ccw":
      return address.devno === undefined
        ? undefined
        : `subchannel set ${address.ssid ?? 0} · device number 0x${hex(address.devno, 4)}`;
    case "spapr-vio":
      return address.reg === undefined ? undefined : `register 0x${address.reg.toString(16)}`;
    case "dimm":
      return address.base > 0n
        ? `memory slot ${address.slot} · base 0x${address.base.toString(16)}`
        : `memory slot ${address.slot}`;
    default:
      return undefined;
  }
}

function hex(value: number, width = 2): string {
  return value.toString(16).padStart(width, "0");
}
