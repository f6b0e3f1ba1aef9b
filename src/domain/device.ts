import type { Address, PciAddress, Toggle } from "./address.ts";

/**
 * Identifies a device within one reading of a document: its place among all device elements in document order.
 * Devices that libvirt adds count on from there.
 */
export type DeviceId = number;

/** Something in the XML of a device that libvirt passes over, although its author meant an address by it. */
export interface Oddity {
  readonly code:
    | "address-second-element"
    | "address-legacy-mode"
    | "address-unknown-attribute"
    | "address-misspelled"
    | "attribute-unknown"
    | "address-number-octal"
    | "address-number-style"
    | "schema-mismatch"
    | "controller-legacy-pci-addr"
    | "device-legacy-state";
  /** Where it stands in the device, as in a `Place`. */
  readonly part: string;
  /** The name of the attribute or element, and its text. */
  readonly name: string;
  readonly value: string;
}

/** What every device may carry. Attributes that are absent in the XML are absent here. */
export interface DeviceBase {
  readonly id: DeviceId;
  /** The guest address as far as it could be read. */
  address?: Address;
  /** The `<address>` was there but could not be read, so that nobody may place the device. */
  unreadableAddress?: true;
  /** What libvirt passes over in the device's XML; absent where there is nothing. */
  oddities?: readonly Oddity[];
  /** `<alias name>`, any spelling. */
  alias?: string;
  /** `<boot order>`. */
  bootOrder?: string;
  /** `<acpi index>`. */
  acpiIndex?: number;
  /** A `<rom>` element with settings is there. */
  rom?: true;
  /** Settings that not every QEMU knows, by the `part` of their row in the catalog; absent where there are none. */
  settings?: readonly string[];
}

export interface Disk extends DeviceBase {
  readonly kind: "disk";
  /** disk, cdrom, floppy or lun. */
  device: string;
  /** `<target bus>`; libvirt derives a missing one from the target name. */
  bus?: string;
  model?: string;
  /** `<target dev>`. */
  target?: string;
  /** The `type` attribute: file, block, network, … */
  sourceType: string;
  /** What `<source>` names, for labels and messages; absent for an empty drive. */
  source?: string;
  readOnly?: true;
  transient?: true;
  /** What `<target>` says beyond name and bus; only some disks have a use for each. */
  tray?: true;
  removable?: true;
  rotationRate?: true;
}

export interface ControllerTarget {
  chassisNr?: number;
  chassis?: number;
  port?: number;
  busNr?: number;
  index?: number;
  hotplug?: Toggle;
  memReserve?: bigint;
  /** `<target><node>`. */
  node?: number;
}

export interface Controller extends DeviceBase {
  readonly kind: "controller";
  /** ide, fdc, scsi, sata, virtio-serial, ccid, usb, pci, xenbus, isa. */
  type: string;
  index?: number;
  model?: string;
  ports?: number;
  vectors?: number;
  /** `<master startport>`: the controller is a companion of the USB 2 controller with its index. */
  masterStartPort?: number;
  /** `<model name>` of PCI controllers. */
  modelName?: string;
  target: ControllerTarget;
  /** `<pcihole64>` is there. */
  pciHole64?: true;
  /** `<driver iothread>` is there. */
  iothread?: true;
  /** `<driver><iothreads>` is there. */
  iothreads?: true;
}

export interface Lease extends DeviceBase {
  readonly kind: "lease";
}

export interface Filesystem extends DeviceBase {
  readonly kind: "filesystem";
  /** `<driver type>`: path, handle, loop, nbd, ploop, virtiofs, mtp; absent means the default. */
  driver?: string;
  model?: string;
  source?: string;
  target?: string;
}

export interface Interface extends DeviceBase {
  readonly kind: "interface";
  /** bridge, network, user, hostdev, … */
  type: string;
  model?: string;
  mac?: string;
  /** The network, bridge or host device that `<source>` names. */
  source?: string;
  target?: string;
  /** The host device behind type='hostdev'. */
  host?: HostSource;
  /** managed='yes': libvirt takes the host device from its driver by itself. */
  managed?: true;
}

/** The host side of a `<hostdev>` or `<interface type='hostdev'>`. */
export type HostSource =
  | { readonly type: "pci"; readonly address: Omit<PciAddress, "type"> }
  | {
      readonly type: "usb";
      readonly vendor?: number;
      readonly product?: number;
      readonly bus?: number;
      readonly device?: number;
    }
  | {
      readonly type: "scsi";
      /** Adapter and numbers, or iSCSI path; equal text means the same host device. */
      readonly identity: string;
    }
  | { readonly type: "scsi_host"; readonly wwpn?: string }
  | { readonly type: "mdev"; readonly uuid?: string };

export interface Hostdev extends DeviceBase {
  readonly kind: "hostdev";
  /** subsystem or capabilities. */
  mode: string;
  /** pci, usb, scsi, scsi_host, mdev (or storage, misc, net for capabilities). */
  type: string;
  /** mdev: vfio-pci, vfio-ccw, vfio-ap; scsi_host: virtio flavours. */
  model?: string;
  host?: HostSource;
  /** managed='yes': libvirt takes the host device from its driver by itself. */
  managed?: true;
}

export interface Smartcard extends DeviceBase {
  readonly kind: "smartcard";
  mode: string;
}

export interface CharacterDevice extends DeviceBase {
  readonly kind: "serial" | "parallel" | "console" | "channel";
  /** The host end: pty, unix, spicevmc, … */
  type: string;
  /** Identity of the host end, to tell whether a console and a serial share it. */
  source: string;
  /** `<target type>`. */
  targetType?: string;
  /** `<target port>`; libvirt fills a missing one. */
  targetPort?: number;
  /** `<target><model name>` of serials. */
  targetModel?: string;
  /** `<target name>` of channels. */
  targetName?: string;
}

export interface Input extends DeviceBase {
  readonly kind: "input";
  /** mouse, tablet, keyboard, passthrough, evdev. */
  type: string;
  bus?: string;
  model?: string;
}

export interface Graphics extends DeviceBase {
  readonly kind: "graphics";
  type: string;
}

export interface Sound extends DeviceBase {
  readonly kind: "sound";
  model: string;
  /** How many `<codec>` there are; absent for none. */
  codecs?: number;
}

export interface Audio extends DeviceBase {
  readonly kind: "audio";
  type: string;
}

export interface Video extends DeviceBase {
  readonly kind: "video";
  /** `<model type>`. */
  model?: string;
  primary?: true;
  heads?: number;
}

export interface Watchdog extends DeviceBase {
  readonly kind: "watchdog";
  model: string;
  action: string;
}

/** Devices that are told apart by one model name only. */
export interface ModelDevice extends DeviceBase {
  readonly kind:
    | "memballoon"
    | "rng"
    | "crypto"
    | "panic"
    | "iommu"
    | "vsock"
    | "pstore"
    | "shmem"
    | "nvram"
    | "redirfilter";
  /** memballoon, rng, crypto, panic, iommu, vsock: `model`; pstore: `backend`; shmem: `<model type>`. */
  model?: string;
  /** shmem: `name`; rng: `<backend model>`. */
  name?: string;
  /** iommu: attributes of `<driver>` are there. */
  driver?: true;
}

export interface Tpm extends DeviceBase {
  readonly kind: "tpm";
  model?: string;
  /** `<backend type>`. */
  backend?: string;
}

export interface Hub extends DeviceBase {
  readonly kind: "hub";
  type: string;
}

export interface Redirdev extends DeviceBase {
  readonly kind: "redirdev";
  bus: string;
  type: string;
}

export interface MemoryDevice extends DeviceBase {
  readonly kind: "memory";
  /** dimm, nvdimm, virtio-pmem, virtio-mem, sgx-epc. */
  model: string;
  /** `<target><size>` in KiB. */
  size: bigint;
  /** `<target><node>`. */
  node?: number;
  /** `<target><label><size>` in KiB. */
  labelSize: bigint;
  /** `<target><block>` in KiB. */
  blockSize?: bigint;
  /** `<target><requested>` in KiB. */
  requestedSize?: bigint;
  /** `<target><address base>` in bytes. */
  targetBase?: bigint;
  /** `<source><alignsize>` in KiB. */
  alignSize?: bigint;
  /** `<source><path>`. */
  path?: string;
}

export type Device =
  | Disk
  | Controller
  | Lease
  | Filesystem
  | Interface
  | Hostdev
  | Smartcard
  | CharacterDevice
  | Input
  | Graphics
  | Sound
  | Audio
  | Video
  | Watchdog
  | ModelDevice
  | Tpm
  | Hub
  | Redirdev
  | MemoryDevice;

/** The element name of a device in domain XML. */
export type DeviceKind = Device["kind"];

/** The device shape of a kind, for example `DeviceOf<"disk">` is `Disk`. */
export type DeviceOf<K extends DeviceKind> = Device extends infer D
  ? D extends { readonly kind: DeviceKind }
    ? K extends D["kind"]
      ? D
      : never
    : never
  : never;
