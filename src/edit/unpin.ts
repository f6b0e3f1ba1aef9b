import { type Element, firstChild } from "../xml/document.ts";
import type { Change } from "./change.ts";

/** The changes that take the addresses of devices away, so that libvirt chooses them anew. */
export function unpin(devices: Iterable<Element>): Change[] {
  return [...devices].flatMap((element): Change[] => {
    const address = firstChild(element, "address");
    return address ? [{ element, removed: [address] }] : [];
  });
}
