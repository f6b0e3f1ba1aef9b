import type { Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import type { Device, DeviceId } from "../domain/device.ts";
import { unreachable } from "../domain/unreachable.ts";
import { controllerLinkOf, findController } from "./controllerLinks.ts";

/**
 * Says what each number of a device's address means, for example "bus 3 (the pcie-root-port 3), slot 0, function 0".
 * `nameOf` gives the words for a controller.
 */
export function addressWords(
  definition: Definition,
  device: Device,
  address: Address,
  nameOf: (device: DeviceId) => string | undefined,
): string {
  const link = controllerLinkOf(device);
  const controller = link && findController(definition, link.type, link.index);
  const provider = link && (controller ? (nameOf(controller.id) ?? link.type) : "which does not exist");
  const hex = (value: number | bigint) => `0x${value.toString(16)}`;
  switch (address.type) {
    case "pci": {
      const domain = address.domain === 0 ? "" : `PCI domain ${address.domain}, `;
      return `${domain}bus ${address.bus} (${provider}), slot ${address.slot}${slotInHex(address.slot)}, function ${address.function}`;
    }
    case "drive":
      return `controller ${address.controller} (${provider}), bus ${address.bus}, target ${address.target}, unit ${address.unit}`;
    case "usb":
      return `bus ${address.bus} (${provider}), port ${address.port.join(".")}${behindHub(address.port)}`;
    case "virtio-serial":
      return `controller ${address.controller} (${provider}), port ${address.port}`;
    case "ccid":
      return `controller ${address.controller} (${provider}), slot ${address.slot}`;
    case "spapr-vio":
      return `register ${hex(address.reg ?? 0n)} on the virtual I/O bus`;
    case "ccw":
      return `channel subsystem ${hex(address.cssid ?? 0)}, subchannel set ${address.ssid ?? 0}, device number ${hex(address.devno ?? 0)}`;
    case "isa":
      return `I/O port ${hex(address.iobase)}, interrupt ${address.irq}`;
    case "dimm":
      return `memory slot ${address.slot}, base address ${address.base === 0n ? "chosen by QEMU" : hex(address.base)}`;
    case "virtio-mmio":
      return "memory mapped; the machine has a fixed number of such places";
    case "unassigned":
      return "kept from the host, and not given to the guest";
    default:
      return unreachable(address);
  }
}

/** lspci and libvirt write slots in hexadecimal, people often do not notice. */
function slotInHex(slot: number): string {
  return slot > 9 ? ` (0x${slot.toString(16)})` : "";
}

function behindHub(port: readonly number[]): string {
  return port.length > 1 ? `, behind the hub at port ${port.slice(0, -1).join(".")}` : "";
}
