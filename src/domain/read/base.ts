import { valueOf as attributeValue, firstChild } from "../../xml/document.ts";
import type { DeviceBase, DeviceId } from "../device.ts";
import { readAddress } from "./address.ts";
import { childSpot, given, type Spot, unsigned } from "./spot.ts";

/** Which of the common children the parser looks at for a device. */
export interface BaseRule {
  /** `<boot>` is read. */
  readonly boot?: true;
  /** `<rom>` is read. */
  readonly rom?: true;
}

/** What every device may carry, in libvirt's reading order (virDomainDeviceInfoParseXML, libvirt 11.3). */
export function readBase(spot: Spot, id: DeviceId, rule: BaseRule = {}): DeviceBase {
  return {
    id,
    ...given({
      alias: aliasOf(spot),
      bootOrder: rule.boot && readBoot(spot),
      rom: rule.rom && hasRom(spot),
      acpiIndex: readAcpiIndex(spot),
    }),
    ...readAddressFields(spot),
  };
}

/** The base of a device whose `<address>` is never read. */
export function readBareBase(spot: Spot, id: DeviceId): DeviceBase {
  return { id, ...given({ alias: aliasOf(spot) }) };
}

function readAddressFields(spot: Spot): Pick<DeviceBase, "address" | "unreadableAddress"> {
  const at = childSpot(spot, "address");
  if (at === undefined) return {};
  const address = readAddress(at);
  return address === undefined ? { unreadableAddress: true } : { address };
}

function aliasOf(spot: Spot): string | undefined {
  const alias = firstChild(spot.element, "alias");
  return alias && attributeValue(alias, "name");
}

function readBoot(spot: Spot): string | undefined {
  const boot = childSpot(spot, "boot");
  if (boot === undefined) return undefined;
  unsigned(boot, "order", { base: 10, required: true, nonzero: true });
  return attributeValue(boot.element, "order");
}

/** A `<rom>` that says something: an empty one is as good as none. */
function hasRom(spot: Spot): true | undefined {
  const rom = firstChild(spot.element, "rom");
  return rom && rom.attributes.length > 0 ? true : undefined;
}

function readAcpiIndex(spot: Spot): number | undefined {
  const acpi = childSpot(spot, "acpi");
  return acpi && unsigned(acpi, "index", { base: 10, nonzero: true });
}
