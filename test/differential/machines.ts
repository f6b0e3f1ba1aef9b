/** Which sorts of buses and devices a machine is worth trying with. */
export type Flavour = "pci" | "pcie" | "isa" | "spapr" | "ccw" | "mmio" | "mac";

export interface MachineChoice {
  readonly arch: string;
  readonly machine: string;
  readonly flavour: Flavour;
  readonly weight: number;
}

/** The machines to try, the common ones more often. */
export const machineChoices: readonly MachineChoice[] = [
  { arch: "x86_64", machine: "q35", flavour: "pcie", weight: 24 },
  { arch: "x86_64", machine: "pc-q35-6.2", flavour: "pcie", weight: 3 },
  { arch: "x86_64", machine: "pc", flavour: "pci", weight: 20 },
  { arch: "x86_64", machine: "pc-i440fx-7.2", flavour: "pci", weight: 3 },
  { arch: "i686", machine: "pc", flavour: "pci", weight: 2 },
  { arch: "x86_64", machine: "isapc", flavour: "isa", weight: 2 },
  { arch: "x86_64", machine: "microvm", flavour: "mmio", weight: 2 },
  { arch: "aarch64", machine: "virt", flavour: "pcie", weight: 7 },
  { arch: "armv7l", machine: "virt", flavour: "pcie", weight: 2 },
  { arch: "armv7l", machine: "vexpress-a9", flavour: "mmio", weight: 2 },
  { arch: "armv7l", machine: "versatilepb", flavour: "pci", weight: 2 },
  { arch: "aarch64", machine: "realview-pbx-a9", flavour: "mmio", weight: 1 },
  { arch: "riscv64", machine: "virt", flavour: "pcie", weight: 4 },
  { arch: "riscv32", machine: "virt", flavour: "pcie", weight: 1 },
  { arch: "loongarch64", machine: "virt", flavour: "pcie", weight: 2 },
  { arch: "ppc64", machine: "pseries", flavour: "spapr", weight: 9 },
  { arch: "ppc64le", machine: "pseries", flavour: "spapr", weight: 1 },
  { arch: "ppc64", machine: "powernv9", flavour: "pcie", weight: 1 },
  { arch: "ppc64", machine: "mac99", flavour: "mac", weight: 1 },
  { arch: "ppc64", machine: "g3beige", flavour: "mac", weight: 1 },
  { arch: "ppc", machine: "ppce500", flavour: "mac", weight: 1 },
  { arch: "ppc", machine: "mac99", flavour: "mac", weight: 1 },
  { arch: "s390x", machine: "s390-ccw-virtio", flavour: "ccw", weight: 9 },
  { arch: "alpha", machine: "clipper", flavour: "pci", weight: 1 },
  { arch: "m68k", machine: "virt", flavour: "mmio", weight: 1 },
  { arch: "m68k", machine: "q800", flavour: "mmio", weight: 0.5 },
  { arch: "sh4", machine: "r2d", flavour: "pci", weight: 1 },
  { arch: "microblaze", machine: "petalogix-s3adsp1800", flavour: "mmio", weight: 0.3 },
  { arch: "xtensa", machine: "virt", flavour: "pcie", weight: 0.3 },
  { arch: "aarch64", machine: "virt-6.2", flavour: "pcie", weight: 1 },
  { arch: "aarch64", machine: "raspi3b", flavour: "mmio", weight: 0.5 },
  { arch: "riscv64", machine: "sifive_u", flavour: "mmio", weight: 0.5 },
  { arch: "ppc64", machine: "pseries-6.2", flavour: "spapr", weight: 1 },
  { arch: "ppc", machine: "40p", flavour: "mac", weight: 0.5 },
  { arch: "s390x", machine: "s390-ccw-virtio-6.2", flavour: "ccw", weight: 1 },
  { arch: "mips", machine: "malta", flavour: "pci", weight: 1 },
  { arch: "mips64el", machine: "malta", flavour: "pci", weight: 0.5 },
  { arch: "sparc64", machine: "sun4u", flavour: "pci", weight: 0.5 },
  { arch: "sparc", machine: "SS-5", flavour: "mmio", weight: 0.5 },
];

/** The machines of these architectures; a name keeps to machines of that name or architecture. */
export function machinesOf(arches: ReadonlySet<string>, wanted: string | undefined): MachineChoice[] {
  const choices = machineChoices.filter(
    ({ arch, machine }) =>
      arches.has(arch) && (wanted === undefined || machine === wanted || arch === wanted),
  );
  if (choices.length === 0) throw new RangeError(`no machine or architecture is called ${wanted}`);
  return choices;
}
