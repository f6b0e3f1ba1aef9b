import type { ProblemCode } from "../../catalog/problems.ts";
import type { RefusalCode } from "../../catalog/refusals.ts";
import type { CcwAddress, DriveAddress, PciAddress, VirtioSerialAddress } from "../../domain/address.ts";
import { switchMultifunction } from "../../edit/multifunction.ts";
import { addUsb, dropUnused, takePc } from "./absent.ts";
import {
  addType,
  correctType,
  dropAddress,
  dropUnread,
  lowerCaseName,
  preferRemovingAddress,
  removeAddress,
  removeOther,
  replaceAddress,
  respellAddress,
} from "./addresses.ts";
import { binaryFixes } from "./binaries.ts";
import { addCompanions } from "./companions.ts";
import {
  addAnother,
  addDriveController,
  addMissing,
  addMissingHub,
  addRootPorts,
  allowUsb,
  clamp,
  differentTargetNumber,
  dropDevice,
  dropOption,
  dropTargetNumber,
  listGaps,
  listImplied,
  renumberAbove,
  renumberDuplicate,
  withModel,
  withWantedModel,
  writeIndex,
  writeIndexZero,
} from "./controllers.ts";
import { moveTo, moveToSata, renamePartition, renameTarget } from "./disks.ts";
import { bestFix, type Cure, type Site } from "./fix.ts";
import { manage, respellDecimal, respellForSchema } from "./habits.ts";
import {
  joinFunctions,
  moveAddressToSource,
  passFunction,
  splitHostAddress,
  swapHostAndGuest,
  writeMeantHost,
} from "./hostDevices.ts";
import { dropMode, modernisePciAddr, moderniseState } from "./legacy.ts";
import { correctMachine, followControllers, settleOnBoard } from "./machine.ts";
import { dropTargetAddress } from "./memory.ts";
import { plainVirtio } from "./models.ts";
import { respellNumber, respellOctal, respellPort } from "./numbers.ts";
import {
  dropAcpi,
  dropAttribute,
  dropZpci,
  nextAcpiIndex,
  nextBootOrder,
  oneWayToBoot,
  renameAlias,
} from "./numbersOfDevices.ts";
import { dropChild } from "./parts.ts";
import { atAddress, moveBehindNewController, moveToFreeSlot, putBehindPort } from "./places.ts";
import { deviceFixes, parserFixes } from "./tables.ts";

/** Problems of a place that another place solves. */
const elsewhere: readonly Cure[] = [moveToFreeSlot, removeAddress];
const elsewhereOnPci: readonly Cure[] = [...elsewhere, moveBehindNewController, swapHostAndGuest];
/** The same where the machine may have another sort of buses than the addresses were made for. */
const elsewhereOrConvert: readonly Cure[] = [...elsewhereOnPci, settleOnBoard];
/** Addresses of a type that the device cannot have. */
const wrongType: readonly Cure[] = [preferRemovingAddress, replaceAddress];

const multifunctionOn: Cure = ({ device }: Site) =>
  device === undefined ? [] : bestFix("Write multifunction='on'", switchMultifunction(device, "on"));
const multifunctionOff: Cure = ({ device }: Site) =>
  device === undefined ? [] : bestFix("Write multifunction='off'", switchMultifunction(device, "off"));

const toFunctionZero: Cure = (site) =>
  atAddress<PciAddress>(site, "Move it to function 0", "pci", () => ({ function: 0 }));
const toDomainZero: Cure = (site) =>
  atAddress<PciAddress>(site, "Write domain='0x0000'", "pci", () => ({ domain: 0 }));
const toDriveBusZero: Cure = (site) =>
  atAddress<DriveAddress>(site, "Write bus='0'", "drive", () => ({ bus: 0 }));
const toTargetZero: Cure = (site) =>
  atAddress<DriveAddress>(site, "Write target='0'", "drive", () => ({ target: 0 }));
const toPortBusZero: Cure = (site) =>
  atAddress<VirtioSerialAddress>(site, "Write bus='0'", "virtio-serial", () => ({ bus: 0 }));
const toVirtioSubsystem: Cure = (site) =>
  atAddress<CcwAddress>(site, "Write cssid='0xfe'", "ccw", () => ({ cssid: 0xfe }));

/**
 * The cures of every code that has some, in the order they are offered. Each is tried on a copy before it is: a row may
 * name a cure that helps only sometimes.
 */
export const fixes: Readonly<Partial<Record<RefusalCode | ProblemCode, readonly Cure[]>>> = {
  ...parserFixes,
  ...deviceFixes,
  ...binaryFixes,

  // Syntax
  "address-type-missing": [addType, removeAddress],
  "address-type-invalid": [correctType, removeAddress],
  "address-type-virtio-s390": [correctType, removeAddress],
  "address-number-invalid": [respellNumber, removeAddress],
  "address-attribute-missing": [removeAddress],
  "address-multifunction-value": [multifunctionOn, dropUnread],
  "attribute-unsigned": [respellNumber],
  "attribute-integer": [respellNumber],
  "controller-index-invalid": [respellNumber, dropAttribute],
  "controller-target-number": [respellNumber, dropAttribute],
  "zpci-number-invalid": [respellNumber, dropAttribute],
  "usb-port-syntax": [respellPort, removeAddress],
  "pci-bus-range": elsewhere,
  "pci-slot-range": elsewhere,
  "pci-function-range": [toFunctionZero, ...elsewhere],
  "ccw-range": [preferRemovingAddress],
  "ccw-partial": [preferRemovingAddress],

  // Places that are taken or do not exist
  "pci-double-use": elsewhereOnPci,
  "pci-slot-too-low": elsewhereOrConvert,
  "pci-slot-too-high": elsewhereOrConvert,
  "pci-bus-incompatible": elsewhereOrConvert,
  "pci-bus-not-available": elsewhereOrConvert,
  "pci-needs-integrated": elsewhere,
  "pci-domain-nonzero": [swapHostAndGuest, toDomainZero, ...elsewhere],
  "pci-no-bus": [correctMachine, removeAddress, takePc],
  "pci-no-slot-for-controller": [removeAddress, dropUnused, settleOnBoard],
  "pci-cannot-add-bus": [removeAddress, putBehindPort, settleOnBoard],
  "pci-no-more-slots": [removeAddress, settleOnBoard],
  "pci-index-not-larger-than-bus": [renumberAbove, moveToFreeSlot, removeAddress],
  "pci-controller-forward-bus": [renumberAbove, moveToFreeSlot, removeAddress],
  "drive-double-use": elsewhere,
  "drive-double-use-hostdev": elsewhere,
  "drive-double-use-disk-hostdev": elsewhere,
  "drive-double-use-disk-hostdev-late": elsewhere,
  "drive-target-name-conflict": [renameTarget, ...elsewhere],
  "drive-scsi-bus": [toDriveBusZero, ...elsewhere],
  "drive-lsilogic-target": [toTargetZero, ...elsewhere],
  "drive-ide-controller": [...elsewhere, moveToSata, settleOnBoard],
  "drive-ide-target": [toTargetZero, ...elsewhere],
  "drive-sata-bus": [toDriveBusZero, ...elsewhere],
  "drive-sata-target": [toTargetZero, ...elsewhere],
  "drive-fdc-controller": elsewhere,
  "drive-fdc-bus": [toDriveBusZero, ...elsewhere],
  "drive-fdc-target": [toTargetZero, ...elsewhere],
  "usb-double-use": elsewhere,
  "usb-hub-double-use": elsewhere,
  "usb-port-not-present": elsewhere,
  "usb-port-intermediate-range": elsewhere,
  "usb-hub-missing": [addMissingHub, ...elsewhere],
  "usb-no-free-port": [addAnother("usb")],
  "vioserial-double-use": elsewhere,
  "vioserial-port-range": [...elsewhere, addAnother("virtio-serial")],
  "vioserial-full": [addAnother("virtio-serial"), removeAddress],
  "ccw-double-use": elsewhere,
  "spapr-vio-double-use": elsewhere,
  "spapr-vio-range": elsewhere,
  "dimm-slot-double-use": elsewhere,
  "dimm-slot-range": elsewhere,
  "memory-overlap": [preferRemovingAddress, dropTargetAddress, removeOther],
  "memory-page-alignment": [preferRemovingAddress, dropTargetAddress],
  "zpci-double-use": [dropAttribute, dropZpci],
  "zpci-uid-range": [dropZpci],
  "zpci-unsupported": [dropZpci],

  // Missing, doubled and misnumbered controllers
  "usb-bus-missing": [addMissing("usb", "bus"), ...elsewhere],
  "usb-bus-missing-port": [addMissing("usb", "bus"), ...elsewhere],
  "vioserial-controller-missing": [addMissing("virtio-serial", "controller"), ...elsewhere],
  "drive-controller-missing": [addMissing("scsi", "controller"), ...elsewhere],
  "controller-duplicate-index": [renumberDuplicate],
  "usb-controller-duplicate-index": [renumberDuplicate],
  "pci-root-index": [writeIndexZero],
  "pci-index-must-be-zero": [writeIndexZero],
  "pci-index-must-be-positive": [renumberDuplicate],
  "pci-index-too-high": [renumberAbove],
  "pci-root-address": [dropAddress],
  "pci-root-model-mismatch": [followControllers, withWantedModel, renumberDuplicate],
  "pci-expander-machine": [followControllers],
  "pcie-expander-machine": [followControllers],
  "ide-controller-single": [moveToSata, dropUnused, settleOnBoard, dropDevice],
  "ide-controller-unsupported": [moveTo(["sata", "virtio", "scsi"]), dropUnused, settleOnBoard, dropDevice],
  "pci-target-index-range": [dropTargetNumber],
  "pci-target-index-zero": [dropTargetNumber],
  "pci-chassisnr-range": [dropTargetNumber],
  "pci-chassis-range": [dropTargetNumber],
  "pci-port-range": [dropTargetNumber],
  "pci-busnr-range": [dropTargetNumber],
  "pci-controller-option-invalid": [dropOption],
  "pci-controller-option-value": [dropOption],
  "usb-none-with-other-controller": [allowUsb],
  "usb-disabled-device": [addUsb, allowUsb],
  "usb-disabled-input": [allowUsb, dropDevice],
  "usb-disabled-hub": [allowUsb, dropDevice],
  "usb-disabled-hostdev": [allowUsb],
  "usb-disabled-redirdev": [allowUsb],
  "usb-xhci-ports": [clamp("15")],
  "scsi-model-unsupported": [withModel("virtio-scsi")],
  "scsi-model-none": [withModel("virtio-scsi")],

  // Addresses of the wrong type, or where none may be
  "disk-address-type": wrongType,
  "disk-address-type-qemu": wrongType,
  "usb-disk-address-type": wrongType,
  "usb-device-address-type": wrongType,
  "usb-serial-address-type": wrongType,
  "usb-hub-address-type": wrongType,
  "virtio-disk-address-type": wrongType,
  "hostdev-pci-address-type": wrongType,
  "hostdev-scsi-address-type": wrongType,
  "hostdev-scsihost-address-type": wrongType,
  "hostdev-usb-address-type": wrongType,
  "hostdev-mdev-address-type": wrongType,
  "serial-address-type": wrongType,
  "vioserial-address-type": wrongType,
  "ccid-address-type": wrongType,
  "nvram-address-type": wrongType,
  "dimm-address-type": wrongType,
  "virtio-pmem-address-type": wrongType,
  "virtio-mem-address-type": wrongType,
  "watchdog-i6300esb-bus": wrongType,
  "panic-isa-address-type": wrongType,
  "panic-pvpanic-address-type": wrongType,
  "iommu-virtio-address-type": wrongType,
  "pstore-address-type": wrongType,
  "virtiofs-boot-bus": [...wrongType, dropChild("boot")],
  "scsi-iothread-address": wrongType,
  "ccw-machine": wrongType,
  "address-unassigned-not-hostdev": wrongType,
  "ide-primary-address": wrongType,
  "usb-piix3-address": wrongType,
  "sata-primary-address": wrongType,
  "piix3-on-pcie": [preferRemovingAddress, settleOnBoard],
  "serial-address-unsupported": [dropAddress],
  "sgx-epc-address": [dropAddress],
  "video-ramfb-address": [dropAddress],
  "watchdog-ib700-address": [dropAddress],
  "watchdog-itco-address": [dropAddress],
  "watchdog-diag288-address": [dropAddress],
  "panic-address-unsupported": [dropAddress],
  "iommu-address": [dropAddress],
  "smartcard-single": [removeAddress, dropDevice],

  // Names and numbers of devices
  "disk-target-duplicate": [renameTarget],
  "disk-target-partition": [renamePartition, renameTarget],
  "disk-target-unknown-name": [renameTarget],
  "disk-target-invalid-name": [renameTarget],
  "disk-target-invalid": [renameTarget],
  "disk-target-missing": [renameTarget],
  "disk-target-missing-unnamed": [renameTarget],
  "alias-duplicate": [renameAlias],
  "boot-order-duplicate": [nextBootOrder],
  "boot-dev-and-order": [oneWayToBoot],
  "acpi-index-not-pci": [dropAcpi, removeAddress],
  "isa-serial-port-duplicate": [dropAttribute],

  "virtio-transitional-input": [plainVirtio],

  // Devices that a machine or a domain has once, or not at all
  "memballoon-single": [dropDevice],
  "nvram-single": [dropDevice],
  "iommu-single": [dropDevice],
  "vsock-single": [dropDevice],
  "pstore-single": [dropDevice],
  "panic-duplicate": [dropDevice],
  "tpm-duplicate": [dropDevice],
  "watchdog-model-repeated": [dropDevice],
  "parallel-unsupported": [dropDevice],
  "controller-multiple-model": [dropUnread],
  "controller-multiple-target": [dropUnread],
  "controller-target-hotplug-value": [dropUnread],

  // Host devices
  "hostdev-source-decimal": [writeMeantHost],
  "hostdev-source-missing": [moveAddressToSource],
  "hostdev-source-zero": [moveAddressToSource],
  "hostdev-source-guest-mixup": [preferRemovingAddress],
  "hostdev-source-exchanged": [swapHostAndGuest, moveAddressToSource],
  "hostdev-functions-split": [joinFunctions],
  "hostdev-function-missing": [passFunction],

  // What QEMU refuses
  "machine-unsupported": [correctMachine],
  "disk-tray": [dropUnread],
  "disk-removable-bus": [dropUnread],
  "disk-rotation-bus": [dropUnread],
  "disk-rotation-device": [dropUnread],
  "qemu-machine-missing": [correctMachine],
  "pci-machine-without-bus": [correctMachine],
  "pci-bus-missing-machine": [removeAddress],
  "ide-bus-range": elsewhere,
  "ide-unit-range": elsewhere,
  "sata-unit-range": elsewhere,
  "fdc-unit-range": elsewhere,
  "scsi-target-range": elsewhere,
  "scsi-lun-range": elsewhere,
  "acpi-index-duplicate": [nextAcpiIndex],
  "acpi-index-range": [nextAcpiIndex],
  "pcie-chassis-duplicate": [differentTargetNumber],
  "pci-busnr-duplicate": [differentTargetNumber],
  "pci-target-index-duplicate": [differentTargetNumber],
  "pci-chassisnr-duplicate": [differentTargetNumber],
  "pci-multifunction-off-conflict": [multifunctionOn],
  "pci-multifunction-s390": [dropUnread, multifunctionOff],
  "pci-chipset-function": elsewhere,
  "pci-command-line-conflict": elsewhere,
  "pci-device-address-type": wrongType,
  "shmem-address-type": wrongType,
  "console-address-type": wrongType,
  "virtio-address-type-static": wrongType,
  "virtio-flavour-off-pci": [plainVirtio, ...wrongType],
  "memory-base-conflict": [preferRemovingAddress, removeOther],
  "usb-bus-empty": [addMissing("usb", "bus"), ...elsewhere],
  "virtio-mmio-machine": wrongType,
  "virtio-mmio-count": wrongType,
  "dimm-base-window": [preferRemovingAddress],
  "isa-irq-range": [preferRemovingAddress],
  "panic-iobase-range": [preferRemovingAddress],
  "spapr-vio-irq": elsewhere,
  "usb-full-speed-on-ehci": [...elsewhere, addCompanions],
  "usb-model-missing": [withModel("qemu-xhci")],
  "usb-model-unsupported": [withModel("qemu-xhci")],
  "usb-ports-attribute-model": [dropAttribute],
  "usb-companion-startport-range": [dropAttribute],
  "vioserial-bus-nonzero": [toPortBusZero, ...elsewhere],
  "vioserial-ports-range": [clamp("511")],
  "serial-model-missing": [dropUnread],

  // What harms or surprises
  "pci-function-without-zero": [toFunctionZero, ...elsewhere],
  "pci-bus-implicit-controller": [listImplied, ...elsewhere, swapHostAndGuest],
  "pci-index-gap": [listGaps],
  "controller-index-missing": [writeIndex],
  "scsi-spill-other-model": [addDriveController, ...elsewhere],
  "drive-controller-gap": elsewhere,
  "drive-next-controller": [addDriveController],
  "scsi-own-id": elsewhere,
  "scsi-target-without-unit-0": elsewhere,
  "isa-address-overlap": [dropAddress],
  "address-type-overwritten": wrongType,
  "address-on-addressless-device": [dropAddress],
  "pci-empty-address": [preferRemovingAddress],
  "ccw-cssid": [toVirtioSubsystem, removeAddress],
  "pci-device-on-pcie-slot": [removeAddress],
  "pcie-device-on-pci-slot": [removeAddress],
  "virtio-transitional-on-pcie": [removeAddress],
  "pcie-root-endpoint": [moveBehindNewController],
  "hostdev-pcie-root": [moveBehindNewController],
  "usb-disk-behind-hub": [removeAddress],
  "usb-companion-split": [removeAddress],
  "virtio-mmio-contagion": [removeAddress],
  "hotplug-no-port": [addRootPorts],
  "hotplug-last-port": [addRootPorts],
  "address-second-element": [dropUnread],
  "attribute-unknown": [lowerCaseName, dropUnread],
  "vsock-transitional": [plainVirtio],
  "spapr-reg-style": [removeAddress],
  "address-unknown-attribute": [splitHostAddress, lowerCaseName, dropUnread],
  "address-misspelled": [respellAddress, dropUnread],
  "address-number-octal": [respellOctal],
  "address-legacy-mode": [dropMode],
  "controller-legacy-pci-addr": [modernisePciAddr],
  "device-legacy-state": [moderniseState],
  "multifunction-no-unplug": [moveToFreeSlot, removeAddress],
  "pci-hotplug-memreserve": [dropUnread],
  "conventional-hotplug-q35": [moveBehindNewController],
  "virtio-transitional-by-bus": [moveBehindNewController, removeAddress],
  "hostdev-unmanaged": [manage],
  "hostdev-pseries-isolation": [moveBehindNewController, removeAddress],
  "unused-controller": [dropDevice],
  "zpci-uid-order": [dropZpci],
  "drive-negative-print": [toTargetZero, ...elsewhere],
  "pci-multifunction-meaningless": [dropUnread],
  "address-number-style": [respellDecimal],
  "schema-mismatch": [respellForSchema],
};
