/** A QEMU emulator, by the architectures it emulates; the two of a pair with different byte order have the same devices. */
export type Binary =
  | "x86"
  | "arm"
  | "riscv"
  | "loongarch"
  | "ppc64"
  | "ppc"
  | "s390"
  | "alpha"
  | "sh4"
  | "m68k"
  | "microblaze"
  | "xtensa"
  | "mips"
  | "mips64el"
  | "sparc64"
  | "sparc";

/** Which emulator runs guests of an architecture; there is nothing to say about devices of the others. */
const binaries: Readonly<Record<string, Binary>> = {
  i686: "x86",
  x86_64: "x86",
  armv6l: "arm",
  armv7l: "arm",
  armv7b: "arm",
  aarch64: "arm",
  riscv32: "riscv",
  riscv64: "riscv",
  loongarch64: "loongarch",
  ppc64: "ppc64",
  ppc64le: "ppc64",
  ppc: "ppc",
  ppcemb: "ppc",
  ppcle: "ppc",
  s390: "s390",
  s390x: "s390",
  alpha: "alpha",
  sh4: "sh4",
  sh4eb: "sh4",
  m68k: "m68k",
  microblaze: "microblaze",
  microblazeel: "microblaze",
  xtensa: "xtensa",
  xtensaeb: "xtensa",
  mips: "mips",
  mipsel: "mips",
  mips64: "mips",
  mips64el: "mips64el",
  sparc64: "sparc64",
  sparc: "sparc",
};

/** The emulator of an architecture; undefined where nobody has looked at it. */
export function binaryOf(arch: string): Binary | undefined {
  return Object.hasOwn(binaries, arch) ? binaries[arch] : undefined;
}

/** Emulators that QEMU names otherwise than libvirt names the architecture (virQEMUCapsArchToString, libvirt 11.3). */
const emulatorArches: Readonly<Record<string, string>> = { i686: "i386", armv6l: "arm", armv7l: "arm" };

/** The emulator that libvirt picks for a domain without `<emulator>`, where distributions put it. */
export function defaultEmulator(arch: string): string {
  return `/usr/bin/qemu-system-${emulatorArches[arch] ?? arch}`;
}
