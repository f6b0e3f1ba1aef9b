import { connect } from "../catalog/connectFlags.ts";
import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import { controllersOf, isWritten, pciControllerAt, pciNeedsOf, seatPlace } from "./devices.ts";
import { givenPciSeatsOf, pciSeatsOf } from "./pciSlots.ts";
import { isPluggable } from "./pluggable.ts";
import { type Problem, problem } from "./problem.ts";

/** Ports, buses and machines that cannot take what somebody may want to plug in while the guest runs. */
export function checkHotplugPorts(definition: Definition): Problem[] {
  return [
    ...checkReserve(definition),
    ...checkExpanders(definition),
    ...checkConventional(definition),
    ...checkAcpi(definition),
  ];
}

/** Memory is reserved for what comes later, and nothing comes to a port whose hot-plug is off. */
function checkReserve(definition: Definition): Problem[] {
  return controllersOf(definition, "pci")
    .filter(({ target }) => target.memReserve !== undefined && target.hotplug === "off")
    .map(({ id }) =>
      problem("pci-hotplug-memreserve", {}, { device: id, part: "target@memReserve" }, [
        { device: id, part: "target@hotplug" },
      ]),
    );
}

/** Empty ports right behind an expander bus: QEMU plugs nothing in there (docs/pcie.txt, 5, QEMU 10.0). */
function checkExpanders(definition: Definition): Problem[] {
  const used = new Set(pciSeatsOf(definition).map(({ address }) => address.bus));
  return controllersOf(definition, "pci").flatMap((controller) => {
    const { id, index, model, address, target } = controller;
    if (model !== "pcie-root-port" || target.hotplug === "off" || used.has(index ?? 0)) return [];
    const parent = address?.type === "pci" ? pciControllerAt(definition, address.bus) : undefined;
    if (parent?.model !== "pcie-expander-bus" || !isWritten(definition, controller)) return [];
    const related = [{ device: parent.id, part: "@model" }];
    return [problem("pci-expander-hotplug", { index: parent.index ?? 0 }, { device: id }, related)];
  });
}

/** Conventional devices that the file puts on the root bus of a machine without any conventional bus beside. */
function checkConventional(definition: Definition): Problem[] {
  const needs = pciNeedsOf(definition);
  if (!needs.hasPcieRoot || controllersOf(definition, "pci").some(hasConventionalSlots)) return [];
  const seat = givenPciSeatsOf(definition).find(({ device }) => {
    const need = needs.of(device);
    return isPluggable(device) && (need & connect.PCI) !== 0 && (need & connect.PCIE) === 0;
  });
  if (seat === undefined) return [];
  return [problem("conventional-hotplug-q35", {}, seatPlace(definition, seat.device))];
}

function hasConventionalSlots({ model }: Controller): boolean {
  return model === "pcie-to-pci-bridge" || model === "pci-bridge";
}

/** The i440FX board knows hot-plug through ACPI alone. A file without any features is not meant to be complete. */
function checkAcpi({ domain, target }: Definition): Problem[] {
  const { acpi, listed } = domain.features;
  if (target.class !== "i440fx" || acpi || !listed) return [];
  return [problem("pc-hotplug-no-acpi", { machine: target.machine }, { part: "os/type@machine" })];
}
