import type { AddressType } from "../domain/address.ts";
import type { AddressRule } from "./addressRule.ts";
import { ccidRule } from "./ccidRule.ts";
import { ccwRule } from "./ccwRule.ts";
import { dimmRule } from "./dimmRule.ts";
import { driveRule } from "./drive/driveRule.ts";
import { isaRule } from "./isaRule.ts";
import { pciRule } from "./pci/pciRule.ts";
import { spaprVioRule } from "./spaprVioRule.ts";
import { unassignedRule } from "./unassignedRule.ts";
import { usbRule } from "./usb/usbRule.ts";
import { virtioMmioRule } from "./virtioMmioRule.ts";
import { virtioSerialRule } from "./virtioSerial/virtioSerialRule.ts";

/** What each address type knows about its places. */
export const addressRules = {
  pci: pciRule,
  drive: driveRule,
  usb: usbRule,
  "virtio-serial": virtioSerialRule,
  ccid: ccidRule,
  "spapr-vio": spaprVioRule,
  ccw: ccwRule,
  isa: isaRule,
  dimm: dimmRule,
  "virtio-mmio": virtioMmioRule,
  unassigned: unassignedRule,
} as const satisfies Record<AddressType, AddressRule>;
