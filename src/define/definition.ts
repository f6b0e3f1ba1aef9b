import type { Why } from "../defaults/why.ts";
import type { Device, DeviceId } from "../domain/device.ts";
import type { Domain } from "../domain/domain.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Target } from "../domain/target.ts";

/** What `virsh define` would make of a domain: every device with its final address, and everything it would refuse. */
export interface Definition {
  readonly domain: Domain;
  readonly target: Target;
  /** In the order libvirt prints them; devices libvirt adds among them. */
  readonly devices: readonly DefinedDevice[];
  /** In the order libvirt would meet them: the first one is libvirt's answer. */
  readonly refusals: readonly Refusal[];
}

export interface DefinedDevice {
  /** The device as libvirt leaves it. */
  readonly device: Device;
  /** Whether the device stands in the file, or libvirt adds it. */
  readonly written: boolean;
  readonly placement: Placement;
  /** The serial whose record a console shows. */
  readonly copyOf?: DeviceId;
}

/** given: the complete address stands in the file. assigned: libvirt chooses it. none: the device has no address. */
export type Placement =
  | { readonly state: "given" }
  | { readonly state: "assigned"; readonly why: Why | undefined }
  | { readonly state: "none" };
