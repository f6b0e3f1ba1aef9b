import { droppedMachines } from "../../catalog/absentDevices.ts";
import { machineNames } from "../../catalog/machineNames.ts";
import { defaultMachines, machineAliases } from "../../catalog/machines.ts";
import { isOffered, nearestVersion } from "../../define/validate/machine.ts";
import type { Target } from "../../domain/target.ts";
import { type Conversion, convertMachine, machineOf, type PcBoard } from "../../edit/convertMachine.ts";
import { setValue } from "../../edit/values.ts";
import { valueOf as attributeValue, type Element, firstChild } from "../../xml/document.ts";
import type { DomainView } from "../snapshot.ts";
import { type Fix, fix, type Site } from "./fix.ts";
import { nearestOf } from "./words.ts";

/** The machine names that QEMU has and that are nearest to one that it has not. */
export function correctMachine({ domain }: Pick<Site, "domain">): Fix[] {
  const type = machineElement(domain);
  const { target } = domain.definition;
  const { machine = "" } = domain.reading.domain.os;
  if (type === undefined || machine === "") return [];
  const meant = meantMachine(machine, target.arch);
  const names = meant === undefined ? nearMachines(target, machine) : [meant];
  return names.flatMap((name) =>
    fix(`Write machine='${name}'`, [setValue(type, "machine", name, ["arch"])], names.length === 1),
  );
}

/** The nearest version of the same board, nearly the same names, or what the architecture has instead of another's board. */
function nearMachines(target: Target, machine: string): string[] {
  if (isOffered(target, machine)) return [];
  const version = nearestVersion(target, machine);
  if (version !== undefined) return [version];
  const names = machineNames[target.arch] ?? [];
  const near = nearNames(names, machine);
  const usual = defaultMachines[target.arch];
  const isElsewhere = Object.values(machineNames).some((others) => others.includes(machine));
  return near.length === 0 && isElsewhere && usual !== undefined ? [usual] : near;
}

/** A name with a version that its board does not have; else slips of the keyboard. */
function nearNames(names: readonly string[], machine: string): string[] {
  const boards = names.filter((name) => machine.startsWith(`${name}-`));
  if (boards.length > 0) return boards;
  const slips = names.filter((name) => isNear(name, machine.toLowerCase()));
  return slips.length > 0 ? slips : nearestOf(machine, new Set(names)).slice(0, most);
}

/** More names than these are no help. */
const most = 3;

/** Names that people write for the boards they mean. */
const nicknames: Readonly<Record<string, string>> = {
  "pc-q35": "q35",
  "q35-pc": "q35",
  ich9: "q35",
  "pc-i440fx": "pc",
  i440fx: "pc",
  "440fx": "pc",
  piix: "pc",
  "pc-virt": "virt",
  "s390-ccw": "s390-ccw-virtio",
  "s390-virtio": "s390-ccw-virtio",
};

/** The name an alias or nickname stands for; undefined where nothing is near or the name is right. */
export function meantMachine(machine: string, arch: string): string | undefined {
  const aliases = machineAliases.filter(({ arches }) => arches.includes(arch)).map(({ alias }) => alias);
  const plain = machine.toLowerCase().trim();
  const nickname = nicknames[plain];
  if (nickname !== undefined && aliases.includes(nickname)) return nickname;
  const bare = aliases.find((alias) => alias === plain && alias !== machine);
  if (bare !== undefined) return bare;
  // A board that QEMU has dropped, or a version that never was: the newest of the same board stands for it.
  const board = machineAliases.find(
    ({ arches, stem }) => arches.includes(arch) && stem !== undefined && plain.startsWith(stem),
  );
  if (board !== undefined) return droppedMachines.has(machine) ? board.alias : undefined;
  return aliases.find((alias) => isNear(alias, plain));
}

/** One letter too many, too few, another one, or two changed about. */
function isNear(one: string, other: string): boolean {
  if (one === other || Math.min(one.length, other.length) < 3) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  const swapped = rest.length > 1 && `${rest[1]}${rest[0]}${rest.slice(2)}` === otherRest;
  const isChanged = rest.slice(1) === otherRest.slice(1) && rest.length === otherRest.length;
  return swapped || isChanged || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}

/** Brings a domain with another board's habits to its own board. */
export function settleOnBoard({ domain }: Site): Fix[] {
  const { class: board } = domain.definition.target;
  return board === "q35" || board === "i440fx" ? conversion(domain, board) : [];
}

/** Brings a domain to the board that its controllers are made for. */
export function followControllers(site: Site): Fix[] {
  const { class: board } = site.domain.definition.target;
  if (board !== "q35" && board !== "i440fx") return [];
  return [...settleOnBoard(site), ...conversion(site.domain, board === "q35" ? "i440fx" : "q35")];
}

/** "Convert to q35" and "Convert to i440fx", wherever a domain is on the other board. */
export function otherBoards(domain: DomainView): Fix[] {
  const { class: board } = domain.definition.target;
  if (board === "q35") return conversion(domain, "i440fx");
  return board === "i440fx" ? conversion(domain, "q35") : [];
}

/** The start tag of `<os><type>`, where conversions are offered. */
export function machineElement(domain: DomainView): Element | undefined {
  const os = firstChild(domain.reading.root, "os");
  return os && firstChild(os, "type");
}

/** A conversion has to lead to a domain that libvirt takes. */
function conversion(domain: DomainView, board: PcBoard): Fix[] {
  const converted = convertMachine(domain.reading, board);
  return converted.changes.length === 0
    ? []
    : [{ title: titleOf(domain, board, converted), ways: [converted.changes], mustBeClean: true }];
}

function titleOf(domain: DomainView, board: PcBoard, { addresses, disks, controllers }: Conversion): string {
  const from = board === "q35" ? "ide to sata" : "sata to ide";
  const parts = [
    addresses > 0 && `${counted(addresses, "address is", "addresses are")} chosen anew`,
    disks > 0 && `${counted(disks, "disk moves", "disks move")} from ${from}`,
    controllers > 0 && `${counted(controllers, "controller goes", "controllers go")}`,
  ].filter((part) => part !== false);
  const { machine = "" } = domain.reading.domain.os;
  const type = machineElement(domain);
  const stays = type !== undefined && machineOf(machine, board) === attributeValue(type, "machine");
  const verb = stays ? `Adapt to ${board}` : `Convert to ${board}`;
  return parts.length === 0 ? verb : `${verb}: ${parts.join(", ")}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
