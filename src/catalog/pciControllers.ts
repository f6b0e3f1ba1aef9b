import { type ConnectFlags, connect } from "./connectFlags.ts";

export type PciControllerModel =
  | "pci-root"
  | "pcie-root"
  | "pci-bridge"
  | "dmi-to-pci-bridge"
  | "pcie-to-pci-bridge"
  | "pcie-root-port"
  | "pcie-switch-upstream-port"
  | "pcie-switch-downstream-port"
  | "pci-expander-bus"
  | "pcie-expander-bus";

export interface PciControllerRow {
  /** Lowest and highest slot of the bus. */
  readonly minSlot: number;
  readonly maxSlot: number;
  /** What the bus takes; hot-plug is left out where `hotplug` is false. */
  readonly offers: ConnectFlags;
  readonly hotplug: boolean;
  /** What the controller itself needs; 0 for roots, which have no address. */
  readonly needs: ConnectFlags;
  /** The QEMU device behind it, `<model name>`; roots have none (but for pseries host bridges). */
  readonly device?: string;
  /** What an engineer calls it. */
  readonly label: string;
}

const { AUTO, PCI, PCIE, PCI_BRIDGE, UPSTREAM_PORT, PCIE_TO_PCI_BRIDGE } = connect;
const conventionalBus = AUTO | PCI | PCI_BRIDGE;
const expressPort = AUTO | PCIE | UPSTREAM_PORT | PCIE_TO_PCI_BRIDGE;

/**
 * PCI controller models (virDomainPCIControllerModelToConnectType and virDomainPCIAddressBusSetModel, libvirt 11.3).
 */
export const pciControllers: Readonly<Record<PciControllerModel, PciControllerRow>> = {
  "pci-root": {
    minSlot: 1,
    maxSlot: 31,
    offers: conventionalBus | connect.PCI_EXPANDER,
    hotplug: true,
    needs: 0,
    label: "PCI root bus",
  },
  "pcie-root": {
    minSlot: 1,
    maxSlot: 31,
    offers: PCIE | connect.ROOT_PORT | connect.DMI_BRIDGE | connect.PCIE_EXPANDER,
    hotplug: false,
    needs: 0,
    label: "PCI Express root complex",
  },
  "pci-bridge": {
    minSlot: 1,
    maxSlot: 31,
    offers: conventionalBus,
    hotplug: true,
    needs: PCI_BRIDGE,
    device: "pci-bridge",
    label: "PCI bridge",
  },
  "dmi-to-pci-bridge": {
    minSlot: 0,
    maxSlot: 31,
    offers: PCI | PCI_BRIDGE,
    hotplug: false,
    needs: connect.DMI_BRIDGE,
    device: "i82801b11-bridge",
    label: "DMI-to-PCI bridge",
  },
  "pcie-to-pci-bridge": {
    minSlot: 1,
    maxSlot: 31,
    offers: conventionalBus,
    hotplug: true,
    needs: PCIE_TO_PCI_BRIDGE,
    device: "pcie-pci-bridge",
    label: "PCI Express-to-PCI bridge",
  },
  "pcie-root-port": {
    minSlot: 0,
    maxSlot: 0,
    offers: expressPort,
    hotplug: true,
    needs: connect.ROOT_PORT | connect.AGGREGATE,
    device: "pcie-root-port",
    label: "PCI Express root port",
  },
  "pcie-switch-upstream-port": {
    minSlot: 0,
    maxSlot: 31,
    offers: connect.DOWNSTREAM_PORT,
    hotplug: false,
    needs: UPSTREAM_PORT,
    device: "x3130-upstream",
    label: "PCI Express switch, upstream port",
  },
  "pcie-switch-downstream-port": {
    minSlot: 0,
    maxSlot: 0,
    offers: expressPort,
    hotplug: true,
    needs: connect.DOWNSTREAM_PORT,
    device: "xio3130-downstream",
    label: "PCI Express switch, downstream port",
  },
  "pci-expander-bus": {
    minSlot: 0,
    maxSlot: 31,
    offers: conventionalBus,
    hotplug: true,
    needs: connect.PCI_EXPANDER,
    device: "pxb",
    label: "PCI expander bus",
  },
  "pcie-expander-bus": {
    minSlot: 0,
    maxSlot: 31,
    offers: connect.ROOT_PORT | connect.DMI_BRIDGE,
    hotplug: false,
    needs: connect.PCIE_EXPANDER,
    device: "pxb-pcie",
    label: "PCI Express expander bus",
  },
};

/** Tells whether a name is one of libvirt's PCI controller models. */
export function isPciControllerModel(model: string | undefined): model is PciControllerModel {
  return model !== undefined && Object.hasOwn(pciControllers, model);
}
