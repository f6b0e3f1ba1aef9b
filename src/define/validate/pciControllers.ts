import type { Capability } from "../../catalog/capabilities.ts";
import {
  type PciControllerOption,
  type PciControllerOptions,
  pciControllerOptions,
} from "../../catalog/pciControllerOptions.ts";
import { isPciControllerModel, type PciControllerModel } from "../../catalog/pciControllers.ts";
import type { RefusalCode } from "../../catalog/refusals.ts";
import type { Draft } from "../../defaults/draft.ts";
import { rootModelOf } from "../../defaults/impliedDevices.ts";
import type { Controller, ControllerTarget } from "../../domain/device.ts";
import { lacks } from "../../domain/target.ts";
import { demand } from "./demands.ts";

const highestIndex = 255;

interface Range {
  readonly option: "index" | "chassisNr" | "chassis" | "port" | "busNr";
  readonly from: number;
  readonly to: number;
  readonly code: RefusalCode;
}

const ranges: readonly Range[] = [
  { option: "chassisNr", from: 1, to: 255, code: "pci-chassisnr-range" },
  { option: "chassis", from: 0, to: 255, code: "pci-chassis-range" },
  { option: "port", from: 0, to: 255, code: "pci-port-range" },
  { option: "busNr", from: 1, to: 254, code: "pci-busnr-range" },
];

/** What every hypervisor asks of a PCI controller (virDomainControllerDefValidate, libvirt 11.3). */
export function validatePciController(draft: Draft, controller: Controller): void {
  const { id, model, index = 0, target } = controller;
  if (model === "pci-root" || model === "pcie-root") demand(draft, controller, "pci root");
  if (index > highestIndex) {
    refuseIndex(draft, controller, index);
    return;
  }
  validateTargetIndex(draft, controller, index);
  for (const range of ranges) validateRange(draft, controller, range);
  if (target.node !== undefined && index === 0) {
    draft.refuse("controller-numa-node-root", {}, { device: id, part: "target/node" });
  }
}

/** Of the controllers that libvirt adds without end, the first one is enough to tell. */
function refuseIndex(draft: Draft, { id }: Controller, index: number): void {
  if (!draft.isWritten(id) && index > highestIndex + 1) return;
  draft.refuse("pci-index-too-high", { index }, { device: id, part: "@index" });
}

function validateTargetIndex(draft: Draft, { id, target }: Controller, index: number): void {
  const value = target.index;
  if (value === undefined) return;
  const place = { device: id, part: "target@index" };
  if (value < 0 || value > 30) draft.refuse("pci-target-index-range", { value }, place);
  else if ((index === 0) !== (value === 0)) draft.refuse("pci-target-index-zero", {}, place);
}

function validateRange(draft: Draft, { id, target }: Controller, { option, from, to, code }: Range): void {
  const value = target[option];
  if (value === undefined || (value >= from && value <= to)) return;
  draft.refuse(code, { value }, { device: id, part: `target@${option}` });
}

/** What QEMU's driver asks of a PCI controller (qemuValidateDomainDeviceDefControllerPCI, libvirt 11.3). */
export function validateQemuPciController(draft: Draft, controller: Controller): void {
  const { model } = controller;
  if (!isPciControllerModel(model)) return;
  const row = pciControllerOptions[isHostBridge(draft, controller) ? "pci-host-bridge" : model];
  validateRequired(draft, controller, row);
  validateIndex(draft, controller, model);
  for (const given of givenOptions(controller)) validateOption(draft, controller, row, given);
  validateHole64(draft, controller);
  validateHotplug(draft, controller, row);
  validateDevice(draft, controller);
}

function isHostBridge(draft: Draft, { model }: Controller): boolean {
  return draft.target.class === "pseries" && model === "pci-root";
}

/** Where the machine wants a root at index 0, anything else there is refused long before. */
function validateIndex(draft: Draft, controller: Controller, model: PciControllerModel): void {
  const { id, index } = controller;
  const place = { device: id, part: "@index" };
  const isRoot = model === "pci-root" || model === "pcie-root";
  if (!isRoot && index === 0 && rootModelOf(draft.target) === undefined) {
    draft.refuse("pci-index-must-be-positive", { model }, place);
  }
  if (isRoot && index !== 0 && draft.target.class === "pseries" && !isHostBridge(draft, controller)) {
    draft.refuse("pci-index-must-be-zero", { model }, place);
  }
}

/** Machines without PCI addresses fill nothing in, and libvirt misses it here. */
function validateRequired(draft: Draft, controller: Controller, row: PciControllerOptions): void {
  if (draft.target.row.pci) return;
  const { id, index = 0, model = "", modelName = "none" } = controller;
  const given = givenOptions(controller).map(({ option }) => option);
  const option = row.required.find((required) => !given.includes(required));
  if (option === undefined) return;
  draft.refuse("pci-controller-option-missing", { option, index, model, modelName }, { device: id });
}

interface GivenOption {
  readonly option: PciControllerOption;
  readonly part: string;
}

const targetOptions: readonly (readonly [keyof ControllerTarget, PciControllerOption, string])[] = [
  ["index", "targetIndex", "target@index"],
  ["busNr", "busNr", "target@busNr"],
  ["node", "numaNode", "target/node"],
  ["chassisNr", "chassisNr", "target@chassisNr"],
  ["chassis", "chassis", "target@chassis"],
  ["port", "port", "target@port"],
  ["hotplug", "hotplug", "target@hotplug"],
  ["memReserve", "memReserve", "target@memReserve"],
];

/** In the order libvirt looks at them. */
function givenOptions({ modelName, target }: Controller): GivenOption[] {
  const given: GivenOption[] = modelName === undefined ? [] : [{ option: "modelName", part: "model@name" }];
  for (const [name, option, part] of targetOptions) {
    if (target[name] !== undefined) given.push({ option, part });
  }
  return given;
}

function validateOption(
  draft: Draft,
  controller: Controller,
  row: PciControllerOptions,
  { option, part }: GivenOption,
): void {
  const { id, index = 0, model = "", modelName = "none", target } = controller;
  const values = { option, index, model, modelName };
  const isKnown = row.options.includes(option);
  if (isKnown && option === "modelName" && !row.devices.includes(modelName)) {
    draft.refuse("pci-controller-option-value", values, { device: id, part });
  }
  // A node on index 0 has its own words already.
  const isRefusedNode = option === "numaNode" && (index === 0 || (isKnown && target.index === 0));
  if (!isKnown && !isRefusedNode) {
    draft.refuse("pci-controller-option-invalid", values, { device: id, part });
  }
}

/** The hole is read for roots only. */
function validateHole64(draft: Draft, { id, model, pciHole64 }: Controller): void {
  const { machine, class: machineClass } = draft.target;
  if (!pciHole64) return;
  const isRefused =
    (model === "pci-root" && machineClass !== "i440fx") || (model === "pcie-root" && machineClass !== "q35");
  if (isRefused) draft.refuse("pci-hole64-machine", { machine }, { device: id, part: "pcihole64" });
}

function validateHotplug(draft: Draft, controller: Controller, row: PciControllerOptions): void {
  const { id, model, modelName = "none", target } = controller;
  if (target.hotplug === undefined || !row.options.includes("hotplug")) return;
  const isRoot = model === "pci-root";
  if (!lacks(draft.target, isRoot ? "PIIX4_ACPI_ROOT_PCI_HOTPLUG" : "PCIE_ROOT_PORT_HOTPLUG")) return;
  const place = { device: id, part: "target@hotplug" };
  draft.refuse("pci-controller-hotplug-unsupported", { modelName: isRoot ? model : modelName }, place);
}

const capabilityOfDevice: Readonly<Record<string, Capability>> = {
  "pci-bridge": "DEVICE_PCI_BRIDGE",
  "i82801b11-bridge": "DEVICE_DMI_TO_PCI_BRIDGE",
  "pcie-root-port": "DEVICE_PCIE_ROOT_PORT",
  ioh3420: "DEVICE_IOH3420",
  "x3130-upstream": "DEVICE_X3130_UPSTREAM",
  "xio3130-downstream": "DEVICE_XIO3130_DOWNSTREAM",
  "pcie-pci-bridge": "DEVICE_PCIE_PCI_BRIDGE",
  pxb: "DEVICE_PXB",
  "pxb-pcie": "DEVICE_PXB_PCIE",
  "spapr-pci-host-bridge": "DEVICE_SPAPR_PCI_HOST_BRIDGE",
};

/** Once for all controllers with the same device behind them. */
function validateDevice(draft: Draft, controller: Controller): void {
  const { id, modelName } = controller;
  const capability = modelName === undefined ? undefined : capabilityOfDevice[modelName];
  if (modelName === undefined || capability === undefined) return;
  if (!lacks(draft.target, capability)) return;
  const first = draft.controllers.ofType("pci").find((other) => other.modelName === modelName);
  if (first !== controller) return;
  draft.refuse("pci-controller-qemu-missing", { modelName }, { device: id });
}
