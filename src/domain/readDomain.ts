import type { Document, Element } from "../xml/document.ts";
import { readDevices } from "./read/devices.ts";
import { readMachine } from "./read/machine.ts";
import type { Reading } from "./reading.ts";
import type { Refusal } from "./refusal.ts";
import { findDomainElements } from "./wrappers.ts";

/** Reads every domain of a document, in document order; none where the document is no domain XML. */
export function readDomains(document: Document): Reading[] {
  return findDomainElements(document).map(readDomain);
}

/**
 * Reads one `<domain>` element as libvirt's parser does (virDomainDefParseXML, libvirt 11.3). It never fails: what
 * libvirt refuses stands in `refusals`, the first one first, and everything readable is read.
 */
export function readDomain(root: Element): Reading {
  const refusals: Refusal[] = [];
  const { devices, elements } = readDevices(root, refusals);
  return { domain: { ...readMachine(root), devices }, root, elements, refusals };
}
