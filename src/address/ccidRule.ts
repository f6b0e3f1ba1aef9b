import type { Controller } from "../domain/device.ts";
import type { Bus, SlotKey } from "../topology/topology.ts";
import type { AddressRule } from "./addressRule.ts";
import { acceptanceOf, controllersBy, devicesAt, SlotList } from "./ruleParts.ts";

/** Smartcards in ccid controllers. QEMU takes one smartcard, in slot 0 of controller 0. */
export const ccidRule: AddressRule = {
  type: "ccid",

  buses(placed) {
    const residents = devicesAt(placed, "ccid").filter(({ device }) => device.kind === "smartcard");
    return [...controllersBy(placed, "ccid")].map(([index, controller]) => {
      const slots = new SlotList();
      slots.add(ccidSlotKey(index, 0), "0", 0);
      for (const { device, address } of residents) {
        if (address.controller !== index) continue;
        slots.put(ccidSlotKey(index, address.slot), `${address.slot}`, address.slot, device.id);
      }
      return busOf(index, controller, slots);
    });
  },

  concerns(_placed, device) {
    return device.kind === "smartcard";
  },

  accepts(_placed, _device, buses) {
    const single = { code: "ccid-single-slot", values: {} };
    const otherwise = { code: "not-a-ccid-bus", values: {} };
    return acceptanceOf(buses, "ccid", otherwise, (bus) => (bus.key === "ccid:0" ? undefined : single));
  },

  addressAt(_placed, device, slot) {
    if (device.kind !== "smartcard" || slot !== ccidSlotKey(0, 0)) return undefined;
    return { type: "ccid", controller: 0, slot: 0 };
  },
};

function ccidSlotKey(controller: number, slot: number): SlotKey {
  return `ccid:${controller}:${slot}`;
}

function busOf(index: number, controller: Controller, slots: SlotList): Bus {
  return {
    key: `ccid:${index}`,
    family: "ccid",
    label: `ccid${index}`,
    model: "ccid",
    controller: controller.id,
    slots: slots.all(),
  };
}
