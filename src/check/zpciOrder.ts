import type { Definition } from "../define/definition.ts";
import { isS390 } from "../domain/target.ts";
import { seatPlace } from "./devices.ts";
import { givenPciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** s390x guests see a device's uid as its PCI domain, and never its slot: they find devices in the order of the uids. */
export function checkZpciOrder(definition: Definition): Problem[] {
  if (!isS390(definition.target)) return [];
  const seats = givenPciSeatsOf(definition)
    .flatMap(({ device, address }) => {
      const uid = address.zpci?.uid;
      return uid === undefined ? [] : [{ device, uid, place: address.bus * 0x20 + address.slot }];
    })
    .toSorted((one, other) => one.place - other.place);
  const late = seats.findIndex(({ uid }, position) => uid < (seats[position - 1]?.uid ?? 0));
  const [before, after] = [seats[late - 1], seats[late]];
  if (before === undefined || after === undefined) return [];
  const values = { uid: hex(after.uid), before: hex(before.uid) };
  return [
    problem("zpci-uid-order", values, seatPlace(definition, after.device, "address/zpci@uid"), [
      seatPlace(definition, before.device, "address/zpci@uid"),
    ]),
  ];
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(4, "0")}`;
}
