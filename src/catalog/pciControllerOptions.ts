import type { PciControllerModel } from "./pciControllers.ts";

/** Settings of a PCI controller that only some models have. */
export type PciControllerOption =
  | "modelName"
  | "targetIndex"
  | "busNr"
  | "numaNode"
  | "chassisNr"
  | "chassis"
  | "port"
  | "hotplug"
  | "memReserve";

export interface PciControllerOptions {
  /** QEMU devices that `<model name>` may name; empty where it must not be there. */
  readonly devices: readonly string[];
  readonly options: readonly PciControllerOption[];
  /** Options that must be set by the time of validation; libvirt fills them in together with PCI addresses. */
  readonly required: readonly PciControllerOption[];
}

/**
 * What each model of PCI controller may be told (qemuValidateDomainDeviceDefControllerPCI, libvirt 11.3). The roots of
 * pseries machines are host bridges with options of their own.
 */
export const pciControllerOptions: Readonly<
  Record<PciControllerModel | "pci-host-bridge", PciControllerOptions>
> = {
  "pci-root": { devices: [], options: ["hotplug"], required: [] },
  "pci-host-bridge": {
    devices: ["spapr-pci-host-bridge"],
    options: ["modelName", "targetIndex", "numaNode", "hotplug"],
    required: ["modelName", "targetIndex"],
  },
  "pcie-root": { devices: [], options: [], required: [] },
  "pci-bridge": {
    devices: ["pci-bridge"],
    options: ["modelName", "chassisNr", "memReserve"],
    required: ["modelName", "chassisNr"],
  },
  "dmi-to-pci-bridge": { devices: ["i82801b11-bridge"], options: ["modelName"], required: ["modelName"] },
  "pcie-to-pci-bridge": { devices: ["pcie-pci-bridge"], options: ["modelName"], required: ["modelName"] },
  "pcie-root-port": {
    devices: ["pcie-root-port", "ioh3420"],
    options: ["modelName", "chassis", "port", "hotplug", "memReserve"],
    required: ["modelName", "chassis", "port"],
  },
  "pcie-switch-upstream-port": {
    devices: ["x3130-upstream"],
    options: ["modelName"],
    required: ["modelName"],
  },
  "pcie-switch-downstream-port": {
    devices: ["xio3130-downstream"],
    options: ["modelName", "chassis", "port", "hotplug"],
    required: ["modelName", "chassis", "port"],
  },
  "pci-expander-bus": {
    devices: ["pxb"],
    options: ["modelName", "busNr", "numaNode"],
    required: ["modelName", "busNr"],
  },
  "pcie-expander-bus": {
    devices: ["pxb-pcie"],
    options: ["modelName", "busNr", "numaNode"],
    required: ["modelName", "busNr"],
  },
};
