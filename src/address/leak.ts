import type { Address, SpaprVioAddress } from "../domain/address.ts";

/** The first four 32-bit words of libvirt's address record. */
export type Words = readonly [number, number, number, number];

const word = 0xffff_ffffn;

/**
 * libvirt keeps the numbers of all address types in one record and some passes change its type only, so that old
 * numbers show through. This is how each type lies in it (union in virDomainDeviceInfo, conf/device_conf.h, libvirt 11.3).
 */
export function wordsOf(address: Address | undefined): Words {
  switch (address?.type) {
    case "pci":
      return [address.domain, address.bus, address.slot, address.function];
    case "drive":
      return [address.controller, address.bus, address.target, address.unit];
    case "virtio-serial":
      return [address.controller, address.bus, address.port, 0];
    case "ccid":
      return [address.controller, address.slot, 0, 0];
    case "usb":
      return [address.bus, address.port[0] ?? 0, address.port[1] ?? 0, address.port[2] ?? 0];
    case "spapr-vio":
      return spaprWords(address.reg);
    case "ccw":
      return [address.cssid ?? 0, address.ssid ?? 0, address.devno ?? 0, address.devno === undefined ? 0 : 1];
    case "isa":
      return [address.iobase, address.irq, 0, 0];
    case "dimm":
      return [address.slot, 0, Number(address.base & word), Number(address.base >> 32n)];
    default:
      return [0, 0, 0, 0];
  }
}

/** What a record of another type reads as after its type became spapr-vio: a reg counts as given by one byte. */
export function asSpaprVio(address: Address | undefined): SpaprVioAddress {
  const [low, high, flag] = wordsOf(address);
  if ((flag & 0xff) === 0) return { type: "spapr-vio" };
  return { type: "spapr-vio", reg: BigInt(low) | (BigInt(high) << 32n) };
}

/** The base a record of another type reads as after its type became dimm. */
export function asDimmBase(address: Address | undefined): bigint {
  const [, , low, high] = wordsOf(address);
  return BigInt(low) | (BigInt(high) << 32n);
}

function spaprWords(reg: bigint | undefined): Words {
  if (reg === undefined) return [0, 0, 0, 0];
  return [Number(reg & word), Number(reg >> 32n), 1, 0];
}
