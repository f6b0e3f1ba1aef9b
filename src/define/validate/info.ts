import { placeOf } from "../../address/places.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { CcwAddress, PciAddress, SpaprVioAddress } from "../../domain/address.ts";
import type { Device } from "../../domain/device.ts";
import { lacks } from "../../domain/target.ts";
import { demand } from "./demands.ts";
import { validateDrive } from "./drives.ts";

/** `unassigned` takes a host device away from the host without giving it to the guest; nobody else may have it. */
export function validateUnassigned(draft: Draft, device: Device): void {
  if (device.kind === "hostdev" || device.address?.type !== "unassigned") return;
  draft.refuse("address-unassigned-not-hostdev", {}, { device: device.id, part: "address@type" });
}

/**
 * What QEMU's driver asks of the address and of what goes with it, whatever the device
 * (qemuValidateDomainDeviceDefAddress, qemuValidateDomainDeviceInfo, libvirt 11.3).
 */
export function validateInfo(draft: Draft, device: Device): void {
  validateAddress(draft, device);
  if (device.acpiIndex) validateAcpiIndex(draft, device);
  if (device.rom) demand(draft, device, "rom settings", {}, "rom");
}

function validateAcpiIndex(draft: Draft, device: Device): void {
  if (!lacks(draft.target, "ACPI_INDEX")) demand(draft, device, "acpi index", {}, "acpi");
  else draft.refuse("acpi-index-unsupported", {}, { device: device.id, part: "acpi" });
}

function validateAddress(draft: Draft, device: Device): void {
  const { address } = device;
  switch (address?.type) {
    case "pci":
      validateZpci(draft, device, address);
      break;
    case "ccw":
      validateCcw(draft, device, address);
      break;
    case "spapr-vio":
      validateSpaprVio(draft, device, address);
      break;
    case "drive":
      validateDrive(draft, device, address);
      break;
  }
}

const highestUid = 0xffff;

/** The zPCI ids that stand in the file; those libvirt chose are fine. */
function validateZpci(draft: Draft, device: Device, { zpci }: PciAddress): void {
  if (zpci === undefined || (zpci.uid === undefined && zpci.fid === undefined)) return;
  if (!draft.target.capabilities.has("DEVICE_ZPCI")) {
    draft.refuse("zpci-unsupported", {}, placeOf(draft, device, "address/zpci"));
    return;
  }
  if (zpci.uid === undefined || (zpci.uid > 0 && zpci.uid <= highestUid)) return;
  const hex = zpci.uid.toString(16).padStart(4, "0");
  draft.refuse("zpci-uid-range", { hex }, placeOf(draft, device, "address/zpci@uid"));
}

function validateCcw(draft: Draft, device: Device, { type }: CcwAddress): void {
  const { target } = draft;
  if (target.class === "s390-ccw") return;
  draft.refuse("ccw-machine", { machine: target.machine, type }, placeOf(draft, device, "address@type"));
}

const highestReg = 0xffff_ffffn;

function validateSpaprVio(draft: Draft, device: Device, { reg }: SpaprVioAddress): void {
  if (reg === undefined || reg <= highestReg) return;
  draft.refuse("spapr-vio-range", { regHex: reg.toString(16) }, placeOf(draft, device, "address@reg"));
}
