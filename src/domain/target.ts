import { binaryOf, defaultEmulator } from "../catalog/binaries.ts";
import {
  type Capability,
  type CapabilityRow,
  capabilityRows,
  latestQemu,
  type QemuVersion,
} from "../catalog/capabilities.ts";
import {
  defaultMachines,
  type MachineClass,
  type MachineRow,
  machineAliases,
  machineRows,
  otherMachine,
} from "../catalog/machines.ts";
import type { PciAddress } from "./address.ts";
import type { Domain } from "./domain.ts";

/** A PCI device of the host, as far as libvirt looks at it. */
export interface HostPciDevice {
  readonly address: Omit<PciAddress, "type" | "multifunction" | "zpci">;
  readonly iommuGroup?: number;
  readonly pciExpress: boolean;
}

/** Facts about the host; what is not listed is unknown and libvirt's own defaults hold. */
export interface HostFacts {
  readonly pciDevices: readonly HostPciDevice[];
}

/** How a domain is to be read: as which libvirt call, for which QEMU, on which host. */
export interface DefineOptions {
  /** As a guest libvirt already knows (no ABI update) instead of as `virsh define`. */
  readonly existingGuest?: boolean;
  /** QEMU version such as "8.2"; the latest known where absent. */
  readonly qemuVersion?: string;
  /** Capability names to pretend missing. */
  readonly withoutQemu?: readonly string[];
  /** Architecture where the XML names none; x86_64 where absent. */
  readonly hostArch?: string;
  readonly host?: HostFacts;
}

/** The machine a domain runs on, with everything rules ask of it. */
export interface Target {
  readonly arch: string;
  /** The canonical machine name: aliases are replaced by the versioned name. */
  readonly machine: string;
  readonly class: MachineClass;
  readonly row: MachineRow;
  readonly qemu: QemuVersion;
  /** The path of the emulator, libvirt's default where the domain names none. */
  readonly emulator: string;
  /** Somebody said which QEMU it is; otherwise it is the latest known. */
  readonly qemuIsGiven: boolean;
  readonly capabilities: ReadonlySet<Capability>;
  /** `virsh define`: ABI updates are allowed. */
  readonly newGuest: boolean;
  readonly host: HostFacts;
}

/** Finds the machine a domain runs on. Never fails: what is unknown is treated as libvirt treats unknown names. */
export function targetOf(domain: Domain, options: DefineOptions = {}): Target {
  const arch = domain.os.arch ?? options.hostArch ?? "x86_64";
  const qemu = versionOf(options.qemuVersion);
  const machine = canonicalMachine(arch, domain.os.machine ?? defaultMachines[arch] ?? "", qemu);
  const row = rowOf(arch, machine);
  return {
    arch,
    machine,
    class: row.class,
    row,
    qemu,
    emulator: domain.emulator ?? defaultEmulator(arch),
    capabilities: capabilitiesOf(arch, qemu, options.withoutQemu ?? []),
    qemuIsGiven: options.qemuVersion !== undefined && versionPattern.test(options.qemuVersion),
    newGuest: !options.existingGuest,
    host: options.host ?? { pciDevices: [] },
  };
}

/** Whether the emulator is known not to have something; of emulators that nobody has looked at nothing is known. */
export function lacks({ arch, capabilities }: Target, capability: Capability): boolean {
  return binaryOf(arch) !== undefined && !capabilities.has(capability);
}

export function isX86(target: Target): boolean {
  return target.arch === "x86_64" || target.arch === "i686";
}

export function isPpc64(target: Target): boolean {
  return target.arch === "ppc64" || target.arch === "ppc64le";
}

export function isS390(target: Target): boolean {
  return target.arch === "s390x" || target.arch === "s390";
}

export function isArm(target: Target): boolean {
  return target.arch === "aarch64" || target.arch.startsWith("armv");
}

export function isRiscv(target: Target): boolean {
  return target.arch === "riscv64" || target.arch === "riscv32";
}

/** An IDE controller is soldered to the board (qemuDomainHasBuiltinIDE, libvirt 11.3). */
export function hasBuiltinIde(target: Target): boolean {
  return target.class === "i440fx" || ["malta", "sun4u", "g3beige"].includes(target.machine);
}

/** An ESP SCSI controller is soldered to the board (qemuDomainHasBuiltinESP, libvirt 11.3). */
export function hasBuiltinEsp(target: Target): boolean {
  return (
    target.arch === "sparc" ||
    (target.arch.startsWith("mips64") && ["magnum", "pica61"].includes(target.machine)) ||
    (target.arch === "m68k" && target.machine === "q800")
  );
}

const versionPattern = /^(\d+)(?:\.(\d+))?/;

/** "8.2.0" as numbers; what is no version, "latest" among it, is the latest known. */
function versionOf(text = ""): QemuVersion {
  const match = versionPattern.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : latestQemu;
}

function canonicalMachine(arch: string, machine: string, [major, minor]: QemuVersion): string {
  const alias = machineAliases.find((row) => row.alias === machine && row.arches.includes(arch));
  if (!alias) return machine;
  if (alias.name !== undefined) return alias.name;
  return `${alias.stem ?? ""}${major}.${minor}`;
}

function rowOf(arch: string, machine: string): MachineRow {
  const matches = (row: MachineRow) =>
    row.arches.includes(arch) &&
    ((row.names === undefined && row.prefixes === undefined) ||
      (row.names?.includes(machine) ?? false) ||
      (row.prefixes?.some((prefix) => machine.startsWith(prefix)) ?? false));
  return machineRows.find(matches) ?? otherMachine;
}

const rows = Object.entries(capabilityRows) as [Capability, CapabilityRow][];

function capabilitiesOf(
  arch: string,
  qemu: QemuVersion,
  without: readonly string[],
): ReadonlySet<Capability> {
  const binary = binaryOf(arch);
  const offered = rows.filter(
    ([name, { binaries, since, later = {} }]) =>
      binary !== undefined &&
      binaries.includes(binary) &&
      isSince(qemu, later[binary] ?? since) &&
      !without.includes(name),
  );
  return new Set(offered.map(([name]) => name));
}

/** Older versions than libvirt drives count as the oldest that it does. */
function isSince([major, minor]: QemuVersion, since: QemuVersion | undefined): boolean {
  if (since === undefined) return true;
  return major > since[0] || (major === since[0] && minor >= since[1]);
}
