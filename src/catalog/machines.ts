/**
 * Machine classes that libvirt 11.3 tells apart by architecture and machine name, and what each brings along.
 * Rows are tried from the top; the first whose architecture and name match wins
 * (qemuDomainMachineIs…, qemuDomainDefaultArchMachineDevices… in qemu_domain.c and qemu_postparse.c).
 */
export type MachineClass =
  | "q35"
  | "i440fx"
  | "isapc"
  | "xenfv"
  | "x86"
  | "arm-virt"
  | "versatilepb"
  | "realview"
  | "vexpress"
  | "arm"
  | "pseries"
  | "ppc64"
  | "malta"
  | "mips"
  | "pci-desktop"
  | "riscv-virt"
  | "riscv"
  | "s390-ccw"
  | "s390"
  | "loongarch-virt"
  | "loongarch"
  | "other";

export type PciRootModel = "pci-root" | "pcie-root";

export interface MachineRow {
  readonly class: MachineClass;
  readonly arches: readonly string[];
  /** Exact machine names; with neither names nor prefixes every machine of the architectures matches. */
  readonly names?: readonly string[];
  readonly prefixes?: readonly string[];
  /** The PCI root controller that must exist at index 0. */
  readonly root?: PciRootModel;
  /** Whether a USB controller 0 is added: "default" leaves its model to the defaults, else the model is given. */
  readonly usb?: "default" | "xhci" | "pci-ohci";
  readonly sata?: true;
  readonly memballoon?: true;
  /** PS/2 mouse and keyboard are built in. */
  readonly ps2?: true;
  /** USB keyboard and mouse are added where there are graphics. */
  readonly usbInputs?: true;
  /** The panic device that is always there. */
  readonly panic?: "pseries" | "s390";
  readonly itco?: true;
  /** Devices without an address may get a PCI one; where false libvirt's second PCI pass does nothing. */
  readonly pci: boolean;
}

const x86 = ["i686", "x86_64"];
const arm = ["armv6l", "armv7l", "armv7b", "aarch64"];
const ppc64 = ["ppc64", "ppc64le"];
const riscv = ["riscv32", "riscv64"];
const s390 = ["s390", "s390x"];
const mips = ["mips", "mipsel", "mips64", "mips64el"];

export const machineRows: readonly MachineRow[] = [
  {
    class: "q35",
    arches: x86,
    names: ["q35"],
    prefixes: ["pc-q35-"],
    root: "pcie-root",
    usb: "xhci",
    sata: true,
    memballoon: true,
    ps2: true,
    itco: true,
    pci: true,
  },
  {
    class: "i440fx",
    arches: x86,
    names: ["pc"],
    prefixes: ["pc-0.", "pc-1.", "pc-i440fx-", "rhel"],
    root: "pci-root",
    usb: "default",
    memballoon: true,
    ps2: true,
    pci: true,
  },
  { class: "isapc", arches: x86, names: ["isapc"], memballoon: true, ps2: true, pci: true },
  {
    class: "xenfv",
    arches: x86,
    names: ["xenfv"],
    prefixes: ["xenfv-"],
    usb: "default",
    memballoon: true,
    ps2: true,
    pci: true,
  },
  { class: "x86", arches: x86, usb: "default", memballoon: true, pci: true },
  {
    class: "arm-virt",
    arches: ["armv6l", "armv7l", "aarch64"],
    names: ["virt"],
    prefixes: ["virt-"],
    root: "pcie-root",
    pci: true,
  },
  { class: "versatilepb", arches: arm, names: ["versatilepb"], root: "pci-root", usb: "pci-ohci", pci: true },
  { class: "realview", arches: arm, prefixes: ["realview"], usb: "pci-ohci", pci: false },
  { class: "vexpress", arches: arm, prefixes: ["vexpress-"], pci: false },
  { class: "arm", arches: arm, pci: false },
  {
    class: "pseries",
    arches: ppc64,
    names: ["pseries"],
    prefixes: ["pseries-"],
    root: "pci-root",
    usb: "default",
    memballoon: true,
    usbInputs: true,
    panic: "pseries",
    pci: true,
  },
  {
    class: "ppc64",
    arches: ppc64,
    root: "pci-root",
    usb: "default",
    memballoon: true,
    usbInputs: true,
    pci: true,
  },
  {
    class: "malta",
    arches: mips,
    names: ["malta"],
    root: "pci-root",
    usb: "default",
    memballoon: true,
    pci: true,
  },
  { class: "mips", arches: mips, usb: "default", memballoon: true, pci: true },
  {
    class: "pci-desktop",
    arches: ["alpha", "ppc", "ppcemb", "sh4", "sh4eb", "sparc64"],
    root: "pci-root",
    usb: "default",
    memballoon: true,
    pci: true,
  },
  {
    class: "riscv-virt",
    arches: riscv,
    names: ["virt"],
    prefixes: ["virt-"],
    root: "pcie-root",
    memballoon: true,
    pci: true,
  },
  { class: "riscv", arches: riscv, memballoon: true, pci: false },
  {
    class: "s390-ccw",
    arches: s390,
    prefixes: ["s390-ccw"],
    root: "pci-root",
    memballoon: true,
    panic: "s390",
    pci: true,
  },
  { class: "s390", arches: s390, root: "pci-root", memballoon: true, panic: "s390", pci: true },
  {
    class: "loongarch-virt",
    arches: ["loongarch64"],
    names: ["virt"],
    prefixes: ["virt-"],
    root: "pcie-root",
    pci: true,
  },
  { class: "loongarch", arches: ["loongarch64"], root: "pcie-root", pci: true },
];

/** What is true of every machine that no row names (m68k, hppa, sparc, xtensa, …). */
export const otherMachine: MachineRow = { class: "other", arches: [], pci: true };

/** The machine QEMU 10.0 starts with when the XML names none, per architecture (virQEMUCapsGetPreferredMachine, libvirt 11.3). */
export const defaultMachines: Readonly<Record<string, string>> = {
  alpha: "clipper",
  armv6l: "virt",
  armv7l: "virt",
  armv7b: "virt",
  aarch64: "virt",
  i686: "pc",
  x86_64: "pc",
  loongarch64: "virt",
  m68k: "mcf5208evb",
  microblaze: "petalogix-s3adsp1800",
  microblazeel: "petalogix-s3adsp1800",
  mips: "malta",
  mipsel: "malta",
  mips64: "malta",
  mips64el: "malta",
  ppc: "g3beige",
  ppc64: "pseries",
  ppc64le: "pseries",
  riscv32: "virt",
  riscv64: "virt",
  s390x: "s390-ccw-virtio",
  sh4: "r2d",
  sh4eb: "r2d",
  sparc: "SS-5",
  sparc64: "sun4u",
  xtensa: "sim",
  xtensaeb: "sim",
};

interface MachineAlias {
  readonly arches: readonly string[];
  readonly alias: string;
  /** The versioned name without its version. */
  readonly stem?: string;
  /** The whole name, where it has no QEMU version in it. */
  readonly name?: string;
}

/**
 * What stands behind the short names. QEMU reports the alias of a machine, for versioned ones of the newest, and
 * libvirt writes the real name into the domain (virQEMUCapsGetCanonicalMachine, libvirt 11.3).
 */
export const machineAliases: readonly MachineAlias[] = [
  { arches: x86, alias: "pc", stem: "pc-i440fx-" },
  { arches: x86, alias: "q35", stem: "pc-q35-" },
  { arches: [...arm, "m68k"], alias: "virt", stem: "virt-" },
  { arches: arm, alias: "ast2700-evb", name: "ast2700a0-evb" },
  { arches: ppc64, alias: "pseries", stem: "pseries-" },
  { arches: ppc64, alias: "powernv", name: "powernv10" },
  { arches: s390, alias: "s390-ccw-virtio", stem: "s390-ccw-virtio-" },
];

/** Architectures that libvirt knows by name (virArch, libvirt 11.3). */
export const knownArches: readonly string[] = [
  "alpha",
  "armv6l",
  "armv7l",
  "armv7b",
  "aarch64",
  "cris",
  "i686",
  "itanium",
  "lm32",
  "loongarch64",
  "m68k",
  "microblaze",
  "microblazeel",
  "mips",
  "mipsel",
  "mips64",
  "mips64el",
  "or32",
  "parisc",
  "parisc64",
  "ppc",
  "ppcle",
  "ppc64",
  "ppc64le",
  "ppcemb",
  "riscv32",
  "riscv64",
  "s390",
  "s390x",
  "sh4",
  "sh4eb",
  "sparc",
  "sparc64",
  "unicore32",
  "x86_64",
  "xtensa",
  "xtensaeb",
];
