import { addressRules } from "../address/addressRules.ts";
import type { Definition } from "../define/definition.ts";
import type { CcwAddress, PciAddress } from "../domain/address.ts";
import type { Device, DeviceId } from "../domain/device.ts";
import type { Bus } from "../topology/topology.ts";

/**
 * The names that systemd gives network cards in a Linux guest, by its predictable naming: the ACPI index, the hotplug
 * slot of the i440fx board, the PCI path of machines with a PCIe root, the device number on a channel subsystem.
 * Cards whose name depends on more than the domain says are left out.
 */
export function guestNames(definition: Definition): ReadonlyMap<DeviceId, string> {
  const cards = definition.devices.map(({ device }) => device).filter(({ kind }) => kind === "interface");
  if (cards.length === 0) return new Map();
  const buses = addressRules.pci.buses(definition);
  const numbers = guestBusNumbers(definition, buses);
  const names = new Map<DeviceId, string>();
  for (const card of cards) {
    const name = nameOf(definition, card, buses, numbers);
    if (name !== undefined) names.set(card.id, name);
  }
  return names;
}

function nameOf(
  { target }: Definition,
  { address, acpiIndex }: Device,
  buses: readonly Bus[],
  numbers: ReadonlyMap<string, number>,
): string | undefined {
  if (acpiIndex !== undefined && acpiIndex > 0) return `eno${acpiIndex}`;
  if (address?.type === "ccw") return channelName(address);
  if (address?.type !== "pci" || address.domain !== 0) return undefined;
  const suffix = isPartOfSeveral(address, buses) ? `f${address.function}` : "";
  if (target.class === "i440fx") return address.bus === 0 ? `ens${address.slot}${suffix}` : undefined;
  const bus = target.row.root === "pcie-root" ? numbers.get(`pci:${address.bus}`) : undefined;
  return bus === undefined ? undefined : `enp${bus}s${address.slot}${suffix}`;
}

/** The bus id without its leading zeros; the guest sees the one channel subsystem as its first. */
function channelName({ ssid = 0, devno }: CcwAddress): string | undefined {
  if (devno === undefined) return undefined;
  const number = devno.toString(16);
  return ssid === 0 ? `enc${number}` : `enc${ssid.toString(16)}.${number.padStart(4, "0")}`;
}

/** Whether the guest sees a device of several functions. */
function isPartOfSeveral(address: PciAddress, buses: readonly Bus[]): boolean {
  if (address.function > 0 || address.multifunction === "on") return true;
  const bus = buses.find(({ key }) => key === `pci:${address.bus}`);
  const slot = bus?.slots.find(({ label }) => Number.parseInt(label, 16) === address.slot);
  return (slot?.occupants.length ?? 0) > 1;
}

/**
 * The numbers a guest's firmware gives the buses: depth first, in the order of the slots. Expander buses start at the
 * number that the domain gives them.
 */
function guestBusNumbers(definition: Definition, buses: readonly Bus[]): ReadonlyMap<string, number> {
  const startOf = new Map<DeviceId, number>();
  for (const { device } of definition.devices) {
    const isExpander = device.kind === "controller" && device.model?.endsWith("expander-bus");
    if (isExpander && device.target.busNr !== undefined) startOf.set(device.id, device.target.busNr);
  }
  const offered = new Map(buses.map((bus) => [bus.controller, bus]));
  const numbers = new Map<string, number>();
  const visit = (bus: Bus, own: number): number => {
    numbers.set(bus.key, own);
    let last = own;
    for (const { device } of bus.slots.flatMap(({ occupants }) => occupants)) {
      const child = offered.get(device);
      if (child && !numbers.has(child.key) && !startOf.has(device)) last = visit(child, last + 1);
    }
    return last;
  };
  for (const bus of buses) {
    const start = bus.controller === undefined ? undefined : startOf.get(bus.controller);
    if (start !== undefined || bus.parent === undefined) visit(bus, start ?? 0);
  }
  return numbers;
}
