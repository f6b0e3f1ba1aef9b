import type { Capability } from "./capabilities.ts";

/** Video models that a QEMU binary has where it has the capability. */
export const capabilityOfVideo: Readonly<Record<string, Capability>> = {
  vga: "VGA",
  cirrus: "CIRRUS_VGA",
  qxl: "QXL",
};

/** Video models of other hypervisors, which no QEMU has. */
export const foreignVideoModels: ReadonlySet<string> = new Set(["xen", "vbox", "parallels", "gop"]);

/** Video models that only some binaries have, by the binary of `binaryOfArch`; models in no list are everywhere. */
export const binariesOfVideo: Readonly<Record<string, readonly string[]>> = {
  vmvga: ["x86", "mips"],
  ramfb: ["x86", "arm", "riscv", "loongarch"],
  bochs: ["x86", "arm", "riscv", "loongarch", "ppc", "alpha", "sh4", "mips", "sparc64"],
};
