import { type Element, firstChild } from "../xml/document.ts";
import type { Change } from "./change.ts";
import { setValue } from "./values.ts";

/** The change that tells the guest to look at the other functions of a slot, in the device at function 0. */
export function switchMultifunction(device: Element, state: "on" | "off"): Change[] {
  const address = firstChild(device, "address");
  if (address === undefined) return [];
  return [setValue(address, "multifunction", state, ["type", "domain", "bus", "slot", "function"])];
}
