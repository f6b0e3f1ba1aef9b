import type { Address, AddressType } from "../domain/address.ts";
import type { Device, DeviceId } from "../domain/device.ts";
import type { Domain } from "../domain/domain.ts";
import type { Target } from "../domain/target.ts";
import type { Acceptance, Bus, SlotKey } from "../topology/topology.ts";

/** The devices of a finished definition, as an address rule looks at them. */
export interface PlacedDevices {
  readonly domain: Domain;
  readonly target: Target;
  readonly devices: readonly {
    readonly device: Device;
    readonly written: boolean;
    readonly copyOf?: DeviceId;
  }[];
}

/** What one address type knows about places: its buses, who may sit where, and the address of a place. */
export interface AddressRule {
  readonly type: AddressType;
  /** The buses of this type with everyone on them; parents before children. */
  buses(placed: PlacedDevices): Bus[];
  /** Whether devices of this sort have addresses of this type, so that they can be moved between its slots. */
  concerns(placed: PlacedDevices, device: Device): boolean;
  /**
   * Where the device may be put by hand, by the rules libvirt has for explicit addresses. Occupied slots are not
   * refused here; who sits where is told by the buses.
   */
  accepts(placed: PlacedDevices, device: Device, buses: readonly Bus[]): Acceptance;
  /** The address that puts the device into a slot; undefined where the slot is not of this type or refuses it. */
  addressAt(placed: PlacedDevices, device: Device, slot: SlotKey): Address | undefined;
}
