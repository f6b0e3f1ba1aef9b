import type { Element } from "../xml/document.ts";
import type { DeviceId } from "./device.ts";
import type { Domain } from "./domain.ts";
import type { Refusal } from "./refusal.ts";

/** What reading one `<domain>` element gives: the domain, where each device stands, and what libvirt's parser refuses. */
export interface Reading {
  readonly domain: Domain;
  /** The `<domain>` element itself. */
  readonly root: Element;
  /** The XML element of every device that is in the file. */
  readonly elements: ReadonlyMap<DeviceId, Element>;
  /** Refusals of libvirt's parse phase, in the order libvirt would meet them. */
  readonly refusals: readonly Refusal[];
}
