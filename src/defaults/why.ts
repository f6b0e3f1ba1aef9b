import type { DeviceId } from "../domain/device.ts";

/**
 * Why libvirt put a device where it is: the rule, what fills the rule's words, and the devices that took the places
 * before. Words come later, in `feature`.
 */
export interface Why {
  readonly rule: WhyRule;
  readonly values: Readonly<Record<string, string | number>>;
  readonly because: readonly DeviceId[];
  /** The controller or hub that offers the place, where it may be one that libvirt adds. */
  readonly provider?: DeviceId;
}

export type WhyRule =
  /** The lowest free slot on the lowest bus that takes the device. */
  | "pci-lowest-free"
  /** The next function of a slot that root ports share. */
  | "pci-root-port-function"
  /** The chipset wants the device exactly there. */
  | "pci-chipset"
  /** The first video takes the slot kept for it. */
  | "pci-primary-video"
  /** USB 2 controllers of one index share a slot. */
  | "pci-usb2-group"
  /** Derived from the target name. */
  | "drive-target-name"
  /** The lowest free unit. */
  | "drive-lowest-unit"
  /** The lowest free port. */
  | "usb-lowest-port"
  | "virtio-serial-lowest-port"
  | "ccid-next-slot"
  | "spapr-vio-lowest-reg"
  | "ccw-lowest-devno"
  | "virtio-mmio-machine"
  | "dimm-lowest-slot"
  /** A copy of another device's record. */
  | "console-of-serial";
