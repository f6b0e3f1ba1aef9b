import type { Definition } from "../define/definition.ts";
import type { Device } from "../domain/device.ts";
import { isWritten, seatPlace } from "./devices.ts";
import { givenPciSeatsOf, pciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/**
 * A file in which most devices have a PCI address and some leave it to libvirt. Those others move as soon as one of
 * them comes or goes, wherever the file itself is the truth and not what libvirt stores. Told once.
 */
export function checkMixedAddresses(definition: Definition): Problem[] {
  const given = givenPciSeatsOf(definition).filter(({ device }) => isNamed(device));
  const [pinned] = given;
  if (pinned === undefined) return [];
  const pinnedOnes = new Set(given.map(({ device }) => device));
  const open = pciSeatsOf(definition).filter(
    ({ device }) => isNamed(device) && isWritten(definition, device) && !pinnedOnes.has(device),
  );
  const [first] = open;
  // Where few are pinned, somebody had a reason for those few.
  if (first === undefined || open.length >= given.length) return [];
  const values = { all: given.length + open.length, open: open.length };
  return [
    problem("pci-mixed-explicit-auto", values, { device: first.device.id }, [
      seatPlace(definition, pinned.device),
    ]),
  ];
}

/** Devices that guests name by their place. */
function isNamed({ kind }: Device): boolean {
  return kind === "disk" || kind === "interface" || kind === "hostdev";
}
