import type { AddressRule, PlacedDevices } from "../../src/address/addressRule.ts";
import type { Draft } from "../../src/defaults/draft.ts";
import type { Device, DeviceKind } from "../../src/domain/device.ts";
import { targetOf } from "../../src/domain/target.ts";
import type { Bus, Slot } from "../../src/topology/topology.ts";
import { type Bare, domainOf, type Machine } from "./builders.ts";

/** Devices as a rule sees them after define, all written and where their addresses say. */
export function placedOf(devices: readonly Bare[], machine: Machine = {}): PlacedDevices {
  const domain = domainOf(devices, machine);
  const target = targetOf(domain, machine.options);
  const listed = domain.devices.map((device) => ({ device, written: true }));
  return { domain, target, devices: listed };
}

/** A draft as a rule sees it: every device of the draft with the address it has now. */
export function placedDraft(draft: Draft, kinds: readonly DeviceKind[]): PlacedDevices {
  const devices = kinds.flatMap((kind) => draft.list(kind) as Device[]);
  return {
    domain: draft.domain,
    target: draft.target,
    devices: devices.map((device) => ({ device, written: draft.isWritten(device.id) })),
  };
}

/** "scsi0: 0:0=1 0:1 0:7✗" – occupants by id behind the slot's label, a cross where the slot is reserved. */
export function pictureOf(rule: AddressRule, placed: PlacedDevices): string[] {
  return rule.buses(placed).map((bus) => `${bus.label}: ${runsOf(bus)}`);
}

/** Free slots in a row shrink to the first and the last one. */
function runsOf(bus: Bus): string {
  const words: string[] = [];
  let run: Slot[] = [];
  const flush = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) words.push(first === last ? first.label : `${first.label}…${last.label}`);
    run = [];
  };
  for (const slot of bus.slots) {
    if (slot.occupants.length === 0 && !slot.reserved) {
      run.push(slot);
      continue;
    }
    flush();
    const ids = slot.occupants.map(({ device }) => device).join("+");
    words.push(`${slot.label}${slot.reserved ? "✗" : ""}${ids === "" ? "" : `=${ids}`}`);
  }
  flush();
  return words.join(" ");
}
