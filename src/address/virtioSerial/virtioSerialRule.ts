import type { Controller, Device } from "../../domain/device.ts";
import type { Bus, SlotKey } from "../../topology/topology.ts";
import type { AddressRule, PlacedDevices } from "../addressRule.ts";
import { acceptanceOf, controllersBy, devicesAt, nowhere, SlotList } from "../ruleParts.ts";
import { portsOf } from "./ports.ts";

/** A controller may claim any number of ports; more than these are shown only where somebody sits. */
const mostShownPorts = 128;

/** virtio-serial ports: a bus per controller, a slot per port. */
export const virtioSerialRule: AddressRule = {
  type: "virtio-serial",

  buses(placed) {
    const residents = residentsOf(placed);
    return [...controllersBy(placed, "virtio-serial")].map(([index, controller]) =>
      busOf(index, controller, residents.get(index) ?? []),
    );
  },

  concerns(_placed, device) {
    return isVirtioPort(device);
  },

  accepts(_placed, device, buses) {
    if (!isVirtioPort(device)) return nowhere({ code: "virtio-serial-foreign-device", values: {} });
    return acceptanceOf(
      buses,
      "virtio-serial",
      { code: "not-a-virtio-serial-bus", values: {} },
      () => undefined,
    );
  },

  addressAt(_placed, device, slot) {
    const match = /^virtio-serial:(\d+):(\d+)$/.exec(slot);
    if (!match || match[2] === "0" || !isVirtioPort(device)) return undefined;
    const bus = device.address?.type === "virtio-serial" ? device.address.bus : 0;
    return { type: "virtio-serial", controller: Number(match[1]), bus, port: Number(match[2]) };
  },
};

function virtioSerialSlotKey(controller: number, port: number): SlotKey {
  return `virtio-serial:${controller}:${port}`;
}

function isVirtioPort(device: Device): boolean {
  return (device.kind === "channel" || device.kind === "console") && device.targetType === "virtio";
}

/** Devices by controller and port; a device of any sort takes the port it names. */
function residentsOf(placed: PlacedDevices): ReadonlyMap<number, readonly [number, Device][]> {
  const residents = new Map<number, [number, Device][]>();
  for (const { device, address } of devicesAt(placed, "virtio-serial")) {
    if (address.port === 0) continue;
    const list = residents.get(address.controller) ?? [];
    residents.set(address.controller, list);
    list.push([address.port, device]);
  }
  return residents;
}

function busOf(index: number, controller: Controller, residents: readonly [number, Device][]): Bus {
  const slots = new SlotList();
  const shown = Math.min(portsOf(controller), mostShownPorts);
  for (let port = 0; port < shown; port++) {
    const reserved = port === 0 ? { code: "virtio-serial-port-0", values: {} } : undefined;
    slots.add(virtioSerialSlotKey(index, port), `${port}`, port, reserved);
  }
  for (const [port, device] of residents) {
    slots.put(virtioSerialSlotKey(index, port), `${port}`, port, device.id);
  }
  return {
    key: `virtio-serial:${index}`,
    family: "virtio-serial",
    label: `virtio-serial${index}`,
    model: controller.model ?? "virtio-serial",
    controller: controller.id,
    slots: slots.all(),
  };
}
