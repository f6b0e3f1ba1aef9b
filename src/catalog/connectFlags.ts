/**
 * Connection kinds of PCI devices and buses: a device needs some, a bus offers some. The bit values are libvirt's,
 * because one of its messages prints them (virDomainPCIConnectFlags, libvirt 11.3).
 */
export const connect = {
  /** Device: libvirt may choose the place, on a bus that offers this. Bus: takes devices placed automatically. */
  AUTO: 0x0001,
  HOTPLUG: 0x0002,
  /** Only works on bus 0. */
  INTEGRATED: 0x0004,
  /** May share a slot with others of its kind, one per function. */
  AGGREGATE: 0x0008,
  /** Conventional PCI endpoint. */
  PCI: 0x0010,
  /** PCI Express endpoint. */
  PCIE: 0x0020,
  ROOT_PORT: 0x0040,
  UPSTREAM_PORT: 0x0080,
  DOWNSTREAM_PORT: 0x0100,
  DMI_BRIDGE: 0x0200,
  PCI_EXPANDER: 0x0400,
  PCIE_EXPANDER: 0x0800,
  PCI_BRIDGE: 0x1000,
  PCIE_TO_PCI_BRIDGE: 0x2000,
} as const;

/** A set of connection kinds, as bits. */
export type ConnectFlags = number;

export const endpointKinds: ConnectFlags = connect.PCI | connect.PCIE;
/** The kinds proper, without the modes AUTO, HOTPLUG, INTEGRATED and AGGREGATE. */
export const connectKinds: ConnectFlags = 0x3ff0;

/** What libvirt calls each kind when a bus does not take it, in the order it looks for the name. */
export const kindNames: readonly (readonly [ConnectFlags, string])[] = [
  [connect.PCI, "standard PCI device"],
  [connect.PCIE, "PCI Express device"],
  [connect.ROOT_PORT, "pcie-root-port"],
  [connect.UPSTREAM_PORT, "pcie-switch-upstream-port"],
  [connect.DOWNSTREAM_PORT, "pcie-switch-downstream-port"],
  [connect.DMI_BRIDGE, "dmi-to-pci-bridge"],
  [connect.PCIE_TO_PCI_BRIDGE, "pcie-to-pci-bridge"],
  [connect.PCI_EXPANDER, "pci-expander-bus"],
  [connect.PCIE_EXPANDER, "pcie-expander-bus"],
  [connect.PCI_BRIDGE, "pci-bridge"],
];

/** Controllers that are never added on demand, in the order libvirt looks for them. */
export const unaddableKinds: readonly (readonly [ConnectFlags, string])[] = [
  [connect.ROOT_PORT, "pcie-root-port"],
  [connect.UPSTREAM_PORT, "pcie-switch-upstream-port"],
  [connect.DOWNSTREAM_PORT, "pcie-switch-downstream-port"],
  [connect.DMI_BRIDGE, "dmi-to-pci-bridge"],
  [connect.PCI_EXPANDER, "pci-expander-bus"],
  [connect.PCIE_EXPANDER, "pcie-expander-bus"],
  [connect.PCI_BRIDGE, "pci-bridge"],
];
