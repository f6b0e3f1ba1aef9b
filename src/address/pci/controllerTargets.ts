import { isPciControllerModel, pciControllers } from "../../catalog/pciControllers.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Controller } from "../../domain/device.ts";
import { wordsOf } from "../leak.ts";
import { pciAddressOf, pciControllersOf } from "./pciDraft.ts";

/**
 * Fills in what libvirt derives for PCI controllers once everything has its place: the QEMU device, chassis, port, bus
 * and target numbers. What the file says stays (qemuDomainAssignPCIAddresses, libvirt 11.3).
 */
export function fillControllerTargets(draft: Draft): void {
  for (const controller of pciControllersOf(draft)) {
    fillModelName(draft, controller);
    fillTarget(draft, controller);
    refuseForwardBus(draft, controller);
  }
}

const hostBridge = "spapr-pci-host-bridge";

function fillModelName(draft: Draft, controller: Controller): void {
  if (controller.modelName !== undefined || !isPciControllerModel(controller.model)) return;
  const name = modelNameOf(draft, controller.model);
  if (name !== undefined) controller.modelName = name;
}

function modelNameOf({ target }: Draft, model: keyof typeof pciControllers): string | undefined {
  if (model === "pci-root") return target.class === "pseries" ? hostBridge : undefined;
  if (model === "pcie-root-port" && !target.capabilities.has("DEVICE_PCIE_ROOT_PORT")) return "ioh3420";
  return pciControllers[model].device;
}

function fillTarget(draft: Draft, controller: Controller): void {
  const { target, index = 0 } = controller;
  const address = pciAddressOf(controller);
  switch (controller.model) {
    case "pci-bridge":
      target.chassisNr ??= index;
      break;
    case "pcie-root-port":
      target.chassis ??= index;
      target.port ??= address ? address.slot * 8 + address.function : 0;
      break;
    case "pcie-switch-downstream-port":
      target.chassis ??= index;
      target.port ??= address?.slot ?? 0;
      break;
    case "pci-expander-bus":
    case "pcie-expander-bus":
      fillBusNr(draft, controller);
      break;
    case "pci-root":
      if (draft.target.class === "pseries") fillTargetIndex(draft, controller);
      break;
  }
}

/** Bus numbers of expander buses count down in steps of two from the lowest one in use. */
function fillBusNr(draft: Draft, controller: Controller): void {
  if (controller.target.busNr !== undefined) return;
  const lowest = pciControllersOf(draft).reduce(
    (least, other) => Math.min(least, other.target.busNr ?? 256),
    256,
  );
  if (lowest > 2) controller.target.busNr = lowest - 2;
  else {
    draft.refuse(
      "pci-busnr-none-free",
      { bus: pciAddressOf(controller)?.bus ?? 0 },
      { device: controller.id },
    );
  }
}

/** Host bridges take the lowest free target index; a later one without `<model name>` is not seen. */
function fillTargetIndex(draft: Draft, controller: Controller): void {
  if (controller.target.index !== undefined) return;
  if (controller.index === 0) {
    controller.target.index = 0;
    return;
  }
  const used = new Set(
    pciControllersOf(draft)
      .filter((other) => other.model === "pci-root" && other.modelName === hostBridge)
      .map((other) => other.target.index),
  );
  for (let index = 1; index <= 31; index++) {
    if (used.has(index)) continue;
    controller.target.index = index;
    return;
  }
  draft.refuse("pci-target-index-none-free", { bus: 0 }, { device: controller.id });
}

/**
 * A pci-bridge must have a larger index than the bus it sits on. libvirt reads the bus where a PCI address has it, also
 * in an address of another type.
 */
function refuseForwardBus(draft: Draft, controller: Controller): void {
  const [, bus] = wordsOf(controller.address);
  const { index = 0 } = controller;
  if (controller.model !== "pci-bridge" || controller.address === undefined || index > bus) return;
  const hex = (value: number) => value.toString(16).padStart(2, "0");
  draft.refuse(
    "pci-index-not-larger-than-bus",
    { index, indexHex: hex(index), busHex: hex(bus) },
    { device: controller.id, part: "address@bus" },
  );
}
