import { type ConnectFlags, connect } from "../../catalog/connectFlags.ts";
import { type PciControllerModel, pciControllers } from "../../catalog/pciControllers.ts";
import type { DeviceId } from "../../domain/device.ts";

/** Who holds a place: a device, or nobody from the list (the chipset, an imaginary device). */
export type Owner = DeviceId | undefined;

/** One PCI bus while addresses are handed out: which functions of which slots are taken. */
export class Bus {
  readonly model: PciControllerModel;
  readonly offers: ConnectFlags;
  readonly minSlot: number;
  readonly maxSlot: number;
  /** Isolation group of the devices on this bus (pseries); 0 elsewhere. */
  group = 0;
  groupLocked = false;
  /** Number of slots in range that nobody uses at all. */
  freeSlots: number;
  /** Used functions of each slot, one bit per function. */
  readonly #used = new Uint8Array(32);
  /** Slots whose first device may share them with others of its kind. */
  readonly #shared = new Uint8Array(32);
  readonly #owners = new Map<number, DeviceId>();
  #firstFree: number;

  private constructor(model: PciControllerModel, offers: ConnectFlags) {
    const row = pciControllers[model];
    this.model = model;
    this.offers = offers;
    this.minSlot = row.minSlot;
    this.maxSlot = row.maxSlot;
    this.freeSlots = row.maxSlot - row.minSlot + 1;
    this.#firstFree = row.minSlot;
  }

  /** A bus of a controller model; `offers` replaces what the model takes, without hot-plug. */
  static of(model: PciControllerModel, offers: ConnectFlags = pciControllers[model].offers): Bus {
    return new Bus(model, offers);
  }

  /** Nobody uses any slot in range. */
  get isEmpty(): boolean {
    return this.freeSlots === this.maxSlot - this.minSlot + 1;
  }

  /** Every slot in range has at least one used function. */
  get isFullyReserved(): boolean {
    return this.freeSlots === 0;
  }

  isUsed(slot: number, fn: number): boolean {
    return (this.#used[slot]! & (1 << fn)) !== 0;
  }

  isSlotUsed(slot: number): boolean {
    return this.#used[slot] !== 0;
  }

  ownerOf(slot: number, fn: number): Owner {
    return this.#owners.get(slot * 8 + fn);
  }

  /** Who sits in the slots right below one, nearest last, at most `limit` of them. */
  ownersBelow(slot: number, limit: number): DeviceId[] {
    const owners: DeviceId[] = [];
    for (let below = slot - 1; below >= this.minSlot && owners.length < limit; below--) {
      const owner = this.#owners.get(below * 8);
      if (owner !== undefined) owners.unshift(owner);
    }
    return owners;
  }

  /** Marks a function as used; the caller has checked that it is free and in range. */
  take(
    slot: number,
    fn: number,
    guest: { readonly needs: ConnectFlags; readonly group: number; readonly owner: Owner },
    fromConfig: boolean,
  ): void {
    this.#joinGroup(guest.group, fromConfig);
    if (this.#used[slot] === 0) {
      if (guest.needs & connect.AGGREGATE) this.#shared[slot] = 1;
      this.freeSlots--;
    }
    this.#used[slot]! |= 1 << fn;
    if (guest.owner !== undefined) this.#owners.set(slot * 8 + fn, guest.owner);
  }

  /** The lowest slot that nobody uses at all. */
  firstFreeSlot(): number | undefined {
    while (this.#firstFree <= this.maxSlot && this.#used[this.#firstFree] !== 0) this.#firstFree++;
    return this.#firstFree <= this.maxSlot ? this.#firstFree : undefined;
  }

  /** The lowest slot that is free or shared among devices of this kind, with the function to take there. */
  firstSharedPlace(wanted: number | undefined): { slot: number; function: number } | undefined {
    for (let slot = this.minSlot; slot <= this.maxSlot; slot++) {
      const used = this.#used[slot]!;
      if (used === 0) return { slot, function: wanted ?? 0 };
      if (!this.#shared[slot]) continue;
      if (!(used & (1 << (wanted ?? 0)))) return { slot, function: wanted ?? 0 };
      if (wanted !== undefined || used === 0xff) continue;
      return { slot, function: lowestClearBit(used) };
    }
    return undefined;
  }

  #joinGroup(group: number, fromConfig: boolean): void {
    if (this.isEmpty && !this.groupLocked) this.group = group;
    else if (this.group !== group && fromConfig) this.group = 0;
  }
}

function lowestClearBit(bits: number): number {
  return 31 - Math.clz32(~bits & (bits + 1));
}
