import type { RefusalCode } from "../catalog/refusals.ts";
import type {
  Controller,
  Device,
  DeviceId,
  DeviceKind,
  DeviceOf,
  Disk,
  Hostdev,
  Interface,
} from "../domain/device.ts";
import type { Domain } from "../domain/domain.ts";
import { groupBy } from "../domain/groupBy.ts";
import type { Place, Refusal, RefusalValues } from "../domain/refusal.ts";
import type { Target } from "../domain/target.ts";
import { ControllerList } from "./controllerList.ts";
import { inListOrder } from "./diskList.ts";
import type { Why } from "./why.ts";

/** A device before it has its id; the draft gives it one. Distributes over the kinds. */
export type NewDevice = Device extends infer D ? (D extends Device ? Omit<D, "id"> : never) : never;

/**
 * The domain while it is being defined: libvirt's device lists in libvirt's order, filled in step by step. It is
 * private to `define`; whoever asks from outside gets the finished Definition.
 */
export class Draft {
  readonly domain: Domain;
  readonly target: Target;
  readonly refusals: Refusal[] = [];
  readonly controllers: ControllerList;
  readonly disks: Disk[];
  /** Host devices: those behind `<interface type='hostdev'>` first, as the same records as in the interface list. */
  readonly hostdevs: (Hostdev | Interface)[];
  /** Reasons of chosen addresses, by device. */
  readonly whys = new Map<DeviceId, Why>();
  readonly #lists = new Map<DeviceKind, Device[]>();
  readonly #writtenCount: number;
  #nextId: DeviceId;

  constructor(domain: Domain, target: Target) {
    this.domain = domain;
    this.target = target;
    const devices = domain.devices.map(copyOf);
    this.#writtenCount = devices.length;
    this.#nextId = devices.length;
    const lists = groupBy(devices, (device): DeviceKind => device.kind);
    this.disks = inListOrder((lists.get("disk") ?? []) as Disk[]);
    this.controllers = new ControllerList((lists.get("controller") ?? []) as Controller[]);
    this.#lists = lists;
    this.#lists.set("disk", this.disks);
    const interfaces = this.list("interface").filter((device) => device.type === "hostdev");
    this.hostdevs = [...interfaces, ...this.list("hostdev")];
    this.#lists.set("video", primaryFirst(this.list("video")));
  }

  /** The list of one kind, in libvirt's order; controllers as a fresh array. */
  list<K extends DeviceKind>(kind: K): DeviceOf<K>[] {
    if (kind === "controller") return this.controllers.all() as DeviceOf<K>[];
    const known = this.#lists.get(kind);
    if (known) return known as DeviceOf<K>[];
    const created: Device[] = [];
    this.#lists.set(kind, created);
    return created as DeviceOf<K>[];
  }

  /** Adds a device that libvirt brings along, where its list puts it, and returns it with its id. */
  add<D extends NewDevice>(device: D): D & { readonly id: DeviceId } {
    const added = { ...device, id: this.#nextId++ };
    if (added.kind === "controller") this.controllers.insert(added as unknown as Controller);
    else this.list(added.kind).push(added as never);
    return added;
  }

  /** Adds a controller of a type and index unless there is one (virDomainDefMaybeAddController, libvirt 11.3). */
  addController(type: string, index: number, model?: string): Controller {
    const known = this.controllers.find(type, index);
    if (known) return known;
    const controller: NewDevice & { kind: "controller" } = { kind: "controller", type, index, target: {} };
    return this.add(model === undefined ? controller : { ...controller, model }) as Controller;
  }

  /** A fresh id for a device record that is put into its list by hand. */
  takeId(): DeviceId {
    return this.#nextId++;
  }

  /** Finds any device by its id. */
  findById(id: DeviceId | undefined): Device | undefined {
    if (id === undefined) return undefined;
    for (const list of this.#lists.values()) {
      const device = list.find((candidate) => candidate.id === id);
      if (device) return device;
    }
    return this.controllers.all().find((controller) => controller.id === id);
  }

  /** Whether the device stands in the file. */
  isWritten(id: DeviceId): boolean {
    return id < this.#writtenCount;
  }

  /** Notes what libvirt would refuse; the draft goes on, so that everything else is found as well. */
  refuse(code: RefusalCode, values: RefusalValues, subject: Place, related: readonly Place[] = []): void {
    this.refusals.push({ code, values, subject, related });
  }

  /** Notes why a device sits where it sits; the last word counts. */
  explain(device: { readonly id: DeviceId }, why: Why): void {
    this.whys.set(device.id, why);
  }
}

/** A private copy whose nested records may be changed too. */
function copyOf(device: Device): Device {
  const copy = { ...device };
  if (copy.address) {
    copy.address = { ...copy.address };
    if (copy.address.type === "pci" && copy.address.zpci) copy.address.zpci = { ...copy.address.zpci };
  }
  if (copy.kind === "controller") copy.target = { ...copy.target };
  return copy;
}

/** Each primary video goes to the front of the list as it is read (virDomainVideoDef insertion, libvirt 11.3). */
function primaryFirst<V extends { readonly primary?: true }>(videos: readonly V[]): V[] {
  const ordered: V[] = [];
  for (const video of videos) {
    if (video.primary) ordered.unshift(video);
    else ordered.push(video);
  }
  return ordered;
}
