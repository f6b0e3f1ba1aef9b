import { hubPorts, mostXhciPorts } from "../../catalog/usbModels.ts";
import type { UsbAddress } from "../../domain/address.ts";
import type { Device } from "../../domain/device.ts";
import type { Bus, Reason, SlotKey } from "../../topology/topology.ts";
import type { AddressRule, PlacedDevices } from "../addressRule.ts";
import { acceptanceOf, controllersBy, devicesAt, SlotList } from "../ruleParts.ts";
import { isUsbDevice, pathOf, portsOf, withPort } from "./usbDevices.ts";

/** A path has four numbers at most, so a hub on the fourth level has no ports of use. */
const deepest = 4;

/** USB ports: a bus per controller and per hub, a slot per port. */
export const usbRule: AddressRule = {
  type: "usb",

  buses(placed) {
    const residents = residentsOf(placed);
    const buses: Bus[] = [];
    for (const [index, controller] of controllersOf(placed)) {
      const ports = Math.min(portsOf(controller), mostXhciPorts);
      addTree(buses, residents, { index, path: [], ports, provider: controller });
    }
    return buses;
  },

  concerns(_placed, device) {
    return isUsbDevice(device) || isUsbHostInterface(device);
  },

  accepts(_placed, device, buses) {
    const own = hubBusOf(device);
    const otherwise = { code: "not-a-usb-bus", values: {} };
    return acceptanceOf(buses, "usb", otherwise, (bus) => (isBehind(bus.key, own) ? ownBus : undefined));
  },

  addressAt(_placed, device, slot) {
    const match = /^usb:(\d+)\/([\d.]+)$/.exec(slot);
    if (!match) return undefined;
    const address: UsbAddress = {
      type: "usb",
      bus: Number(match[1]),
      port: match[2]!.split(".").map(Number),
    };
    return isBehind(usbBusKey(address.bus, address.port), hubBusOf(device), true) ? undefined : address;
  },
};

const ownBus: Reason = { code: "usb-own-bus", values: {} };

/** Key of a controller's bus, or of the bus behind the hub at a path: `usb:0`, `usb:0:1.2`. */
export function usbBusKey(index: number, path: readonly number[] = []): string {
  return path.length === 0 ? `usb:${index}` : `usb:${index}:${path.join(".")}`;
}

/** Key of a port: `usb:0/1.2`. */
export function usbSlotKey(index: number, path: readonly number[]): SlotKey {
  return `usb:${index}/${path.join(".")}`;
}

/** The controllers that provide a bus; companions share the one of their USB 2 controller. */
function controllersOf(placed: PlacedDevices) {
  const devices = placed.devices.filter(
    ({ device }) => device.kind !== "controller" || device.type !== "usb" || portsOf(device) > 0,
  );
  return controllersBy({ ...placed, devices }, "usb");
}

/** An interface over a host's USB adapter sits where the host device inside it sits. */
function isUsbHostInterface(device: Device): boolean {
  return device.kind === "interface" && device.host?.type === "usb";
}

type Residents = ReadonlyMap<SlotKey, readonly Device[]>;

function residentsOf(placed: PlacedDevices): Residents {
  const residents = new Map<SlotKey, Device[]>();
  for (const { device } of devicesAt(placed, "usb")) {
    const address = withPort(device);
    if (!address || !(isUsbDevice(device) || isUsbHostInterface(device))) continue;
    const key = usbSlotKey(address.bus, pathOf(address));
    const list = residents.get(key);
    if (list) list.push(device);
    else residents.set(key, [device]);
  }
  return residents;
}

interface Hub {
  readonly index: number;
  readonly path: readonly number[];
  readonly ports: number;
  readonly provider: Device;
}

/** Adds a hub's bus and then the buses of the hubs behind it. */
function addTree(buses: Bus[], residents: Residents, hub: Hub): void {
  buses.push(busOf(residents, hub));
  if (hub.path.length === deepest - 1) return;
  for (let port = 1; port <= hub.ports; port++) {
    const path = [...hub.path, port];
    const behind = residents.get(usbSlotKey(hub.index, path))?.find((device) => device.kind === "hub");
    if (behind) addTree(buses, residents, { index: hub.index, path, ports: hubPorts, provider: behind });
  }
}

function busOf(residents: Residents, { index, path, ports, provider }: Hub): Bus {
  const slots = new SlotList();
  for (let port = 1; port <= ports; port++) {
    const place = [...path, port];
    const key = usbSlotKey(index, place);
    const occupants = slots.add(key, place.join("."), port);
    for (const device of residents.get(key) ?? []) occupants.push({ device: device.id });
  }
  const isRoot = path.length === 0;
  const parent = { bus: usbBusKey(index, path.slice(0, -1)), slot: usbSlotKey(index, path) };
  return {
    key: usbBusKey(index, path),
    family: "usb",
    label: isRoot ? `usb${index}` : `usb${index}:${path.join(".")}`,
    model: provider.kind === "controller" ? (provider.model ?? "usb") : "hub",
    controller: provider.id,
    ...(!isRoot && { parent }),
    slots: slots.all(),
  };
}

/** The bus that a hub provides where it stands now. */
function hubBusOf(device: Device): string | undefined {
  const address = device.kind === "hub" ? withPort(device) : undefined;
  return address && usbBusKey(address.bus, pathOf(address));
}

/** Whether a bus is the hub's own one or lies behind it; a place counts as behind only below the hub's own port. */
function isBehind(key: string, own: string | undefined, below = false): boolean {
  if (own === undefined) return false;
  return key.startsWith(`${own}.`) || (!below && key === own);
}
