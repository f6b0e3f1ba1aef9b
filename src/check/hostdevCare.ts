import type { Definition } from "../define/definition.ts";
import type { PciAddress } from "../domain/address.ts";
import type { Controller, Device } from "../domain/device.ts";
import { controllersOf, isWritten, pciControllerAt, seatPlace } from "./devices.ts";
import { passedOf } from "./hostdevFunctions.ts";
import { pciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** What to take care of with host devices. */
export function checkHostdevCare(definition: Definition): Problem[] {
  return [...checkUnmanaged(definition), ...checkIsolation(definition)];
}

/** Without managed='yes' somebody else has to take the device from its host driver, and to give it back. */
function checkUnmanaged(definition: Definition): Problem[] {
  return passedOf(definition)
    .filter(({ device }) => device.managed !== true && isWritten(definition, device))
    .map(({ device }) => problem("hostdev-unmanaged", {}, { device: device.id }));
}

/** pseries isolates what goes wrong with a host device per host bridge; libvirt gives each a bridge of its own. */
function checkIsolation(definition: Definition): Problem[] {
  if (definition.target.class !== "pseries") return [];
  const passed = new Map(passedOf(definition).map(({ device, host }) => [device as Device, host]));
  if (passed.size === 0) return [];
  const tenants = new Map<number, Device[]>();
  for (const { device, address } of pciSeatsOf(definition)) {
    if (device.kind === "controller" && device.type === "pci") continue;
    const root = rootOf(definition, address);
    tenants.set(root, [...(tenants.get(root) ?? []), device]);
  }
  return [...tenants].flatMap(([index, devices]) => {
    const guest = devices.find((device) => passed.has(device));
    const other = devices.find((device) => guest !== undefined && !isSameHostDevice(passed, guest, device));
    if (guest === undefined || other === undefined) return [];
    const related = [seatPlace(definition, other, "address@bus")];
    return [
      problem("hostdev-pseries-isolation", { index }, seatPlace(definition, guest, "address@bus"), related),
    ];
  });
}

type Hosts = ReadonlyMap<Device, Omit<PciAddress, "type">>;

/** Functions of one host device cannot be kept apart anyway. */
function isSameHostDevice(hosts: Hosts, one: Device, other: Device): boolean {
  const [first, second] = [hosts.get(one), hosts.get(other)];
  return first?.domain === second?.domain && first?.bus === second?.bus && first?.slot === second?.slot;
}

/** The host bridge a seat hangs below. Bridges have higher indexes than what they sit on, so that this ends. */
function rootOf(definition: Definition, { bus }: PciAddress): number {
  let controller: Controller | undefined = pciControllerAt(definition, bus);
  for (let left = controllersOf(definition, "pci").length; left > 0 && controller; left--) {
    if (controller.address?.type !== "pci") return controller.index ?? 0;
    controller = pciControllerAt(definition, controller.address.bus);
  }
  return bus;
}
