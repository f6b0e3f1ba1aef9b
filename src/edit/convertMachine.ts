import type { Disk } from "../domain/device.ts";
import type { Reading } from "../domain/reading.ts";
import { attributeOf, valueOf as attributeValue, type Element, firstChild } from "../xml/document.ts";
import { type Change, joinChanges } from "./change.ts";
import { freeTargetName } from "./names.ts";
import { dropElement, setValue } from "./values.ts";

/** The two PC boards, by the words that end their machine names. */
export type PcBoard = "q35" | "i440fx";

/** The changes that bring a domain to the other board, and what they touch. */
export interface Conversion {
  readonly changes: readonly Change[];
  /** Addresses that libvirt chooses anew. */
  readonly addresses: number;
  /** Disks that move to the board's own disk bus. */
  readonly disks: number;
  /** Controllers that the other board has no place for. */
  readonly controllers: number;
}

/** The IDE places of an i440fx board. */
const idePlaces = 4;

/**
 * Brings a domain to a board: PCI addresses and PCI controllers go, since the other board's buses are others; disks go
 * to the board's own bus, and USB 1 controllers that are part of the i440fx board become xHCI ones.
 */
export function convertMachine(reading: Reading, board: PcBoard): Conversion {
  const disks = disksToMove(reading, board);
  const dropped = controllersToDrop(reading, board, disks);
  const addresses = addressesToDrop(reading, dropped, disks);
  const changes = joinChanges([
    ...machineChange(reading, board),
    ...[...dropped].flatMap(dropElement),
    ...addresses.flatMap(dropElement),
    ...renamedDisks(reading, disks, board),
    ...modernUsb(reading, board),
  ]);
  return { changes, addresses: addresses.length, disks: disks.length, controllers: dropped.size };
}

/** The machine name keeps its version where QEMU has that version of both boards. */
export function machineOf(machine: string, board: PcBoard): string {
  const version = /-(\d+\.\d+)$/.exec(machine)?.[1];
  if (version === undefined) return board === "q35" ? "q35" : "pc";
  return board === "q35" ? `pc-q35-${version}` : `pc-i440fx-${version}`;
}

function machineChange({ root, domain }: Reading, board: PcBoard): Change[] {
  const os = firstChild(root, "os");
  const type = os && firstChild(os, "type");
  const { machine = "pc" } = domain.os;
  const isThere = board === "q35" ? /q35/.test(machine) : !/q35/.test(machine);
  return type === undefined || isThere
    ? []
    : [setValue(type, "machine", machineOf(machine, board), ["arch"])];
}

function disksToMove({ domain }: Reading, board: PcBoard): Disk[] {
  const from = board === "q35" ? "ide" : "sata";
  const disks = domain.devices.filter((device): device is Disk => device.kind === "disk");
  const movers = disks.filter((disk) => busOf(disk) === from);
  // SATA works on i440fx too; where IDE has no room for all, all stay.
  const room = idePlaces - disks.filter((disk) => busOf(disk) === "ide").length;
  return board === "i440fx" && movers.length > room ? [] : movers;
}

/** libvirt takes the bus from the name where it is not said. */
function busOf({ bus, target = "" }: Disk): string | undefined {
  return bus ?? (target.startsWith("hd") ? "ide" : undefined);
}

function controllersToDrop(
  { domain, elements }: Reading,
  board: PcBoard,
  disks: readonly Disk[],
): ReadonlySet<Element> {
  const drops = domain.devices.filter((device) => {
    if (device.kind !== "controller") return false;
    if (device.type === "pci") return true;
    if (board === "q35") return device.type === "ide";
    return device.type === "sata" && disks.length > 0;
  });
  return new Set(drops.flatMap(({ id }) => elements.get(id) ?? []));
}

function addressesToDrop(
  { elements }: Reading,
  dropped: ReadonlySet<Element>,
  disks: readonly Disk[],
): Element[] {
  const movers = new Set(disks.map(({ id }) => id));
  return [...elements].flatMap(([id, element]) => {
    const address = dropped.has(element) ? undefined : firstChild(element, "address");
    if (address === undefined) return [];
    return movers.has(id) || attributeValue(address, "type") === "pci" ? [address] : [];
  });
}

/** hda becomes sda, and the next free name where somebody has that one. */
function renamedDisks({ domain, elements }: Reading, disks: readonly Disk[], board: PcBoard): Change[] {
  const moved = new Set(disks.map(({ id }) => id));
  const taken = new Set(
    domain.devices.flatMap((device) =>
      device.kind === "disk" && !moved.has(device.id) && device.target !== undefined ? [device.target] : [],
    ),
  );
  return disks.flatMap(({ id, target = "" }): Change[] => {
    const device = elements.get(id);
    const element = device && firstChild(device, "target");
    if (element === undefined) return [];
    const [prefix, bus] = board === "q35" ? ["sd", "sata"] : ["hd", "ide"];
    const wanted = prefix + target.slice(2);
    const name = taken.has(wanted) || wanted === prefix ? freeTargetName(prefix, taken) : wanted;
    taken.add(name);
    const changes = [setValue(element, "dev", name, [])];
    if (attributeOf(element, "bus") || board === "q35") changes.push(setValue(element, "bus", bus, ["dev"]));
    return joinChanges(changes);
  });
}

const boardUsb: ReadonlySet<string | undefined> = new Set(["piix3-uhci", "piix4-uhci"]);

/** The first USB controller of an i440fx board is a function of it. */
function modernUsb({ domain, elements }: Reading, board: PcBoard): Change[] {
  if (board !== "q35") return [];
  return domain.devices.flatMap((device): Change[] => {
    const element = elements.get(device.id);
    if (element === undefined || device.kind !== "controller" || !boardUsb.has(device.model)) return [];
    return [setValue(element, "model", "qemu-xhci", ["type", "index"])];
  });
}
