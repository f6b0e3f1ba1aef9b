import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { Address } from "../domain/address.ts";
import { addressOf } from "./additions.ts";

/**
 * The controllers and hubs that libvirt adds and that the places of these devices are behind, all the way up, in the
 * order libvirt prints them.
 */
export function addedAbove(definition: Definition, devices: readonly DefinedDevice[]): DefinedDevice[] {
  const providers = providersOf(definition);
  const found = new Set<DefinedDevice>();
  const visit = (defined: DefinedDevice): void => {
    const address = addressOf(defined);
    const above = address && providers.get(placeAbove(address) ?? "");
    // A root has no place itself, and always comes back.
    if (above === undefined || found.has(above) || addressOf(above) === undefined) return;
    found.add(above);
    visit(above);
  };
  for (const defined of devices) visit(defined);
  return definition.devices.filter((defined) => !defined.written && found.has(defined));
}

/** The devices that other places hang from, by the place they provide. */
function providersOf({ devices }: Definition): ReadonlyMap<string, DefinedDevice> {
  const providers = new Map<string, DefinedDevice>();
  for (const defined of devices) {
    const { device } = defined;
    const address = addressOf(defined);
    if (device.kind === "controller" && device.type === "pci") providers.set(`pci ${device.index}`, defined);
    if (device.kind === "hub" && address?.type === "usb") {
      providers.set(`usb ${address.bus} ${address.port.join(".")}`, defined);
    }
  }
  return providers;
}

/** What provides the place of an address, where libvirt would not bring exactly that again by itself. */
function placeAbove(address: Address): string | undefined {
  if (address.type === "pci") return `pci ${address.bus}`;
  if (address.type !== "usb" || address.port.length < 2) return undefined;
  return `usb ${address.bus} ${address.port.slice(0, -1).join(".")}`;
}
