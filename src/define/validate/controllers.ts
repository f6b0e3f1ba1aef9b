import type { Capability } from "../../catalog/capabilities.ts";
import type { Draft } from "../../defaults/draft.ts";
import type { Controller } from "../../domain/device.ts";
import { hasBuiltinEsp, hasBuiltinIde, lacks } from "../../domain/target.ts";
import { demand } from "./demands.ts";
import { validatePciController, validateQemuPciController } from "./pciControllers.ts";
import { controllerPlace } from "./place.ts";
import { isVirtioScsi } from "./postParse.ts";

/** What every hypervisor asks of a controller (virDomainControllerDefValidate, libvirt 11.3). */
export function validateController(draft: Draft, controller: Controller): void {
  if (controller.type === "pci") validatePciController(draft, controller);
}

/** What QEMU's driver asks of a controller (qemuValidateDomainDeviceDefController, libvirt 11.3). */
export function validateQemuController(draft: Draft, controller: Controller): void {
  validateIothreads(draft, controller);
  switch (controller.type) {
    case "ide":
      validateIde(draft, controller);
      break;
    case "scsi":
      validateScsi(draft, controller);
      break;
    case "sata":
      validateSata(draft, controller);
      break;
    case "pci":
      validateQemuPciController(draft, controller);
      break;
  }
}

function validateIothreads(draft: Draft, controller: Controller): void {
  const { id, iothread, iothreads } = controller;
  if (!isVirtioScsi(controller)) {
    if (iothreads) draft.refuse("controller-iothreads-model", {}, { device: id, part: "driver/iothreads" });
  } else if (iothread || iothreads) demand(draft, controller, "iothreads of virtio-scsi");
}

/** The one IDE controller that is soldered to the board is fine. */
function validateIde(draft: Draft, controller: Controller): void {
  const isBuiltin = hasBuiltinIde(draft.target);
  if (isBuiltin && controller.index === 0) return;
  const code = isBuiltin ? "ide-controller-single" : "ide-controller-unsupported";
  draft.refuse(code, {}, controllerPlace(draft, controller));
}

/** The first SATA controller of q35 is soldered to the board. */
function validateSata(draft: Draft, controller: Controller): void {
  if (controller.index === 0 && draft.target.class === "q35") return;
  if (!lacks(draft.target, "ICH9_AHCI")) return;
  draft.refuse("sata-controller-unsupported", {}, controllerPlace(draft, controller));
}

interface ScsiDevice {
  readonly capability: Capability;
  /** What libvirt calls it when QEMU lacks it. */
  readonly words: string;
}

const virtioScsi: ScsiDevice = { capability: "VIRTIO_SCSI", words: "virtio scsi controller" };

/** SCSI controllers whose presence in the QEMU binary libvirt looks at (qemuValidateCheckSCSIControllerModel, 11.3). */
const scsiDevices: Readonly<Record<string, ScsiDevice>> = {
  lsilogic: { capability: "SCSI_LSI", words: "the LSI 53C895A SCSI controller" },
  "virtio-scsi": virtioScsi,
  "virtio-transitional": virtioScsi,
  "virtio-non-transitional": virtioScsi,
  lsisas1068: { capability: "SCSI_MPTSAS1068", words: "the LSI SAS1068 (MPT Fusion) controller" },
  lsisas1078: { capability: "SCSI_MEGASAS", words: "the LSI SAS1078 (MegaRAID) controller" },
  vmpvscsi: { capability: "SCSI_PVSCSI", words: "the pvscsi (VMware paravirtual SCSI) controller" },
};

function validateScsi(draft: Draft, controller: Controller): void {
  const { model = "" } = controller;
  const place = controllerPlace(draft, controller, "@model");
  if (model === "buslogic") draft.refuse("scsi-model-unsupported", { model }, place);
  if (model === "ncr53c90") validateNcr(draft, controller);
  const device = scsiDevices[model];
  if (device === undefined || !lacks(draft.target, device.capability)) return;
  draft.refuse("scsi-model-qemu-missing", { device: device.words }, place);
}

function validateNcr(draft: Draft, controller: Controller): void {
  const place = controllerPlace(draft, controller, "@model");
  if (controller.index !== 0) draft.refuse("scsi-ncr-first", {}, place);
  else if (!hasBuiltinEsp(draft.target)) draft.refuse("scsi-ncr-builtin", {}, place);
}
