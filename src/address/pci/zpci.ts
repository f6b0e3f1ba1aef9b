import type { Draft } from "../../defaults/draft.ts";
import { walk } from "../../defaults/walk.ts";
import type { PciAddress, Zpci } from "../../domain/address.ts";
import type { Device, DeviceId } from "../../domain/device.ts";

const maxUid = 0xffff;
const maxFid = 0xffff_ffff;

/** The zPCI ids of one pass: which are taken, and by whom (virDomainZPCIAddressIds, libvirt 11.3). */
export class ZpciIds {
  readonly #uid = new IdSpace("uid", 1, maxUid);
  readonly #fid = new IdSpace("fid", 0, maxFid);
  readonly #refused: Set<DeviceId>;

  constructor(refused: Set<DeviceId>) {
    this.#refused = refused;
  }

  /**
   * Takes the ids of the file in iteration order. A half-given pair is completed at once, in the dry run too, and may
   * so take what a later device asks for.
   */
  collect(draft: Draft): void {
    for (const device of zpciDevices(draft)) {
      const ids = device.address.zpci;
      if (ids === undefined || (ids.uid === undefined && ids.fid === undefined)) continue;
      if (this.#refused.has(device.device.id)) continue;
      complete(ids, "uid", this.#uid.lowestFree());
      complete(ids, "fid", this.#fid.lowestFree());
      this.#take(draft, device.device, this.#uid, ids.uid);
      this.#take(draft, device.device, this.#fid, ids.fid);
    }
  }

  /** Gives every other PCI device its ids, in iteration order; a dry run stores nothing. */
  assign(draft: Draft): void {
    for (const { device, address } of zpciDevices(draft)) {
      if (address.zpci?.uid !== undefined && address.zpci.fid !== undefined) continue;
      const [uid, fid] = [this.#uid.lowestFree(), this.#fid.lowestFree()];
      if (uid === undefined || fid === undefined) {
        draft.refuse("zpci-none-free", { id: uid === undefined ? "uid" : "fid" }, { device: device.id });
        continue;
      }
      this.#uid.take(uid, device.id);
      this.#fid.take(fid, device.id);
      address.zpci = { uid, fid };
    }
  }

  #take(draft: Draft, device: Device, space: IdSpace, value: number | undefined): void {
    if (value === undefined) return;
    const occupant = space.ownerOf(value);
    if (occupant === undefined) {
      space.take(value, device.id);
      return;
    }
    this.#refused.add(device.id);
    draft.refuse(
      "zpci-double-use",
      { id: space.name, octal: value.toString(8) },
      { device: device.id, part: `address/zpci@${space.name}` },
      [{ device: occupant, part: `address/zpci@${space.name}` }],
    );
  }
}

function complete(ids: Zpci, name: "uid" | "fid", value: number | undefined): void {
  if (value !== undefined) ids[name] ??= value;
}

class IdSpace {
  readonly name: "uid" | "fid";
  readonly #max: number;
  readonly #owners = new Map<number, DeviceId>();
  #lowest: number;

  constructor(name: "uid" | "fid", min: number, max: number) {
    this.name = name;
    this.#lowest = min;
    this.#max = max;
  }

  ownerOf(value: number): DeviceId | undefined {
    return this.#owners.get(value);
  }

  take(value: number, device: DeviceId): void {
    this.#owners.set(value, device);
  }

  lowestFree(): number | undefined {
    while (this.#owners.has(this.#lowest)) this.#lowest++;
    return this.#lowest <= this.#max ? this.#lowest : undefined;
  }
}

const characterKinds: ReadonlySet<string> = new Set(["serial", "parallel", "channel", "console"]);

/** Devices with a PCI address that carry zPCI ids: all but character devices, where QEMU knows zPCI. */
function zpciDevices(draft: Draft): { device: Device; address: PciAddress }[] {
  if (!draft.target.capabilities.has("DEVICE_ZPCI")) return [];
  const found: { device: Device; address: PciAddress }[] = [];
  for (const device of walk(draft)) {
    if (device.address?.type !== "pci" || characterKinds.has(device.kind)) continue;
    found.push({ device, address: device.address });
  }
  return found;
}
