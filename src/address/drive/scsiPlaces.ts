import type { Draft } from "../../defaults/draft.ts";
import type { Device } from "../../domain/device.ts";
import { driveKey, isScsiHostdev } from "./diskAddress.ts";

/**
 * Who sits where on the SCSI buses of one draft, so that ten thousand disks need not ask each other. The places of
 * host devices are gathered when the first disk asks: they are all from the file then. The places of disks are
 * gathered when the first host device asks: every disk has its bus and its address by then.
 */
export class ScsiPlaces {
  readonly #draft: Draft;
  /** The lowest controller and unit that may still be free for a host device without address. */
  next = { controller: 0, unit: 0 };
  #hostdevs: Map<string, Device> | undefined;
  #disks: Map<string, Device> | undefined;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get hostdevs(): Map<string, Device> {
    this.#hostdevs ??= placesOf(this.#draft.hostdevs.filter(isScsiHostdev));
    return this.#hostdevs;
  }

  get disks(): Map<string, Device> {
    this.#disks ??= placesOf(this.#draft.disks.filter((disk) => disk.bus === "scsi"));
    return this.#disks;
  }
}

const known = new WeakMap<Draft, ScsiPlaces>();

/** The SCSI places of a draft, kept as long as the draft lives. */
export function scsiPlacesOf(draft: Draft): ScsiPlaces {
  const places = known.get(draft) ?? new ScsiPlaces(draft);
  known.set(draft, places);
  return places;
}

/** The first device of every place. */
function placesOf(devices: readonly Device[]): Map<string, Device> {
  const places = new Map<string, Device>();
  for (const device of devices) {
    if (device.address?.type !== "drive") continue;
    const key = driveKey(device.address);
    if (!places.has(key)) places.set(key, device);
  }
  return places;
}
