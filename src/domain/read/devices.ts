import type { Element } from "../../xml/document.ts";
import type { Device, DeviceId, DeviceKind } from "../device.ts";
import type { Refusal } from "../refusal.ts";
import { readCharacter, readSmartcard } from "./character.ts";
import { readController } from "./controller.ts";
import { readDisk } from "./disk.ts";
import { readAudio, readGraphics, readInput, readSound, readVideo } from "./graphics.ts";
import { readHostdev, readRedirdev } from "./hostdev.ts";
import { readInterface } from "./interface.ts";
import { readMemoryDevice } from "./memory.ts";
import { readFilesystem, readHub, readLease, readModelDevice, readTpm, readWatchdog } from "./models.ts";
import type { Spot } from "./spot.ts";

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
  memballoon: (spot, id) => readModelDevice(spot, id, "memballoon"),
  rng: (spot, id) => readModelDevice(spot, id, "rng"),
  crypto: (spot, id) => readModelDevice(spot, id, "crypto"),
  tpm: readTpm,
  nvram: (spot, id) => readModelDevice(spot, id, "nvram"),
  hub: readHub,
  redirdev: readRedirdev,
  redirfilter: (spot, id) => readModelDevice(spot, id, "redirfilter"),
  panic: (spot, id) => readModelDevice(spot, id, "panic"),
  shmem: (spot, id) => readModelDevice(spot, id, "shmem"),
  memory: readMemoryDevice,
  iommu: (spot, id) => readModelDevice(spot, id, "iommu"),
  vsock: (spot, id) => readModelDevice(spot, id, "vsock"),
  pstore: (spot, id) => readModelDevice(spot, id, "pstore"),
};

export interface DevicesRead {
  readonly devices: readonly Device[];
  readonly elements: ReadonlyMap<DeviceId, Element>;
}

/** Reads every device of `<devices>`; refusals are appended in libvirt's order, kind by kind. */
export function readDevices(parent: Element | undefined, refusals: Refusal[]): DevicesRead {
  const elements = new Map<DeviceId, Element>();
  const idsByKind = new Map<DeviceKind, DeviceId[]>();
  for (const node of parent?.children ?? []) {
    if (node.kind !== "element" || !isDeviceKind(node.name)) continue;
    const ids = idsByKind.get(node.name);
    if (ids) ids.push(elements.size);
    else idsByKind.set(node.name, [elements.size]);
    elements.set(elements.size, node);
  }
  const devices: Device[] = new Array(elements.size);
  for (const kind of kinds) {
    for (const id of idsByKind.get(kind) ?? []) {
      const element = elements.get(id);
      if (element) devices[id] = readers[kind]({ refusals, device: id, element, path: "" }, id);
    }
  }
  return { devices, elements };
}

const kinds = Object.keys(readers) as DeviceKind[];

function isDeviceKind(name: string): name is DeviceKind {
  return Object.hasOwn(readers, name);
}
