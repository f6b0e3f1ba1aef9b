import type { Device } from "../domain/device.ts";
import type { SlotKey } from "../topology/topology.ts";
import type { AddressRule, PlacedDevices } from "./addressRule.ts";
import { acceptanceOf, devicesAt, SlotList } from "./ruleParts.ts";

const step = 0x1000n;
/** Where libvirt starts to look for serial ports, far from everything else. */
const serialStart = 0x3000_0000n;

/** Register addresses of pseries devices: one bus that lists who is there, and the next free places. */
export const spaprVioRule: AddressRule = {
  type: "spapr-vio",

  buses(placed) {
    const residents = devicesAt(placed, "spapr-vio");
    if (residents.length === 0 && placed.target.class !== "pseries") return [];
    const slots = new SlotList();
    for (const { device, address } of residents) {
      if (address.reg !== undefined)
        slots.put(spaprSlotKey(address.reg), hex(address.reg), Number(address.reg), device.id);
    }
    for (const start of [step, serialStart]) {
      let free = start;
      while (slots.has(spaprSlotKey(free))) free += step;
      slots.add(spaprSlotKey(free), hex(free), Number(free));
    }
    return [
      { key: "spapr-vio:0", family: "spapr-vio", label: "vio", model: "spapr-vio", slots: slots.all() },
    ];
  },

  concerns: isSpaprDevice,

  accepts(_placed, _device, buses) {
    return acceptanceOf(buses, "spapr-vio", { code: "not-a-spapr-vio-bus", values: {} }, () => undefined);
  },

  addressAt(_placed, _device, slot) {
    const match = /^spapr-vio:0:([0-9a-f]+)$/.exec(slot);
    return match ? { type: "spapr-vio", reg: BigInt(`0x${match[1]}`) } : undefined;
  },
};

function hex(reg: bigint): string {
  return reg.toString(16).padStart(8, "0");
}

function spaprSlotKey(reg: bigint): SlotKey {
  return `spapr-vio:0:${reg.toString(16)}`;
}

/** Whether libvirt would give the device a register (qemuDomainAssignSpaprVIOAddresses, libvirt 11.3). */
function isSpaprDevice(placed: PlacedDevices, device: Device): boolean {
  switch (device.kind) {
    case "interface":
      return device.model === "spapr-vlan";
    case "controller":
      return device.type === "scsi" && device.model === "ibmvscsi";
    case "serial":
      return device.targetType === "spapr-vio-serial";
    case "nvram":
      return placed.target.class === "pseries";
    case "tpm":
      return placed.target.class === "pseries" && device.model !== "spapr-tpm-proxy";
    default:
      return false;
  }
}
