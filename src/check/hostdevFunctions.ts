import type { Definition } from "../define/definition.ts";
import { type PciAddress, pciText } from "../domain/address.ts";
import type { Hostdev, Interface } from "../domain/device.ts";
import { listOf, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

type HostAddress = Omit<PciAddress, "type">;

/** A host PCI device that is passed through, by either element that can. */
interface Passed {
  readonly device: Hostdev | Interface;
  readonly host: HostAddress;
}

/** Functions of one host device that the guest gets apart, or not all of. Drivers look for them side by side. */
export function checkHostdevFunctions(definition: Definition): Problem[] {
  return [...groupsOf(passedOf(definition)).values()].flatMap((group) => [
    ...checkSplit(definition, group),
    ...checkMissing(definition, group),
  ]);
}

/** Every host PCI device that the guest gets. */
export function passedOf(definition: Definition): Passed[] {
  const devices = [...listOf(definition, "interface"), ...listOf(definition, "hostdev")];
  return devices.flatMap((device) =>
    device.host?.type === "pci" ? [{ device, host: device.host.address }] : [],
  );
}

function groupsOf(passed: readonly Passed[]): Map<string, Passed[]> {
  const groups = new Map<string, Passed[]>();
  for (const one of passed) {
    const group = groups.get(slotText(one.host));
    if (group) group.push(one);
    else groups.set(slotText(one.host), [one]);
  }
  return groups;
}

function checkSplit(definition: Definition, group: readonly Passed[]): Problem[] {
  const first = group.find(({ host }) => isPhysical(host));
  const home = first && seatOf(first);
  if (first === undefined || home === undefined) return [];
  const others = group.filter((one) => one !== first);
  return others.flatMap((other) => {
    const seat = seatOf(other);
    if (seat === undefined || (seat.bus === home.bus && seat.slot === home.slot)) return [];
    const values = { host: pciText(other.host), slot: slotText(first.host), seat: pciText(home) };
    const related = [seatPlace(definition, first.device)];
    return [problem("hostdev-functions-split", values, seatPlace(definition, other.device), related)];
  });
}

/** What the host has beside the passed functions is known only where somebody told. */
function checkMissing({ target }: Definition, group: readonly Passed[]): Problem[] {
  const [first] = group;
  if (first === undefined) return [];
  const missing = target.host.pciDevices.filter(
    ({ address }) =>
      slotText(address) === slotText(first.host) &&
      !group.some(({ host }) => host.function === address.function),
  );
  return missing.map(({ address }) =>
    problem(
      "hostdev-function-missing",
      { host: pciText(first.host), missing: pciText(address) },
      { device: first.device.id, part: "source/address" },
    ),
  );
}

/**
 * Virtual functions share a slot too and are devices of their own; they lie behind slot 0 of their link, or stand
 * without function 0.
 */
function isPhysical({ bus, slot, function: fn }: HostAddress): boolean {
  return fn === 0 && (slot === 0 || bus === 0);
}

function seatOf({ device }: Passed): PciAddress | undefined {
  return device.address?.type === "pci" ? device.address : undefined;
}

/** The host slot without its function: `0000:06:00`. */
function slotText(address: Parameters<typeof pciText>[0]): string {
  return pciText(address).slice(0, -2);
}
