import type { Controller, Device } from "../../domain/device.ts";

/** Ports of a virtio-serial controller that says no number (QEMU's default as libvirt counts it, libvirt 11.3). */
export const defaultPorts = 31;

/** How many ports a virtio-serial controller has; they count from 0. */
export function portsOf(controller: Controller): number {
  return controller.ports ?? defaultPorts;
}

/** The ports of one virtio-serial controller while they fill up. Port 0 is kept for consoles and never given away. */
export class SerialPorts {
  readonly index: number;
  readonly controller: Controller;
  readonly count: number;
  readonly #occupants = new Map<number, Device>();
  #lowest = 1;

  constructor(index: number, controller: Controller) {
    this.index = index;
    this.controller = controller;
    this.count = portsOf(controller);
  }

  occupant(port: number): Device | undefined {
    return this.#occupants.get(port);
  }

  take(port: number, device: Device): void {
    this.#occupants.set(port, device);
  }

  /** The lowest free port from 1 on. */
  lowestFree(): number | undefined {
    while (this.#occupants.has(this.#lowest)) this.#lowest++;
    return this.#lowest < this.count ? this.#lowest : undefined;
  }

  *occupantsBelow(port: number): Iterable<Device> {
    for (let lower = 1; lower < port; lower++) {
      const occupant = this.#occupants.get(lower);
      if (occupant) yield occupant;
    }
  }
}
