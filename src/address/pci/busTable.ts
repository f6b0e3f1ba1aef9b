import {
  type ConnectFlags,
  connect,
  connectKinds,
  endpointKinds,
  kindNames,
  unaddableKinds,
} from "../../catalog/connectFlags.ts";
import type { PciControllerModel } from "../../catalog/pciControllers.ts";
import type { RefusalCode } from "../../catalog/refusals.ts";
import { type PciAddress, pciText } from "../../domain/address.ts";
import type { DeviceId } from "../../domain/device.ts";
import type { RefusalValues } from "../../domain/refusal.ts";
import { Bus, type Owner } from "./bus.ts";

/** Why an address was not given or not accepted. */
export interface PciFailure {
  readonly code: RefusalCode;
  readonly values: RefusalValues;
  /** The device that sits there already, where one does. */
  readonly occupant?: Owner;
  /** Index of the controller whose bus does not take the device. */
  readonly busIndex?: number;
}

/** What is to be placed: what it needs, its isolation group, and who it is. */
export interface Guest {
  readonly needs: ConnectFlags;
  readonly group: number;
  readonly owner: Owner;
}

/** How the table grows when a bus is missing. */
export interface GrowthPolicy {
  /** pseries: every new bus is a further host bridge. */
  readonly hostBridges: boolean;
  /** QEMU has pcie-pci-bridge; without it conventional devices on Express hang from a dmi-to-pci-bridge. */
  readonly pcieToPciBridge: boolean;
}

/**
 * The buses of one assignment pass: index = controller index. Grows in a dry run only. Searches always start at the
 * first bus; buses that can never take a kind of device again are remembered, which keeps thousands of devices cheap
 * without changing any answer (virDomainPCIAddressSet, libvirt 11.3).
 */
export class BusTable {
  readonly buses: Bus[] = [];
  readonly #dryRun: boolean;
  readonly #policy: GrowthPolicy;
  readonly #firstUseful = new Map<ConnectFlags, number>();

  constructor(dryRun: boolean, policy: GrowthPolicy) {
    this.#dryRun = dryRun;
    this.#policy = policy;
  }

  /**
   * Takes a given address (virDomainPCIAddressReserveAddrInternal). In a dry run the table first grows to the bus,
   * which may raise the bus number inside `address` by one.
   */
  reserve(address: PciAddress, guest: Guest, fromConfig: boolean): PciFailure | undefined {
    const asked = address.bus;
    const failure =
      (this.#dryRun ? this.#grow(address, guest.needs) : undefined) ??
      this.#validate(address, asked, guest.needs, fromConfig);
    if (failure) return failure;
    const bus = this.buses[address.bus]!;
    if (bus.isUsed(address.slot, address.function)) {
      const occupant = bus.ownerOf(address.slot, address.function);
      const failed = failureOf(address, asked, "pci-double-use", fromConfig);
      return occupant === undefined ? failed : { ...failed, occupant };
    }
    bus.take(address.slot, address.function, guest, fromConfig);
    return undefined;
  }

  /**
   * Finds the next free address (virDomainPCIAddressGetNextAddr): first on buses of the device's isolation group, then
   * on empty buses, then, in a dry run, on a new one.
   */
  findNext(guest: Guest, wanted: number | undefined): PciAddress | PciFailure {
    if (this.buses.length === 0) return { code: "pci-no-bus", values: { severity: "XML error" } };
    const found = this.#search(guest, wanted);
    if (found) return found;
    if (!this.#dryRun) return { code: "pci-no-more-slots", values: {} };
    const address: PciAddress = addressOf(this.buses.length, 0, wanted ?? 0);
    const failure = this.#grow(address, guest.needs);
    if (failure) return failure;
    address.slot = this.buses[address.bus]!.minSlot;
    return address;
  }

  /** Finds and takes the next free address (virDomainPCIAddressReserveNextAddr). */
  reserveNext(guest: Guest): PciAddress | PciFailure {
    const address = this.findNext(guest, undefined);
    if ("code" in address) return address;
    return this.reserve(address, guest, false) ?? address;
  }

  #search(guest: Guest, wanted: number | undefined): PciAddress | undefined {
    const isAggregate = (guest.needs & connect.AGGREGATE) !== 0;
    const start = this.#firstUseful.get(guest.needs) ?? 0;
    let useful: number | undefined;
    for (let index = start; index < this.buses.length; index++) {
      const bus = this.buses[index]!;
      if (this.#mismatch(guest.needs, bus, index, false) !== undefined) continue;
      if (!isAggregate && bus.freeSlots === 0) continue;
      useful ??= index;
      if (bus.group !== guest.group) continue;
      const found = this.#searchBus(bus, index, isAggregate, wanted);
      if (found) {
        this.#firstUseful.set(guest.needs, useful);
        return found;
      }
    }
    this.#firstUseful.set(guest.needs, useful ?? this.buses.length);
    return this.#searchEmpty(guest, useful ?? this.buses.length, wanted);
  }

  /** Buses nobody uses yet take devices of any isolation group. */
  #searchEmpty(guest: Guest, start: number, wanted: number | undefined): PciAddress | undefined {
    for (let index = start; index < this.buses.length; index++) {
      const bus = this.buses[index]!;
      if (bus.group === guest.group || !bus.isEmpty || bus.groupLocked) continue;
      if (this.#mismatch(guest.needs, bus, index, false) !== undefined) continue;
      return addressOf(index, bus.minSlot, wanted ?? 0);
    }
    return undefined;
  }

  #searchBus(
    bus: Bus,
    index: number,
    isAggregate: boolean,
    wanted: number | undefined,
  ): PciAddress | undefined {
    if (!isAggregate) {
      const slot = bus.firstFreeSlot();
      return slot === undefined ? undefined : addressOf(index, slot, wanted ?? 0);
    }
    const place = bus.firstSharedPlace(wanted);
    return place && addressOf(index, place.slot, place.function);
  }

  #validate(
    address: PciAddress,
    asked: number,
    needs: ConnectFlags,
    fromConfig: boolean,
  ): PciFailure | undefined {
    const refuse = (code: RefusalCode, more: RefusalValues = {}): PciFailure => ({
      ...failureOf(address, asked, code, fromConfig, more),
      busIndex: address.bus,
    });
    if (this.buses.length === 0) return refuse("pci-no-bus");
    if (address.domain !== 0) return refuse("pci-domain-nonzero");
    const bus = this.buses[address.bus];
    if (!bus) return refuse("pci-bus-not-available", { last: this.buses.length - 1 });
    const mismatch = this.#mismatch(needs, bus, address.bus, fromConfig);
    if (mismatch) return refuse(mismatch, { index: address.bus, wanted: wantedKind(needs, fromConfig) });
    if (address.slot < bus.minSlot) return refuse("pci-slot-too-low", { limit: bus.minSlot });
    if (address.slot > bus.maxSlot) return refuse("pci-slot-too-high", { limit: bus.maxSlot });
    return undefined;
  }

  /** Why a bus does not take a device, if it does not (virDomainPCIAddressFlagsCompatible). */
  #mismatch(needs: ConnectFlags, bus: Bus, index: number, fromConfig: boolean): RefusalCode | undefined {
    let offers = bus.offers;
    let wants = needs;
    if (wants & connect.INTEGRATED) {
      if (index !== 0) return "pci-needs-integrated";
      offers |= connect.PCI | connect.AUTO;
    }
    if (fromConfig) {
      if (offers & endpointKinds) offers |= endpointKinds;
      if (wants & connect.PCI_BRIDGE) wants |= connect.PCI;
    } else if (wants & connect.AUTO && !(offers & connect.AUTO)) {
      return "pci-autoassign-forbidden";
    }
    return wants & offers & connectKinds ? undefined : "pci-bus-incompatible";
  }

  /** Adds the buses that are missing up to the address (virDomainPCIAddressSetGrow). */
  #grow(address: PciAddress, needs: ConnectFlags): PciFailure | undefined {
    const missing = address.bus + 1 - this.buses.length;
    if (missing <= 0) return undefined;
    if (needs & connect.PCI) this.#growConventional(address, missing);
    else if (needs & (connect.PCIE | connect.UPSTREAM_PORT)) this.#add("pcie-root-port", missing);
    else return cannotGrow(needs);
    return undefined;
  }

  #growConventional(address: PciAddress, missing: number): void {
    if (this.#policy.hostBridges) this.#add("pci-root", missing);
    else if (this.buses.some((bus) => (bus.offers & connect.PCI_BRIDGE) !== 0))
      this.#add("pci-bridge", missing);
    else this.#growStem(address, missing);
  }

  /** Express alone takes no conventional device: first comes the way from the one to the other. */
  #growStem(address: PciAddress, missing: number): void {
    if (missing === 1) address.bus += 1;
    const count = Math.max(missing, 2);
    if (this.#policy.pcieToPciBridge) {
      // This port is meant for the bridge that follows; nothing else may take it in this pass.
      this.buses.push(Bus.of("pcie-root-port", connect.PCIE_TO_PCI_BRIDGE));
      this.#add("pcie-to-pci-bridge", 1);
      this.#add("pci-bridge", count - 2);
    } else {
      this.#add("dmi-to-pci-bridge", 1);
      this.#add("pci-bridge", count - 1);
    }
  }

  #add(model: PciControllerModel, count: number): void {
    for (let i = 0; i < count; i++) this.buses.push(Bus.of(model));
  }
}

/** Messages name the address as it was asked for, before the table grew under it. */
function failureOf(
  address: PciAddress,
  asked: number,
  code: RefusalCode,
  fromConfig: boolean,
  more: RefusalValues = {},
): PciFailure {
  const severity = fromConfig ? "XML error" : "internal error";
  return { code, values: { severity, address: pciText({ ...address, bus: asked }), ...more } };
}

/** An ordinary guest address with every field set. */
export function addressOf(bus: number, slot: number, fn: number): PciAddress {
  return { type: "pci", domain: 0, bus, slot, function: fn };
}

/** Reservations of the chipset and of imaginary devices belong to no device. */
export function guestOf(needs: ConnectFlags, owner: DeviceId | undefined, group = 0): Guest {
  return { needs, group, owner };
}

function wantedKind(needs: ConnectFlags, fromConfig: boolean): string {
  const wants = fromConfig && needs & connect.PCI_BRIDGE ? needs | connect.PCI : needs;
  return kindNames.find(([kind]) => wants & kind)?.[1] ?? "";
}

function cannotGrow(needs: ConnectFlags): PciFailure {
  const model = unaddableKinds.find(([kind]) => needs & kind)?.[1];
  if (model) return { code: "pci-no-slot-for-controller", values: { model } };
  return { code: "pci-cannot-add-bus", values: { flags: needs.toString(16).padStart(2, "0") } };
}
