import { hasUsualIsaPlaces, isaSortOf, usualIsaPlace } from "../address/isaSeats.ts";
import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { devicesOf, duplicates, isWritten, seatPlace } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** What a device ends up with, be it from its address or from QEMU. */
interface Seat {
  readonly device: Device;
  readonly iobase: number | undefined;
  readonly irq: number | undefined;
  /** Whether the interrupt is the one that goes with the number of the serial port. */
  readonly isUsualIrq: boolean;
}

/**
 * Two ISA devices at one port or on one interrupt. Neither libvirt nor QEMU looks: at one port the one that QEMU makes
 * later hides the other. Serial ports 0 and 2 share their interrupt on every PC, and so do 1 and 3: that is not told.
 */
export function checkIsaOverlaps(definition: Definition): Problem[] {
  const hasUsual = hasUsualIsaPlaces(definition);
  const seats = devicesOf(definition).flatMap((device) =>
    isWritten(definition, device) ? (seatOf(device, hasUsual) ?? []) : [],
  );
  const atPort = duplicates(seats, ({ iobase }) => iobase);
  const told = new Set(atPort.map(({ other }) => other));
  const onIrq = duplicates(
    seats.filter((seat) => !told.has(seat)),
    ({ irq }) => irq,
  ).filter(({ first, other }) => !(first.isUsualIrq && other.isUsualIrq));
  return [
    ...atPort.map(({ first, other }) => overlap(definition, "iobase", first, other)),
    ...onIrq.map(({ first, other }) => overlap(definition, "irq", first, other)),
  ];
}

/** The one with an address is told of: it is the one that left its usual place. */
function overlap(definition: Definition, field: "iobase" | "irq", first: Seat, other: Seat): Problem {
  const isOtherUsual = other.device.address === undefined;
  const [subject, related] = isOtherUsual ? [first, other] : [other, first];
  const values = { field, value: `0x${(subject[field] ?? 0).toString(16)}` };
  const place = (seat: Seat) => seatPlace(definition, seat.device, `address@${field}`);
  return problem("isa-address-overlap", values, place(subject), [place(related)]);
}

/** Parallel ports have no seat: libvirt keeps their address to itself. */
function seatOf(device: Device, hasUsual: boolean): Seat | undefined {
  const { address } = device;
  const usual = hasUsual ? usualIsaPlace(device) : undefined;
  if (address === undefined) {
    return usual && { device, iobase: usual.iobase, irq: usual.irq || undefined, isUsualIrq: true };
  }
  if (address.type !== "isa" || device.kind === "parallel") return undefined;
  // QEMU takes an absent port for port 0, and for an absent interrupt that of the serial port's number.
  const iobase = hasUsual && isaSortOf(device) !== undefined ? address.iobase : address.iobase || undefined;
  const irq = address.irq || usual?.irq || undefined;
  return { device, iobase, irq, isUsualIrq: irq === usual?.irq };
}
