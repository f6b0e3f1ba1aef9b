import { type ConnectFlags, connect } from "../../catalog/connectFlags.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { WhyRule } from "../../defaults/why.ts";
import { isEmptyPci, type PciAddress } from "../../domain/address.ts";
import type { Controller, Device, DeviceId } from "../../domain/device.ts";
import { addressOf, type BusTable, type Guest, type PciFailure } from "./busTable.ts";
import { isolationGroupOf } from "./isolation.ts";
import { PciNeeds } from "./need.ts";

/** How many earlier devices a reason names at most. */
const namedNeighbours = 3;

/**
 * One pass of PCI assignment over a draft. libvirt makes two: a dry run that finds out which controllers are missing,
 * and the real one. The needs of every device and the list of devices that already failed serve both, so that nothing
 * is reported twice.
 */
export class PciPass {
  readonly draft: Draft;
  readonly table: BusTable;
  readonly dryRun: boolean;
  readonly #shared: PciRun;

  constructor(run: PciRun, table: BusTable, dryRun: boolean) {
    this.draft = run.draft;
    this.table = table;
    this.dryRun = dryRun;
    this.#shared = run;
  }

  needsOf(device: Device): ConnectFlags {
    return this.#shared.needsOf(device);
  }

  guestOf(device: Device, needs: ConnectFlags = this.needsOf(device)): Guest {
    return { needs, group: this.#shared.groupOf(device), owner: device.id };
  }

  hasFailed(device: Device): boolean {
    return this.#shared.failed.has(device.id);
  }

  /** Whether libvirt would choose a PCI address for the device (virDeviceInfoPCIAddressIsWanted). */
  wants(device: Device): boolean {
    return !this.hasFailed(device) && wantsPci(device);
  }

  /** Takes an address the device has or must have. */
  reserveGiven(device: Device, address: PciAddress, needs?: ConnectFlags): boolean {
    const failure = this.table.reserve(address, this.guestOf(device, needs), true);
    if (failure) this.refuse(device, failure, "address");
    return failure === undefined;
  }

  /** Gives the device the next free address; a dry run only takes the place. */
  assignNext(device: Device, rule: WhyRule = "pci-lowest-free"): void {
    const found = this.table.reserveNext(this.guestOf(device));
    if ("code" in found) this.refuse(device, found);
    else if (!this.dryRun) this.store(device, found, rule);
  }

  /** Writes an address into the device; zPCI ids of the file stay, but for devices of the chipset. */
  store(device: Device, address: PciAddress, rule: WhyRule): void {
    const isOfChipset = rule === "pci-chipset" || rule === "pci-primary-video";
    const zpci = device.address?.type === "pci" && !isOfChipset ? device.address.zpci : undefined;
    device.address = { ...address, ...(zpci && { zpci }) };
    const { bus, slot, function: fn } = address;
    const controller = this.draft.controllers.find("pci", bus);
    this.draft.explain(device, {
      rule,
      values: { bus, slot, function: fn },
      because:
        rule === "pci-lowest-free" ? (this.table.buses[bus]?.ownersBelow(slot, namedNeighbours) ?? []) : [],
      ...(controller && bus > 0 && { provider: controller.id }),
    });
  }

  refuse(device: Device, failure: PciFailure, part?: string): void {
    this.#shared.failed.add(device.id);
    const related: DeviceId[] = [];
    if (failure.occupant !== undefined) related.push(failure.occupant);
    else if (failure.busIndex !== undefined) {
      const controller = this.draft.controllers.find("pci", failure.busIndex);
      if (controller) related.push(controller.id);
    }
    this.draft.refuse(
      failure.code,
      failure.values,
      { device: device.id, part: partToBlame(failure, part ?? defaultPart(device)) },
      related.map((id) => ({ device: id, part: "address" })),
    );
  }
}

/** What both passes share. */
export class PciRun {
  readonly draft: Draft;
  readonly failed = new Set<DeviceId>();
  readonly #needs: PciNeeds;
  readonly #cache = new Map<DeviceId, ConnectFlags>();

  constructor(draft: Draft) {
    this.draft = draft;
    this.#needs = PciNeeds.of(draft);
  }

  get hasPcieRoot(): boolean {
    return this.#needs.hasPcieRoot;
  }

  /** Needs are computed once; a device without any that has a PCI address all the same is a conventional one. */
  needsOf(device: Device): ConnectFlags {
    const known = this.#cache.get(device.id);
    if (known !== undefined) return known;
    const needs = this.#needs.of(device);
    this.#cache.set(device.id, needs);
    return needs;
  }

  overrideNeeds(device: Device, needs: ConnectFlags): void {
    this.#cache.set(device.id, needs);
  }

  groupOf(device: Device): number {
    return isolationGroupOf(device, this.draft.target);
  }
}

/** No address at all, or an empty PCI one. */
export function wantsPci(device: Device): boolean {
  if (device.unreadableAddress) return false;
  return device.address === undefined || (device.address.type === "pci" && isEmptyPci(device.address));
}

/** The complete PCI address of a device, if it has one. */
export function pciAddressOf(device: Device): PciAddress | undefined {
  return device.address?.type === "pci" && !isEmptyPci(device.address) ? device.address : undefined;
}

/** The place of a chipset function on bus 0. */
export function onBus0(slot: number, fn: number): PciAddress {
  return addressOf(0, slot, fn);
}

/** An endpoint that neither comes from the file nor stays: it only holds a slot during a dry run. */
export const imaginary = {
  conventional: { needs: connect.PCI | connect.AUTO, group: 0, owner: undefined },
  express: { needs: connect.PCIE | connect.AUTO, group: 0, owner: undefined },
} as const satisfies Record<string, Guest>;

function partToBlame(failure: PciFailure, fallback: string | undefined): string {
  switch (failure.code) {
    case "pci-domain-nonzero":
      return "address@domain";
    case "pci-bus-incompatible":
    case "pci-needs-integrated":
    case "pci-bus-not-available":
      return "address@bus";
    case "pci-slot-too-low":
    case "pci-slot-too-high":
      return "address@slot";
    default:
      return fallback ?? "address";
  }
}

function defaultPart(device: Device): string {
  return device.kind === "controller" ? "@model" : "";
}

/** The controllers of the PCI list in libvirt's order. */
export function pciControllersOf(draft: Draft): readonly Controller[] {
  return draft.controllers.ofType("pci");
}
