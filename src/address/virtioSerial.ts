import type { Draft } from "../defaults/draft.ts";
import type { VirtioSerialAddress } from "../domain/address.ts";
import type { CharacterDevice, Device } from "../domain/device.ts";
import { idsOf, placeOf, relatedPlaces } from "./places.ts";
import type { SerialPorts } from "./virtioSerial/ports.ts";
import { PortTable } from "./virtioSerial/portTable.ts";
import { visitsOf } from "./visits.ts";

const largestIndex = 0x7fff_ffff;

/**
 * Adds the virtio-serial controllers that virtio channels and consoles name, or controller 0 for those that name none
 * (virDomainDefMaybeAddVirtioSerialController, conf/domain_conf.c, libvirt 11.3).
 */
export function addVirtioSerialControllers(draft: Draft): void {
  for (const device of [...draft.list("channel"), ...draft.list("console")]) {
    if (device.targetType !== "virtio" || device.unreadableAddress) continue;
    const index = device.address?.type === "virtio-serial" ? device.address.controller : 0;
    if (index <= largestIndex) draft.addController("virtio-serial", index);
  }
}

/**
 * Reserves the given virtio-serial ports and gives virtio channels theirs, adding controllers where all are full.
 * Consoles keep what they have and get nothing (qemuDomainAssignVirtioSerialAddresses, qemu_domain_address.c, libvirt 11.3).
 */
export function assignVirtioSerial(draft: Draft): void {
  const table = new PortTable(draft);
  for (const { device } of visitsOf(draft)) {
    if (isComplete(device)) reserve(draft, table, device, device.address as VirtioSerialAddress);
  }
  for (const console of draft.list("console")) {
    if (wantsPort(console)) lookAfterConsole(draft, table, console);
  }
  for (const channel of draft.list("channel")) if (wantsPort(channel)) assignChannel(draft, table, channel);
}

function isComplete(device: Device): boolean {
  return device.address?.type === "virtio-serial" && device.address.port !== 0;
}

function wantsPort(device: CharacterDevice): boolean {
  return device.targetType === "virtio" && !device.unreadableAddress && !isComplete(device);
}

function reserve(draft: Draft, table: PortTable, device: Device, address: VirtioSerialAddress): void {
  const { controller, port } = address;
  const set = table.find(controller);
  if (!set) {
    draft.refuse(
      "vioserial-controller-missing",
      { controller },
      placeOf(draft, device, "address@controller"),
    );
    return;
  }
  const place = placeOf(draft, device, "address@port");
  if (port >= set.count) {
    draft.refuse("vioserial-port-range", { controller, port }, place, relatedPlaces(draft, [set.controller]));
    return;
  }
  const occupant = set.occupant(port);
  if (occupant) {
    const others = occupant === device ? [] : [occupant];
    draft.refuse("vioserial-double-use", { controller, port }, place, relatedPlaces(draft, others));
    return;
  }
  set.take(port, device);
}

/**
 * A console without a port keeps its record. One that names a controller burns the lowest free port of controller 0,
 * whichever it names; all others only see to it that some controller has a port 0.
 */
function lookAfterConsole(draft: Draft, table: PortTable, console: CharacterDevice): void {
  if (console.address?.type === "virtio-serial") takeLowest(draft, table, console, 0);
  else if (!table.hasConsolePort()) table.addController();
}

function assignChannel(draft: Draft, table: PortTable, channel: CharacterDevice): void {
  const named = channel.address?.type === "virtio-serial" ? channel.address.controller : undefined;
  const taken =
    named === undefined ? takeAnywhere(table.withRoom(), channel) : takeLowest(draft, table, channel, named);
  if (!taken) return;
  const { set, port } = taken;
  channel.address = { type: "virtio-serial", controller: set.index, bus: 0, port };
  draft.explain(channel, {
    rule: "virtio-serial-lowest-port",
    values: { controller: set.index, port },
    because: idsOf(set.occupantsBelow(port)),
    provider: set.controller.id,
  });
}

interface Taken {
  readonly set: SerialPorts;
  readonly port: number;
}

/** A controller with room has a free port by definition. */
function takeAnywhere(set: SerialPorts, device: Device): Taken | undefined {
  const port = set.lowestFree();
  if (port === undefined) return undefined;
  set.take(port, device);
  return { set, port };
}

function takeLowest(draft: Draft, table: PortTable, device: Device, controller: number): Taken | undefined {
  const place = placeOf(draft, device, "address@controller");
  const set = table.find(controller);
  if (!set) {
    draft.refuse("vioserial-none-free", { controller }, place);
    return undefined;
  }
  const taken = takeAnywhere(set, device);
  if (!taken) draft.refuse("vioserial-full", { controller }, place, relatedPlaces(draft, [set.controller]));
  return taken;
}
