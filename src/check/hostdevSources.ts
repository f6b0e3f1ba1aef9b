import type { Definition } from "../define/definition.ts";
import { type Address, isEmptyPci, isSamePlace, type PciAddress, pciText } from "../domain/address.ts";
import { isS390 } from "../domain/target.ts";
import { isWritten, pciControllerAt } from "./devices.ts";
import { passedOf } from "./hostdevFunctions.ts";
import { type Problem, problem } from "./problem.ts";

/** Host addresses that cannot be meant, and guest addresses that are host addresses by mistake. */
export function checkHostdevSources(definition: Definition): Problem[] {
  return passedOf(definition).flatMap(({ device, host }) => {
    // On IBM Z every function of the host has a domain of its own, and 0000:00:00.0 is a device as any other.
    if (!isS390(definition.target) && isEmptyPci({ ...host, type: "pci" }) && host.function === 0) {
      return [problem("hostdev-source-zero", {}, { device: device.id, part: "source/address" })];
    }
    const written = definition.domain.devices[device.id]?.address;
    if (isExchanged(definition, host, written)) {
      const values = { host: pciText(host), guest: pciText(written) };
      const related = [{ device: device.id, part: "source/address" }];
      return [problem("hostdev-source-exchanged", values, { device: device.id, part: "address" }, related)];
    }
    const meant = decimalTwin(definition, host);
    if (meant) {
      const values = { host: pciText(host), meant: pciText(meant) };
      return [problem("hostdev-source-decimal", values, { device: device.id, part: "source/address" })];
    }
    const guest = definition.domain.devices[device.id]?.address;
    if (guest?.type !== "pci" || guest.bus === 0 || !isSamePlace(guest, { ...host, type: "pci" })) return [];
    const controller = pciControllerAt(definition, guest.bus);
    if (controller && isWritten(definition, controller)) return [];
    const values = { host: pciText(host), bus: guest.bus };
    const related = [{ device: device.id, part: "source/address" }];
    return [problem("hostdev-source-guest-mixup", values, { device: device.id, part: "address" }, related)];
  });
}

/** The host has nothing where the source says, and something where the guest is to have it. */
function isExchanged(
  { target }: Definition,
  host: HostAddress,
  guest: Address | undefined,
): guest is PciAddress {
  if (guest?.type !== "pci" || isEmptyPci(guest)) return false;
  const known = new Set(target.host.pciDevices.map(({ address }) => pciText(address)));
  return known.has(pciText(guest)) && !known.has(pciText(host));
}

type HostAddress = Omit<PciAddress, "type">;

/**
 * The device that the numbers mean in decimal, where the host has no device of these numbers: node device XML shows
 * bus 0x0a as 10, which is easily copied as 0x10.
 */
function decimalTwin({ target }: Definition, host: HostAddress): HostAddress | undefined {
  const isThere = (address: HostAddress) =>
    target.host.pciDevices.some((device) => pciText(device.address) === pciText(address));
  if (target.host.pciDevices.length === 0 || isThere(host)) return undefined;
  const meant = { ...host, bus: asDecimal(host.bus), slot: asDecimal(host.slot) };
  return isThere(meant) ? meant : undefined;
}

/** The number whose decimal digits are the hexadecimal digits of this one; itself where there is none. */
function asDecimal(value: number): number {
  const digits = value.toString(16);
  return /^[0-9]+$/.test(digits) ? Number(digits) : value;
}
