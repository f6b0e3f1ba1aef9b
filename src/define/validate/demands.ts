import type { RefusalCode } from "../../catalog/refusals.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { AddressType } from "../../domain/address.ts";
import type { Device } from "../../domain/device.ts";
import type { RefusalValues } from "../../domain/refusal.ts";

/** What one sort of device asks of its address: the types it may have, and what libvirt says to all others. */
interface Demand {
  /** No address at all is always fine; an empty list means that the device must not have one. */
  readonly allowed: readonly AddressType[];
  readonly code: RefusalCode;
}

/**
 * Address types by sort of device (virDomain…DefValidate in conf/domain_validate.c and qemuValidateDomain… in
 * qemu/qemu_validate.c, libvirt 11.3). Sorts that are not listed keep any address without complaint.
 */
export const demands = {
  "disk on drive bus": { allowed: ["drive"], code: "disk-address-type" },
  "disk on usb": { allowed: ["usb"], code: "usb-disk-address-type" },
  "hostdev pci": { allowed: ["pci", "unassigned"], code: "hostdev-pci-address-type" },
  "hostdev scsi": { allowed: ["drive"], code: "hostdev-scsi-address-type" },
  "hostdev scsi_host": { allowed: ["pci", "ccw"], code: "hostdev-scsihost-address-type" },
  "hostdev usb": { allowed: ["usb"], code: "hostdev-usb-address-type" },
  "mdev vfio-pci": { allowed: ["pci"], code: "hostdev-mdev-address-type" },
  "mdev vfio-ccw": { allowed: ["ccw"], code: "hostdev-mdev-address-type" },
  "pci root": { allowed: [], code: "pci-root-address" },
  "iothreads of virtio-scsi": { allowed: ["pci", "ccw"], code: "scsi-iothread-address" },
  "video ramfb": { allowed: [], code: "video-ramfb-address" },
  smartcard: { allowed: ["ccid"], code: "ccid-address-type" },
  "serial on isa": { allowed: ["isa"], code: "serial-address-type" },
  "serial on pci": { allowed: ["pci"], code: "serial-address-type" },
  "serial on spapr-vio": { allowed: ["spapr-vio"], code: "serial-address-type" },
  "serial of the machine": { allowed: [], code: "serial-address-unsupported" },
  "watchdog i6300esb": { allowed: ["pci"], code: "watchdog-i6300esb-bus" },
  "watchdog ib700": { allowed: [], code: "watchdog-ib700-address" },
  "watchdog diag288": { allowed: [], code: "watchdog-diag288-address" },
  "watchdog itco": { allowed: [], code: "watchdog-itco-address" },
  "panic of the firmware": { allowed: [], code: "panic-address-unsupported" },
  "panic isa": { allowed: ["isa"], code: "panic-isa-address-type" },
  "memory dimm": { allowed: ["dimm"], code: "dimm-address-type" },
  "memory virtio-pmem": { allowed: ["pci"], code: "virtio-pmem-address-type" },
  "memory virtio-mem": { allowed: ["pci", "ccw"], code: "virtio-mem-address-type" },
  "memory sgx-epc": { allowed: [], code: "sgx-epc-address" },
  "iommu of the machine": { allowed: [], code: "iommu-address" },
  "iommu virtio": { allowed: ["pci"], code: "iommu-virtio-address-type" },
  pstore: { allowed: ["pci"], code: "pstore-address-type" },
  nvram: { allowed: ["spapr-vio"], code: "nvram-address-type" },
  "virtiofs with boot order": { allowed: ["pci"], code: "virtiofs-boot-bus" },
  "acpi index": { allowed: ["pci"], code: "acpi-index-not-pci" },
  "rom settings": { allowed: ["pci", "unassigned"], code: "rom-not-pci" },
} as const satisfies Readonly<Record<string, Demand>>;

export type Demanded = keyof typeof demands;

/** Refuses an address of a type that this sort of device must not have. `type` is its type unless `values` say otherwise. */
export function demand(
  draft: Draft,
  device: Device,
  sort: Demanded,
  values: RefusalValues = {},
  part?: string,
): void {
  const { allowed, code }: Demand = demands[sort];
  const type = device.address?.type;
  if (type === undefined || allowed.includes(type)) return;
  const blamed = part ?? (allowed.length === 0 ? "address" : "address@type");
  draft.refuse(code, { type, ...values }, { device: device.id, part: blamed });
}
