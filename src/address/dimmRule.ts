import type { Device } from "../domain/device.ts";
import type { SlotKey } from "../topology/topology.ts";
import type { AddressRule } from "./addressRule.ts";
import { usesSlot } from "./dimm.ts";
import { acceptanceOf, devicesAt, SlotList } from "./ruleParts.ts";

/** A guest may claim any number of slots; QEMU has 256. */
const mostShownSlots = 256;

/** Memory slots of `<maxMemory slots>`: one bus with a slot per module. */
export const dimmRule: AddressRule = {
  type: "dimm",

  buses(placed) {
    const count = placed.domain.memory.max?.slots ?? 0;
    const residents = devicesAt(placed, "dimm").filter(({ device }) => device.kind === "memory");
    if (count === 0 && residents.length === 0) return [];
    const slots = new SlotList();
    for (let slot = 0; slot < Math.min(count, mostShownSlots); slot++) {
      slots.add(dimmSlotKey(slot), `${slot}`, slot);
    }
    for (const { device, address } of residents) {
      slots.put(dimmSlotKey(address.slot), `${address.slot}`, address.slot, device.id);
    }
    return [{ key: "dimm:0", family: "dimm", label: "memory", model: "dimm", slots: slots.all() }];
  },

  concerns(_placed, device) {
    return isModule(device);
  },

  accepts(_placed, _device, buses) {
    return acceptanceOf(buses, "dimm", { code: "not-a-dimm-bus", values: {} }, () => undefined);
  },

  addressAt(_placed, device, slot) {
    const match = /^dimm:0:(\d+)$/.exec(slot);
    if (!match || !isModule(device)) return undefined;
    const base = device.address?.type === "dimm" ? device.address.base : 0n;
    return { type: "dimm", slot: Number(match[1]), base };
  },
};

function dimmSlotKey(slot: number): SlotKey {
  return `dimm:0:${slot}`;
}

function isModule(device: Device): boolean {
  return device.kind === "memory" && usesSlot(device);
}
