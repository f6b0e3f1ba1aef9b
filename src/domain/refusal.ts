import type { RefusalCode } from "../catalog/refusals.ts";
import type { DeviceId } from "./device.ts";

/**
 * A spot in the domain in libvirt's nouns, no offsets: a device and the part of it to blame, written as a path of
 * child elements with an optional attribute: "address", "address@slot", "@index", "model@type", "target/node".
 * Without a device the path starts at the domain: "os/type@machine".
 */
export interface Place {
  readonly device?: DeviceId;
  readonly part?: string;
}

/** Values that fill the placeholders of libvirt's text and of our own words. */
export type RefusalValues = Readonly<Record<string, string | number | bigint>>;

/** Something libvirt would refuse the domain for. Words come later, from the code and the values. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly values: RefusalValues;
  readonly subject: Place;
  readonly related: readonly Place[];
}
