import type { RefusalCode } from "../../catalog/refusals.ts";
import { takeIommuOfMachine, takeOtherInputBus } from "./absent.ts";
import { dropDevice } from "./controllers.ts";
import { makeHardDisk, moveTo } from "./disks.ts";
import type { Cure } from "./fix.ts";
import { dropAttribute } from "./numbersOfDevices.ts";
import { dropBlamed, dropChild, dropOneOf, takeValue } from "./parts.ts";
import { takeCommonVideo } from "./videos.ts";

/** What to have instead of devices and settings that an emulator lacks. */
export const binaryFixes: Readonly<Partial<Record<RefusalCode, readonly Cure[]>>> = {
  "acpi-index-unsupported": [dropChild("acpi")],
  "audio-dbus-unsupported": [dropDevice],
  "crypto-backend-unsupported": [takeValue("backend@model", ["builtin"]), dropDevice],
  "crypto-model-unsupported": [dropDevice],
  "disk-iothread-bus": [dropAttribute, dropBlamed, moveTo(["virtio"])],
  "disk-queue-size-bus": [dropAttribute],
  "scsi-driver-option": [dropAttribute],
  "disk-discard-no-unref-unsupported": [dropAttribute],
  "disk-iothreads-unsupported": [dropBlamed],
  "disk-lun-unsupported": [makeHardDisk],
  "disk-queue-size-unsupported": [dropAttribute],
  "disk-usb-unsupported": [moveTo(["virtio", "scsi"])],
  "filesystem-mtp-unsupported": [takeValue("driver@type", ["path"]), dropDevice],
  "graphics-unsupported": [takeValue("@type", ["vnc"]), dropDevice],
  "hostdev-guest-reset-unsupported": [dropAttribute],
  "hostdev-vfio-missing": [dropDevice],
  "hostdev-vhost-scsi-unsupported": [dropDevice],
  "hub-unsupported": [dropDevice],
  "input-usb-keyboard-unsupported": [takeOtherInputBus, dropDevice],
  "input-virtio-unsupported": [takeOtherInputBus, dropDevice],
  "interface-backend-unsupported": [dropChild("backend")],
  "interface-rss-hash-unsupported": [dropAttribute],
  "interface-rss-unsupported": [dropAttribute],
  "interface-vdpa-unsupported": [dropDevice],
  "iommu-dma-translation-unsupported": [dropAttribute],
  "iommu-unsupported": [takeIommuOfMachine, dropDevice],
  "memballoon-deflate-unsupported": [dropAttribute],
  "memballoon-reporting-unsupported": [dropAttribute],
  "memory-memslots-unsupported": [dropAttribute],
  "redirdev-unsupported": [dropDevice],
  "rng-model-unsupported": [takeValue("@model", ["virtio"]), dropDevice],
  "scsi-iothreads-unsupported": [dropBlamed],
  "shmem-ivshmem-gone": [takeValue("model@type", ["ivshmem-plain"]), dropDevice],
  "smartcard-host-unsupported": [dropDevice],
  "smartcard-passthrough-unsupported": [dropDevice],
  "sound-codec-unsupported": [dropOneOf],
  "sound-usb-unsupported": [takeValue("@model", ["ich9", "ich6", "virtio"]), dropDevice],
  "sound-virtio-unsupported": [takeValue("@model", ["ich9", "ich6", "usb"]), dropDevice],
  "tpm-backend-unsupported": [dropDevice],
  "tpm-model-unsupported": [takeValue("@model", ["tpm-tis", "tpm-spapr"]), dropDevice],
  "video-model-missing": [takeCommonVideo, dropDevice],
  "virtiofs-unsupported": [dropDevice],
  "vsock-unsupported": [dropDevice],
};
