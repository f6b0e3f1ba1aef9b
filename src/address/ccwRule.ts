import type { Device } from "../domain/device.ts";
import type { SlotKey } from "../topology/topology.ts";
import type { AddressRule, PlacedDevices } from "./addressRule.ts";
import { automaticCssid, ccwText, lastDevno } from "./ccw.ts";
import { acceptanceOf, devicesAt, nowhere, SlotList } from "./ruleParts.ts";
import { isVirtioDevice } from "./virtioGroups.ts";

/** How many free numbers are offered behind those in use. */
const offered = 4;

/** Channel subsystem numbers of s390-ccw machines: one bus that lists who is there, and some free numbers. */
export const ccwRule: AddressRule = {
  type: "ccw",

  buses(placed) {
    const residents = devicesAt(placed, "ccw");
    if (!isCcwMachine(placed) && residents.length === 0) return [];
    const slots = new SlotList();
    for (const { device, address } of residents) {
      const { cssid = 0, ssid = 0, devno } = address;
      if (devno === undefined) continue;
      slots.put(ccwSlotKey(cssid, ssid, devno), ccwText(address), orderOf(cssid, ssid, devno), device.id);
    }
    addFree(slots);
    return [{ key: "ccw:0", family: "ccw", label: "css", model: "ccw", slots: slots.all() }];
  },

  concerns(placed, device) {
    return isCcwMachine(placed) && isCcwDevice(device);
  },

  accepts(placed, _device, buses) {
    if (!isCcwMachine(placed))
      return nowhere({ code: "ccw-machine", values: { machine: placed.target.machine } });
    return acceptanceOf(buses, "ccw", { code: "not-a-ccw-bus", values: {} }, () => undefined);
  },

  addressAt(placed, _device, slot) {
    const match = /^ccw:0:([0-9a-f]+)\.([0-9a-f]+)\.([0-9a-f]+)$/.exec(slot);
    if (!match || !isCcwMachine(placed)) return undefined;
    const [cssid, ssid, devno] = match.slice(1).map((digits) => Number.parseInt(digits, 16));
    return { type: "ccw", cssid: cssid!, ssid: ssid!, devno: devno! };
  },
};

function isCcwMachine(placed: PlacedDevices): boolean {
  return placed.target.class === "s390-ccw";
}

function isCcwDevice(device: Device): boolean {
  if (device.kind === "hostdev" && device.type === "mdev") return device.model === "vfio-ccw";
  return device.kind === "filesystem" || device.kind === "vsock" || isVirtioDevice(device);
}

function addFree(slots: SlotList): void {
  let devno = 0;
  for (let added = 0; added < offered && devno <= lastDevno; devno++) {
    const key = ccwSlotKey(automaticCssid, 0, devno);
    if (slots.has(key)) continue;
    const label = ccwText({ type: "ccw", cssid: automaticCssid, ssid: 0, devno });
    slots.add(key, label, orderOf(automaticCssid, 0, devno));
    added++;
  }
}

function ccwSlotKey(cssid: number, ssid: number, devno: number): SlotKey {
  return `ccw:0:${ccwText({ type: "ccw", cssid, ssid, devno })}`;
}

function orderOf(cssid: number, ssid: number, devno: number): number {
  return (cssid * 4 + ssid) * (lastDevno + 1) + devno;
}
