import type { Definition } from "../define/definition.ts";
import { devicesOf, listOf, pciNeedsOf, seatPlace } from "./devices.ts";
import { pciSeatsOf } from "./pciSlots.ts";
import { type Problem, problem } from "./problem.ts";

/** Devices for a bus that the board has not, or has under another name, although libvirt takes it for granted. */
export function checkMachineBuses(definition: Definition): Problem[] {
  const { target } = definition;
  if (target.machine.startsWith("powernv")) return checkPowernv(definition);
  if (target.class === "realview") return checkPciless(definition);
  return target.class === "pseries" ? checkFloppies(definition) : [];
}

/** Every PCI bus of a powernv machine is a host bridge with a name of its own; none is called pci.0. */
function checkPowernv(definition: Definition): Problem[] {
  return pciSeatsOf(definition)
    .filter(({ address }) => address.bus === 0)
    .map(({ device }) =>
      problem(
        "pci-bus-missing-machine",
        { bus: "pci.0", machine: definition.target.machine },
        seatPlace(definition, device),
      ),
    );
}

function checkPciless(definition: Definition): Problem[] {
  const needs = pciNeedsOf(definition);
  return devicesOf(definition)
    .filter(
      (device) => device.kind === "controller" && device.address === undefined && needs.of(device) !== 0,
    )
    .map(({ id }) =>
      problem("pci-machine-without-bus", { machine: definition.target.machine }, { device: id }),
    );
}

function checkFloppies(definition: Definition): Problem[] {
  return listOf(definition, "disk")
    .filter(({ bus }) => bus === "fdc")
    .map(({ id }) => problem("floppy-pseries", {}, { device: id, part: "target@bus" }));
}
