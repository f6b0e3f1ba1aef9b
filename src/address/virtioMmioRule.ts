import type { AddressRule } from "./addressRule.ts";
import { acceptanceOf, devicesAt, SlotList } from "./ruleParts.ts";
import { isVirtioDevice } from "./virtioGroups.ts";
import { hasVirtioMmio } from "./virtioMmio.ts";

/** Memory-mapped virtio devices: they have no number, so this is a list with one free place behind it. */
export const virtioMmioRule: AddressRule = {
  type: "virtio-mmio",

  buses(placed) {
    const residents = devicesAt(placed, "virtio-mmio");
    if (residents.length === 0) return [];
    const slots = new SlotList();
    for (const [place, { device }] of residents.entries()) {
      slots.put(`virtio-mmio:0:${place}`, `${place}`, place, device.id);
    }
    slots.add(`virtio-mmio:0:${residents.length}`, `${residents.length}`, residents.length);
    return [
      {
        key: "virtio-mmio:0",
        family: "virtio-mmio",
        label: "mmio",
        model: "virtio-mmio",
        slots: slots.all(),
      },
    ];
  },

  concerns(placed, device) {
    return hasVirtioMmio(placed.target) && isVirtioDevice(device);
  },

  accepts(_placed, _device, buses) {
    return acceptanceOf(buses, "virtio-mmio", { code: "not-a-virtio-mmio-bus", values: {} }, () => undefined);
  },

  addressAt(_placed, _device, slot) {
    return /^virtio-mmio:0:\d+$/.test(slot) ? { type: "virtio-mmio" } : undefined;
  },
};
