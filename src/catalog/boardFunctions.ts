import type { MachineClass } from "./machines.ts";

/** A PCI function that the board itself has, whether the domain lists a device for it or not. */
export interface BoardFunction {
  readonly slot: number;
  readonly function: number;
  /** QEMU's name of what sits there. */
  readonly driver: string;
}

/** What QEMU 10.0 puts on bus 0 without being asked, by machine class (read from `info pci`). */
export const boardFunctions: { readonly [K in MachineClass]?: readonly BoardFunction[] } = {
  i440fx: [
    { slot: 0, function: 0, driver: "i440FX" },
    { slot: 1, function: 0, driver: "PIIX3" },
    { slot: 1, function: 1, driver: "piix3-ide" },
    { slot: 1, function: 3, driver: "PIIX4_PM" },
  ],
  q35: [
    { slot: 0, function: 0, driver: "mch" },
    { slot: 0x1f, function: 0, driver: "ICH9-LPC" },
    { slot: 0x1f, function: 2, driver: "ich9-ahci" },
    { slot: 0x1f, function: 3, driver: "ICH9-SMB" },
  ],
  "arm-virt": [{ slot: 0, function: 0, driver: "gpex-root" }],
  "riscv-virt": [{ slot: 0, function: 0, driver: "gpex-root" }],
  "loongarch-virt": [{ slot: 0, function: 0, driver: "gpex-root" }],
};

/**
 * The same of boards that libvirt lumps together with others, by architecture and machine, as QEMU 10.0 names what is in
 * the way.
 */
export const boardFunctionsByMachine: Readonly<Record<string, readonly BoardFunction[]>> = {
  "alpha clipper": [
    { slot: 1, function: 0, driver: "cmd646-ide" },
    { slot: 7, function: 0, driver: "i82378" },
  ],
  "sh4 r2d": [{ slot: 0, function: 0, driver: "sh_pci_host" }],
  "sh4eb r2d": [{ slot: 0, function: 0, driver: "sh_pci_host" }],
  "ppc 40p": [
    { slot: 0, function: 0, driver: "raven" },
    { slot: 0xb, function: 0, driver: "i82378" },
  ],
  "ppc g3beige": [
    { slot: 0, function: 0, driver: "grackle" },
    { slot: 0x10, function: 0, driver: "macio-oldworld" },
  ],
  "ppc mac99": [{ slot: 0xb, function: 0, driver: "uni-north-agp" }],
  "ppc ppce500": [{ slot: 0, function: 0, driver: "e500-host-bridge" }],
  "ppc64 mac99": [
    { slot: 0xb, function: 0, driver: "u3-agp" },
    { slot: 0xc, function: 0, driver: "macio-newworld" },
  ],
};
