import { hubPorts } from "../../catalog/usbModels.ts";
import type { Device } from "../../domain/device.ts";

/** Paths have four numbers at most, so nothing sits behind a hub on the fourth level. */
const deepest = 4;

/** A hub with its ports while they fill up: the root hub of a controller or a hub device. */
export class UsbHub {
  readonly ports: number;
  /** The controller or hub device that provides the ports. */
  readonly provider: Device;
  readonly #occupants = new Map<number, Device>();
  readonly #hubs = new Map<number, UsbHub>();
  #lowest = 1;
  #isFull = false;

  constructor(provider: Device, ports = hubPorts) {
    this.provider = provider;
    this.ports = ports;
  }

  occupant(port: number): Device | undefined {
    return this.#occupants.get(port);
  }

  hubAt(port: number): UsbHub | undefined {
    return this.#hubs.get(port);
  }

  take(port: number, device: Device): void {
    if (!this.#occupants.has(port)) this.#occupants.set(port, device);
  }

  /** Puts a hub behind a path of this hub; every hub on the way exists. */
  attach(path: readonly number[], hub: UsbHub): void {
    this.#isFull = false;
    const [port = 0, ...rest] = path;
    if (rest.length === 0) this.#hubs.set(port, hub);
    else this.#hubs.get(port)?.attach(rest, hub);
  }

  /**
   * The path of the first free port: the hub's own ports first, then those behind its hubs, one hub after the other
   * (virDomainUSBAddressFindFreePort, conf/domain_addr.c, libvirt 11.3).
   */
  findFree(level = 1): number[] | undefined {
    if (this.#isFull) return undefined;
    while (this.#occupants.has(this.#lowest)) this.#lowest++;
    if (this.#lowest <= this.ports) return [this.#lowest];
    const path = level < deepest ? this.#findBehind(level) : undefined;
    // Ports only fill up, so a full hub stays full until a hub is attached behind it.
    this.#isFull = path === undefined;
    return path;
  }

  #findBehind(level: number): number[] | undefined {
    for (const port of [...this.#hubs.keys()].sort((a, b) => a - b)) {
      const path = this.#hubs.get(port)?.findFree(level + 1);
      if (path) return [port, ...path];
    }
    return undefined;
  }
}
