import { toggleWords, yesNoWords } from "../../catalog/vocabulary.ts";
import { valueOf as attributeValue, firstChild } from "../../xml/document.ts";
import type { DeviceBase, DeviceId } from "../device.ts";
import { toUint32 } from "../number.ts";
import { readAddress } from "./address.ts";
import { childSpot, given, refuse, refuseValue, type Spot, unsigned, word } from "./spot.ts";

/** Which of the common children the parser looks at for a kind of device. */
export interface BaseRule {
  /** `<boot>` is read. */
  readonly boot?: true;
  /** `<rom>` is read. */
  readonly rom?: true;
}

/** What every device may carry, in libvirt's reading order (virDomainDeviceInfoParseXML, libvirt 11.3). */
export function readBase(spot: Spot, id: DeviceId, rule: BaseRule = {}): DeviceBase {
  readMasterStartPort(spot);
  return baseAfterMaster(spot, id, rule);
}

/** The base of a controller, which alone has a use for `<master>`. */
export function readBaseWithMaster(
  spot: Spot,
  id: DeviceId,
): { readonly base: DeviceBase; readonly masterStartPort: number | undefined } {
  const masterStartPort = readMasterStartPort(spot);
  return { base: baseAfterMaster(spot, id, {}), masterStartPort };
}

/** The base of a device whose `<address>` and the like are never read. */
export function readBareBase(spot: Spot, id: DeviceId): DeviceBase {
  return { id, ...given({ alias: aliasOf(spot) }) };
}

function baseAfterMaster(spot: Spot, id: DeviceId, rule: BaseRule): DeviceBase {
  return {
    id,
    ...given({
      alias: aliasOf(spot),
      bootOrder: rule.boot && readBoot(spot),
      rom: rule.rom && readRom(spot),
      acpiIndex: readAcpiIndex(spot),
    }),
    ...readAddressFields(spot),
  };
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

/** A `<master>` without a start port means port 0. */
function readMasterStartPort(spot: Spot): number | undefined {
  const master = childSpot(spot, "master");
  if (master === undefined) return undefined;
  const text = attributeValue(master.element, "startport");
  const port = text === undefined ? 0 : toUint32(text, 10);
  if (port === undefined) refuseValue(master, "master-startport-invalid", "startport");
  return port ?? 0;
}

function readBoot(spot: Spot): string | undefined {
  const boot = childSpot(spot, "boot");
  if (boot === undefined) return undefined;
  unsigned(boot, "order", { base: 10, required: true, nonzero: true });
  return attributeValue(boot.element, "order");
}

/** A `<rom>` that says something: an empty one is as good as none. */
function readRom(spot: Spot): true | undefined {
  const rom = childSpot(spot, "rom");
  if (rom === undefined) return undefined;
  const enabled = word(rom, "enabled", yesNoWords);
  const bar = word(rom, "bar", toggleWords);
  const file = attributeValue(rom.element, "file");
  if (enabled === "no" && (bar ?? file) !== undefined) refuse(rom, "rom-disabled-tuning");
  return (enabled ?? bar ?? file) === undefined ? undefined : true;
}

function readAcpiIndex(spot: Spot): number | undefined {
  const acpi = childSpot(spot, "acpi");
  return acpi && unsigned(acpi, "index", { base: 10, nonzero: true });
}
