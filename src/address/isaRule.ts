import { type IsaPlace, type IsaSort, isaPlaces, isaSorts } from "../catalog/isaPlaces.ts";
import type { Device } from "../domain/device.ts";
import type { Reason, SlotKey } from "../topology/topology.ts";
import type { AddressRule, PlacedDevices } from "./addressRule.ts";
import { hasUsualIsaPlaces, isaSortOf, usualIsaPlace } from "./isaSeats.ts";
import { acceptanceOf, devicesAt, nowhere, SlotList } from "./ruleParts.ts";

/**
 * ISA ports and interrupts: who has which, and the other places of a PC for devices of the same sorts. libvirt assigns
 * and compares none; it hands the numbers on to QEMU for serial ports, debug consoles and panic devices
 * (qemuBuildDeviceAddressProps, libvirt 11.3).
 *
 * Nearly every PC has an ISA bus, and nearly none has something to put there: the bus is shown where the file holds a
 * device of such a sort, with the places of that sort alone. One without address sits where QEMU puts it.
 */
export const isaRule: AddressRule = {
  type: "isa",

  buses(placed) {
    const residents = [...devicesAt(placed, "isa").map(residentOf), ...usualResidents(placed)];
    if (residents.length === 0) return [];
    const slots = new SlotList();
    const sorts = new Set(residents.map(({ device }) => isaSortOf(device)));
    for (const sort of isaSorts) {
      if (sorts.has(sort)) for (const place of isaPlaces[sort]) add(slots, place);
    }
    for (const { device, place, usual } of residents)
      slots.put(isaSlotKey(place), isaLabel(place), orderOf(place), device.id, usual);
    return [{ key: "isa:0", family: "isa", label: "isa.0", model: "isa", slots: slots.all() }];
  },

  concerns(placed, device) {
    return device.address?.type === "isa" || (isaSortOf(device) !== undefined && hasBus(placed));
  },

  accepts(placed, device, buses) {
    const sort = isaSortOf(device);
    if (device.kind === "parallel") return nowhere({ code: "isa-parallel-unused", values: {} });
    if (sort === undefined) return nowhere({ code: "isa-by-hand", values: {} });
    const otherwise = { code: "not-an-isa-bus", values: {} };
    return acceptanceOf(buses, "isa", otherwise, () => undefined, placesOfOthers(placed, sort));
  },

  addressAt(_placed, device, slot) {
    const match = /^isa:0:([0-9a-f]+):([0-9a-f]+)$/.exec(slot);
    if (!match || isaSortOf(device) === undefined) return undefined;
    const [iobase, irq] = match.slice(1).map((digits) => Number.parseInt(digits, 16));
    return { type: "isa", iobase: iobase!, irq: irq! };
  },
};

/** A device and the place it has. */
interface Resident {
  readonly device: Device;
  readonly place: IsaPlace;
  /** Why it has it, where no address says so. */
  readonly usual?: Reason;
}

function residentOf({ device, address }: ReturnType<typeof devicesAt<"isa">>[number]): Resident {
  return { device, place: { iobase: address.iobase, irq: address.irq } };
}

function hasBus(placed: PlacedDevices): boolean {
  return devicesAt(placed, "isa").length > 0 || usualResidents(placed).length > 0;
}

/** The devices that the file gives no address, where QEMU puts them. */
function usualResidents(placed: PlacedDevices): Resident[] {
  if (!hasUsualIsaPlaces(placed)) return [];
  return placed.devices.flatMap(({ device, copyOf, written }) => {
    if (!written || copyOf !== undefined || device.address !== undefined) return [];
    return usualResident(device) ?? [];
  });
}

function usualResident(device: Device): Resident | undefined {
  const [sort, place] = [isaSortOf(device), usualIsaPlace(device)];
  if (sort === undefined || place === undefined) return undefined;
  const usual: Reason =
    device.kind === "serial" && sort === "serial"
      ? { code: "isa-port-by-number", values: { number: device.targetPort ?? 0 } }
      : { code: "isa-port-by-sort", values: { other: words[sort] } };
  return { device, place, usual };
}

/** The places that belong to devices of another sort, and those that such a device has taken. */
function placesOfOthers(placed: PlacedDevices, sort: IsaSort): ReadonlyMap<SlotKey, Reason> {
  const reason = (other: string): Reason => ({ code: "isa-place-of-others", values: { other } });
  const standard = isaSorts
    .filter((other) => other !== sort)
    .flatMap((other) => isaPlaces[other].map((place) => [isaSlotKey(place), reason(words[other])] as const));
  const taken = devicesAt(placed, "isa")
    .filter(({ device }) => isaSortOf(device) !== sort)
    .map(({ device, address }) => {
      const other = isaSortOf(device);
      return [
        isaSlotKey(address),
        reason(other === undefined ? `a ${device.kind} device` : words[other]),
      ] as const;
    });
  return new Map([...standard, ...taken]);
}

const words = {
  serial: "a serial port",
  debug: "a debug console",
  panic: "a panic device",
} as const satisfies Record<IsaSort, string>;

function add(slots: SlotList, place: IsaPlace): void {
  slots.add(isaSlotKey(place), isaLabel(place), orderOf(place));
}

function orderOf({ iobase, irq }: IsaPlace): number {
  return iobase * 0x100 + irq;
}

function isaSlotKey({ iobase, irq }: IsaPlace): SlotKey {
  return `isa:0:${iobase.toString(16)}:${irq.toString(16)}`;
}

/** The port as engineers write it, with the interrupt where one is set: "3f8 irq 4". */
function isaLabel({ iobase, irq }: IsaPlace): string {
  const port = iobase > 0 ? iobase.toString(16) : "–";
  return irq > 0 ? `${port} irq ${irq}` : port;
}
