import type { Draft } from "../../defaults/draft.ts";
import type { Device, Hub } from "../../domain/device.ts";
import { idsOf, placeOf, relatedPlaces } from "../places.ts";
import { visitsOf } from "../visits.ts";
import { addHubs } from "./addHubs.ts";
import { UsbHub } from "./hub.ts";
import { UsbBuses } from "./usbBuses.ts";
import { isUsbVisit, pathOf, portText, withPort } from "./usbDevices.ts";

/**
 * Reserves given USB ports and gives every other USB device the lowest free one, hubs first; hubs are added where
 * there are more devices than ports. A guest libvirt already knows is left alone unless all its USB devices have
 * ports (qemuDomainAssignUSBAddresses, qemu_domain_address.c, libvirt 11.3).
 */
export function assignUsb(draft: Draft): void {
  const devices = visitsOf(draft)
    .filter(isUsbVisit)
    .map(({ device }) => device);
  if (!draft.target.newGuest && devices.some((device) => !withPort(device))) return;
  if (devices.length > 0 && refuseDisabled(draft, devices)) return;
  addHubs(draft, devices);
  const buses = new UsbBuses(draft);
  const hubs = draft.list("hub");
  const others = devices.filter((device) => device.kind !== "hub");
  for (const hub of hubs) reserveHub(draft, buses, hub);
  for (const device of others) reserve(draft, buses, device);
  const chosen = new ChosenPorts(draft, buses);
  for (const hub of hubs) if (!hub.unreadableAddress && !withPort(hub)) placeHub(chosen, buses, hub, others);
  for (const device of others) if (wantsPort(device)) chosen.assign(device);
}

/** Whether USB is off for the domain; refused once, for the first device that has not been refused for it yet. */
function refuseDisabled(draft: Draft, devices: readonly Device[]): boolean {
  const controllers = draft.controllers.ofType("usb");
  if (controllers.some((controller) => controller.model !== "none")) return false;
  const refused = new Set(
    draft.refusals
      .filter(({ code }) => code.startsWith("usb-disabled-"))
      .map(({ subject }) => subject.device),
  );
  const left = devices.filter((device) => !refused.has(device.id));
  const [first, ...rest] = left.filter((device) => draft.isWritten(device.id));
  const related = [...controllers, ...rest]
    .filter(({ id }) => draft.isWritten(id))
    .map(({ id }) => ({ device: id }));
  if (first) draft.refuse("usb-disabled-device", {}, { device: first.id }, related);
  else if (left.length > 0) draft.refuse("usb-disabled-device", {}, {}, related);
  return true;
}

function reserveHub(draft: Draft, buses: UsbBuses, hub: Hub): void {
  const address = withPort(hub);
  if (!address) {
    buses.loseHub(hub);
    return;
  }
  const found = buses.locate(hub, address);
  if (!found) {
    buses.loseHub(hub, address);
    return;
  }
  const other = found.hub.hubAt(found.port);
  if (other) {
    const values = { bus: address.bus, port: portText(pathOf(address)) };
    const place = placeOf(draft, hub, "address@port");
    draft.refuse("usb-hub-double-use", values, place, relatedPlaces(draft, [other.provider]));
    return;
  }
  found.hub.take(found.port, hub);
  buses.root(address.bus)?.attach(pathOf(address), new UsbHub(hub));
}

function reserve(draft: Draft, buses: UsbBuses, device: Device): void {
  const address = withPort(device);
  const found = address && buses.locate(device, address);
  if (!found) return;
  const occupant = found.hub.occupant(found.port);
  if (!occupant) {
    found.hub.take(found.port, device);
    return;
  }
  const values = { bus: address.bus, port: portText(pathOf(address)) };
  const others = occupant === device ? [] : [occupant];
  draft.refuse(
    "usb-double-use",
    values,
    placeOf(draft, device, "address@port"),
    relatedPlaces(draft, others),
  );
}

/** Devices whose address has another type keep it and take no port. */
function wantsPort(device: Device): boolean {
  if (device.unreadableAddress || withPort(device)) return false;
  return device.address === undefined || device.address.type === "usb";
}

/** A hub that libvirt adds stands nowhere in the file: a device it was added for is named in its place. */
function placeHub(chosen: ChosenPorts, buses: UsbBuses, hub: Hub, others: readonly Device[]): void {
  const place = chosen.assign(hub, () => others.find(wantsPort) ?? others.at(-1));
  if (place) buses.root(place.bus)?.attach(place.port, new UsbHub(hub));
}

/** Chooses ports for devices that have none. */
class ChosenPorts {
  readonly #draft: Draft;
  readonly #buses: UsbBuses;
  readonly #roots: readonly (readonly [number, UsbHub])[];
  /** Devices that have been named for want of a port. */
  readonly #refused = new Set<Device>();

  constructor(draft: Draft, buses: UsbBuses) {
    this.#draft = draft;
    this.#buses = buses;
    this.#roots = buses.roots();
  }

  /** Gives the device the first free port of its bus, or of all buses, and returns it. */
  assign(device: Device, standIn?: () => Device | undefined): { bus: number; port: number[] } | undefined {
    const named = device.address?.type === "usb" ? device.address.bus : undefined;
    const roots = named === undefined ? this.#roots : this.#rootOf(device, named);
    if (!roots) return undefined;
    for (const [bus, root] of roots) {
      const port = root.findFree();
      if (port) return this.#take(device, bus, port);
    }
    this.#refuseFull(device, standIn, roots);
    return undefined;
  }

  #rootOf(device: Device, bus: number): [number, UsbHub][] | undefined {
    const root = this.#buses.root(bus);
    if (root) return [[bus, root]];
    this.#draft.refuse("usb-bus-missing", { bus }, placeOf(this.#draft, device, "address@bus"));
    return undefined;
  }

  #take(device: Device, bus: number, port: number[]): { bus: number; port: number[] } {
    const hub = this.#hubOf(bus, port);
    const last = port.at(-1) ?? 0;
    const before = hub?.occupant(last - 1);
    hub?.take(last, device);
    device.address = { type: "usb", bus, port };
    this.#draft.explain(device, {
      rule: "usb-lowest-port",
      values: { usb: bus, port: portText(port) },
      because: before ? idsOf([before]) : [],
      ...(hub && { provider: hub.provider.id }),
    });
    return { bus, port };
  }

  #hubOf(bus: number, port: readonly number[]): UsbHub | undefined {
    let hub = this.#buses.root(bus);
    for (const component of port.slice(0, -1)) hub = hub?.hubAt(component);
    return hub;
  }

  #refuseFull(
    device: Device,
    standIn: (() => Device | undefined) | undefined,
    roots: readonly (readonly [number, UsbHub])[],
  ): void {
    const named = this.#draft.isWritten(device.id) ? device : (standIn?.() ?? device);
    if (this.#refused.has(named)) return;
    this.#refused.add(named);
    const providers = roots.map(([, root]) => root.provider);
    this.#draft.refuse(
      "usb-no-free-port",
      {},
      placeOf(this.#draft, named),
      relatedPlaces(this.#draft, providers),
    );
  }
}
