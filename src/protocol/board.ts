/**
 * The board: everything the slot editor draws, as plain data. One board belongs to one version of one document and
 * already answers every question a drag can ask, so that the webview needs no rules.
 */

/** Identifies a device on one board and, as long as devices keep their order, on the next one too. */
export type DeviceKey = string;
export type BusKey = string;
export type SlotKey = string;

/** What a bus carries; spelled like the address types of domain XML. */
export type BusFamily =
  | "pci"
  | "drive"
  | "usb"
  | "virtio-serial"
  | "ccid"
  | "spapr-vio"
  | "ccw"
  | "isa"
  | "dimm"
  | "virtio-mmio";

export interface Board {
  /** Version of the document this board was made of; intents carry it back. */
  readonly version: number;
  /** Which domain of the document this is, counted from 0; absent where it is the only one. */
  readonly domain?: number;
  /** What the domains of the document are called, in document order; absent where there is only one. */
  readonly domains?: readonly string[];
  /** The domain's name, or a stand-in where it has none. */
  readonly title: string;
  /** Machine and architecture, for example "pc-q35-10.0 · x86_64". */
  readonly machine: string;
  /** Why nothing can be moved, where the document is read-only or libvirt assigns no addresses to this domain type. */
  readonly readOnly?: string;
  /** Parents stand before their children, families together, in the order they are drawn. */
  readonly buses: readonly BoardBus[];
  readonly devices: readonly BoardDevice[];
  /** Devices that sit in no slot, in document order. */
  readonly tray: readonly DeviceKey[];
  readonly acceptances: readonly Acceptance[];
  readonly summary: BoardSummary;
  /** The controllers that fit this machine. */
  readonly offers?: readonly ControllerOffer[];
  /** How many hot-plug ports can be reserved at once; absent where the machine has no root ports. */
  readonly mostPorts?: number;
}

export interface BoardSummary {
  readonly pinned: number;
  readonly unpinned: number;
  /** Free slots of PCI buses. */
  readonly freeSlots: number;
  /** Free slots of every family that has buses, in the order they are drawn. */
  readonly freeByFamily?: readonly { readonly family: BusFamily; readonly count: number }[];
  readonly problems: number;
}

/** A controller that can be added to this machine by one press. */
export interface ControllerOffer {
  /** What an intent names it by: "pcie-root-port", "scsi". */
  readonly key: string;
  readonly label: string;
  readonly detail: string;
}

export interface BoardBus {
  readonly key: BusKey;
  readonly family: BusFamily;
  /** The short name engineers use: "pcie.0", "pci.3", "scsi0", "usb0". */
  readonly label: string;
  /** What it is in words: "PCIe root complex", "pcie-root-port, index 3". */
  readonly detail: string;
  /** The controller device that provides this bus, where one does. */
  readonly controller?: DeviceKey;
  /** The bus this one hangs from, and the slot its controller sits in. */
  readonly parent?: BusKey;
  readonly parentSlot?: SlotKey;
  readonly slots: readonly BoardSlot[];
}

export interface BoardSlot {
  readonly key: SlotKey;
  /** The number as engineers write it: "1f", "0", "0:0:3". */
  readonly label: string;
  readonly occupants: readonly Occupant[];
  /** Why nobody may sit here although no device does, in a sentence. */
  readonly reserved?: string;
  /** The functions that further devices may take, on a PCI slot that is open to several. */
  readonly freeFunctions?: readonly number[];
  /** Why nobody may take the other functions of such a slot, in a sentence. */
  readonly functionsRefused?: string;
}

export interface Occupant {
  readonly device: DeviceKey;
  /** The place inside the slot where there is more than one: the PCI function, as "0" to "7". */
  readonly function?: string;
}

/**
 * given: written in the file. assigned: libvirt would choose it. usual: without an address, where QEMU puts such devices
 * by itself. none: the device has no place.
 */
export type PlacementState = "given" | "assigned" | "usual" | "none";

export interface BoardDevice {
  readonly key: DeviceKey;
  /** Element name in domain XML: "disk", "interface", "controller", … */
  readonly kind: string;
  /** The name a person knows it by: "vda", "net0", "GPU 01:00.0". */
  readonly label: string;
  /** What tells it apart: "virtio · root.qcow2", "virtio · 52:54:00:…". */
  readonly detail: string;
  /** Added by libvirt, not in the file. */
  readonly implied: boolean;
  readonly placement: PlacementState;
  /** The address in the field's notation: "0000:03:00.0", "scsi 0:0:0:1", "usb 0/1.2". */
  readonly address?: string;
  /** The reason of an assigned or usual placement, in one or two sentences. */
  readonly why?: string;
  readonly slot?: SlotKey;
  /** Why the device cannot be picked up; absent where it can. */
  readonly fixed?: string;
  /** Index into `acceptances`: the pattern of buses and slots that take this device. */
  readonly acceptance: number;
  readonly problems: readonly BoardProblem[];
  /** What else a person may want to know: the address number by number, the name inside the guest. */
  readonly facts?: readonly BoardFact[];
  /** Host devices of one host slot, itself among them, in the order of their host functions: they move together. */
  readonly together?: readonly DeviceKey[];
}

export interface BoardFact {
  readonly name: string;
  readonly value: string;
}

export interface BoardProblem {
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly code: string;
  readonly message: string;
}

/**
 * Where devices of one sort may go. A slot takes a device when its bus is listed as accepting, the slot itself is
 * neither refused here nor reserved, and nobody else sits in it.
 */
export interface Acceptance {
  /** Buses that take the device. */
  readonly buses: readonly BusKey[];
  /** Reasons of the buses of the device's own family that refuse it. */
  readonly refusedBuses: Readonly<Record<BusKey, string>>;
  /** Reasons of single slots on accepting buses. */
  readonly refusedSlots: Readonly<Record<SlotKey, string>>;
  /** The reason of every bus that is named in neither list. */
  readonly otherwise: string;
}
