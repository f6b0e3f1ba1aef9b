import type { AddressRule } from "./addressRule.ts";
import { devicesAt, nowhere, SlotList } from "./ruleParts.ts";
import { isVirtioDevice } from "./virtioGroups.ts";
import { hasVirtioMmio } from "./virtioMmio.ts";

/** Memory-mapped virtio devices: they have no number, so this is a list of who is there, and nobody moves. */
export const virtioMmioRule: AddressRule = {
  type: "virtio-mmio",

  buses(placed) {
    const residents = devicesAt(placed, "virtio-mmio");
    if (residents.length === 0) return [];
    const slots = new SlotList();
    for (const [place, { device }] of residents.entries()) {
      slots.put(`virtio-mmio:0:${place}`, `${place}`, place, device.id);
    }
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

  accepts() {
    return nowhere({ code: "virtio-mmio-no-number", values: {} });
  },

  addressAt() {
    return undefined;
  },
};
