import type { RefusalCode } from "../../catalog/refusals.ts";
import { valueOf as attributeValue, childElements, type Element } from "../../xml/document.ts";
import type { Device, DeviceId, DeviceKind } from "../device.ts";
import type { Refusal } from "../refusal.ts";
import { readCharacter, readSmartcard } from "./character.ts";
import { readController } from "./controller.ts";
import { readDisk } from "./disk.ts";
import { readAudio, readGraphics, readInput, readSound, readVideo } from "./graphics.ts";
import { readHostdev, readRedirdev } from "./hostdev.ts";
import { readInterface } from "./interface.ts";
import { readMemoryDevice } from "./memory.ts";
import {
  readBackedDevice,
  readFilesystem,
  readHub,
  readIommu,
  readLease,
  readMemballoon,
  readNvram,
  readPanic,
  readPstore,
  readRedirfilter,
  readShmem,
  readTpm,
  readVsock,
  readWatchdog,
} from "./models.ts";
import { odditiesOf } from "./oddities.ts";
import { settingsOf } from "./settings.ts";
import { refuse, type Spot } from "./spot.ts";
import { checkMaster, checkUsbDisabled, noteController, type UsbControllers } from "./usb.ts";

type Reader = (spot: Spot, id: DeviceId) => Device;

/**
 * One reader per kind, in the order in which libvirt reads the kinds, whatever their order in the file
 * (virDomainDefParseXML, libvirt 11.3).
 */
const readers: Readonly<Record<DeviceKind, Reader>> = {
  disk: readDisk,
  controller: readController,
  lease: readLease,
  filesystem: readFilesystem,
  interface: readInterface,
  smartcard: readSmartcard,
  parallel: (spot, id) => readCharacter(spot, id, "parallel"),
  serial: (spot, id) => readCharacter(spot, id, "serial"),
  console: (spot, id) => readCharacter(spot, id, "console"),
  channel: (spot, id) => readCharacter(spot, id, "channel"),
  input: readInput,
  graphics: readGraphics,
  sound: readSound,
  audio: readAudio,
  video: readVideo,
  hostdev: readHostdev,
  watchdog: readWatchdog,
  memballoon: readMemballoon,
  rng: (spot, id) => readBackedDevice(spot, id, "rng"),
  crypto: (spot, id) => readBackedDevice(spot, id, "crypto"),
  tpm: readTpm,
  nvram: readNvram,
  hub: readHub,
  redirdev: readRedirdev,
  redirfilter: readRedirfilter,
  panic: readPanic,
  shmem: readShmem,
  memory: readMemoryDevice,
  iommu: readIommu,
  vsock: readVsock,
  pstore: readPstore,
};

const kinds = Object.keys(readers) as DeviceKind[];

/**
 * Where devices live, for reading half-typed text. The size of the whole domain is called `memory` too, so that name
 * says nothing.
 */
export const deviceHomes: ReadonlyMap<string, string> = new Map(
  kinds.filter((kind) => kind !== "memory").map((kind) => [kind, "devices"]),
);

/** How many devices of a kind a domain may have at most, and what libvirt says to more. */
const limits: { readonly [K in DeviceKind]?: { readonly most: number; readonly code: RefusalCode } } = {
  memballoon: { most: 1, code: "memballoon-single" },
  tpm: { most: 2, code: "tpm-too-many" },
  nvram: { most: 1, code: "nvram-single" },
  redirfilter: { most: 1, code: "redirfilter-single" },
  iommu: { most: 1, code: "iommu-single" },
  vsock: { most: 1, code: "vsock-single" },
  pstore: { most: 1, code: "pstore-single" },
};

export interface DevicesRead {
  readonly devices: readonly Device[];
  readonly elements: ReadonlyMap<DeviceId, Element>;
}

type NumberedSpot = Spot & { readonly device: DeviceId };

/** Reads the devices of every `<devices>`; refusals are appended in libvirt's order, kind by kind. */
export function readDevices(root: Element, refusals: Refusal[]): DevicesRead {
  const spots = childElements(root, "devices").flatMap((parent) => deviceElements(parent));
  const groups = groupByKind(spots, refusals);
  const devices: Device[] = new Array(spots.length);
  const usb: UsbControllers = {};
  for (const kind of kinds) {
    const group = groups.get(kind) ?? [];
    checkLimit(kind, group);
    for (const spot of group) {
      const device = readers[kind](spot, spot.device);
      const oddities = odditiesOf(spot.element);
      if (oddities.length > 0) device.oddities = oddities;
      const settings = settingsOf(spot.element);
      if (settings.length > 0) device.settings = settings;
      devices[spot.device] = device;
      if (device.kind === "controller") noteController(usb, device, spot);
      checkUsbDisabled(usb, device, spot);
    }
    if (kind === "controller") checkMaster(usb);
  }
  return { devices, elements: new Map(spots.entries()) };
}

/** An element in a namespace of its own is none of libvirt's. */
function deviceElements(parent: Element): Element[] {
  return childElements(parent).filter(
    (element) => Object.hasOwn(readers, element.name) && !attributeValue(element, "xmlns"),
  );
}

function groupByKind(elements: readonly Element[], refusals: Refusal[]): Map<string, NumberedSpot[]> {
  const groups = new Map<string, NumberedSpot[]>();
  for (const [device, element] of elements.entries()) {
    const spot = { refusals, device, element, path: "" };
    const group = groups.get(element.name);
    if (group) group.push(spot);
    else groups.set(element.name, [spot]);
  }
  return groups;
}

/** libvirt counts before it reads the first one. */
function checkLimit(kind: DeviceKind, group: readonly Spot[]): void {
  const limit = limits[kind];
  const surplus = limit && group[limit.most];
  if (limit && surplus) refuse(surplus, limit.code, {}, "", group[0]);
}
