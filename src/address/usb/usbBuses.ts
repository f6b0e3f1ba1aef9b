import type { Draft } from "../../defaults/draft.ts";
import type { UsbAddress } from "../../domain/address.ts";
import type { Device, Hub } from "../../domain/device.ts";
import { placeOf, relatedPlaces } from "../places.ts";
import { UsbHub } from "./hub.ts";
import { pathOf, portsOf, portText } from "./usbDevices.ts";

/** A port found by its path: the hub it belongs to and its number there. */
export interface FoundPort {
  readonly hub: UsbHub;
  readonly port: number;
}

/** The USB buses of a draft with their trees of hubs. */
export class UsbBuses {
  readonly #draft: Draft;
  /** By rising index. */
  readonly #roots = new Map<number, UsbHub>();
  /** Paths of hubs that could not be placed: what sits behind them is not to blame. */
  readonly #lostHubs = new Set<string>();
  #hasUnreadableHub = false;

  constructor(draft: Draft) {
    this.#draft = draft;
    const controllers = draft.controllers.ofType("usb");
    for (const controller of controllers) {
      const ports = portsOf(controller);
      const index = controller.index;
      if (ports === 0 || index === undefined) continue;
      const known = this.#roots.get(index);
      if (!known) this.#roots.set(index, new UsbHub(controller, ports));
      else {
        const place = { device: controller.id, part: "@index" };
        draft.refuse(
          "usb-controller-duplicate-index",
          { index },
          place,
          relatedPlaces(draft, [known.provider]),
        );
      }
    }
  }

  root(bus: number): UsbHub | undefined {
    return this.#roots.get(bus);
  }

  /** The root hubs with their bus numbers, by rising number. */
  roots(): [number, UsbHub][] {
    return [...this.#roots].sort(([a], [b]) => a - b);
  }

  /** Notes that devices behind the hub cannot be found for the hub's sake. */
  loseHub(hub: Hub, address?: UsbAddress): void {
    if (address) this.#lostHubs.add(`${address.bus}:${portText(pathOf(address))}`);
    if (hub.unreadableAddress) this.#hasUnreadableHub = true;
  }

  /** Finds the port that an address names, or refuses the address (virDomainUSBAddressFindPort, libvirt 11.3). */
  locate(device: Device, address: UsbAddress): FoundPort | undefined {
    const { bus } = address;
    const path = pathOf(address);
    const root = this.#roots.get(bus);
    if (!root) {
      this.#draft.refuse("usb-bus-missing-port", { bus }, placeOf(this.#draft, device, "address@bus"));
      return undefined;
    }
    const hub = this.#descend(device, root, bus, path);
    const port = path.at(-1) ?? 0;
    if (!hub || port <= hub.ports) return hub && { hub, port };
    this.#refusePort("usb-port-not-present", device, { bus, port: portText(path) }, hub);
    return undefined;
  }

  /** The hub that holds the last number of a path. */
  #descend(device: Device, root: UsbHub, bus: number, path: readonly number[]): UsbHub | undefined {
    let hub = root;
    for (const [level, component] of path.slice(0, -1).entries()) {
      const behind = hub.hubAt(component);
      if (!behind) {
        this.#refuseStep(device, hub, bus, path, level);
        return undefined;
      }
      hub = behind;
    }
    return hub;
  }

  /** Refuses a path at a port without hub, unless the hub is known and has been refused itself. */
  #refuseStep(device: Device, hub: UsbHub, bus: number, path: readonly number[], level: number): void {
    const component = path[level] ?? 0;
    const isOutside = component === 0 || component > hub.ports;
    if (this.#lostHubs.has(`${bus}:${portText(path.slice(0, level + 1))}`)) return;
    if (!isOutside && this.#hasUnreadableHub) return;
    const code = isOutside ? "usb-port-intermediate-range" : "usb-hub-missing";
    this.#refusePort(code, device, { component, bus, port: portText(path) }, hub);
  }

  #refusePort(
    code: "usb-port-not-present" | "usb-port-intermediate-range" | "usb-hub-missing",
    device: Device,
    values: Readonly<Record<string, string | number>>,
    hub: UsbHub,
  ): void {
    const place = placeOf(this.#draft, device, "address@port");
    this.#draft.refuse(code, values, place, relatedPlaces(this.#draft, [hub.provider]));
  }
}
