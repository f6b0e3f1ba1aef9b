import type { SlotKey } from "../topology/topology.ts";
import type { AddressRule } from "./addressRule.ts";
import { devicesAt, nowhere, SlotList } from "./ruleParts.ts";

/** ISA ports and interrupts: a list of who names which. libvirt assigns and compares none, so nothing is moved. */
export const isaRule: AddressRule = {
  type: "isa",

  buses(placed) {
    const slots = new SlotList();
    for (const { device, address } of devicesAt(placed, "isa")) {
      const { iobase, irq } = address;
      slots.put(isaSlotKey(iobase, irq), isaLabel(iobase, irq), iobase * 0x100 + irq, device.id);
    }
    const all = slots.all();
    return all.length === 0 ? [] : [{ key: "isa:0", family: "isa", label: "isa", model: "isa", slots: all }];
  },

  concerns(_placed, device) {
    return device.address?.type === "isa";
  },

  accepts() {
    return nowhere({ code: "isa-by-hand", values: {} });
  },

  addressAt() {
    return undefined;
  },
};

function isaSlotKey(iobase: number, irq: number): SlotKey {
  return `isa:0:${iobase.toString(16)}:${irq.toString(16)}`;
}

/** The port as engineers write it, with the interrupt where one is set: "3f8 irq 4". */
function isaLabel(iobase: number, irq: number): string {
  const port = iobase > 0 ? iobase.toString(16) : "–";
  return irq > 0 ? `${port} irq ${irq}` : port;
}
